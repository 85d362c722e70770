import Diagnostics
import RDF

/// A parsed query: what is asked, over which graphs, and its algebra.
public struct Query: Sendable {
  public enum Form: Sendable {
    case select
    case ask
    /// The template; blank nodes in it are hidden variables, fresh in every solution.
    case construct([TriplePattern])
    /// What to describe: IRIs, and variables of the pattern.
    case describe([PatternTerm])
    /// PATHS, the extension; the algebra is that of its edges.
    case paths(PathQuery)
  }

  public var form: Form
  /// FROM graphs (merged into the default graph) and FROM NAMED graphs; nil where the query names neither.
  public var dataset: DatasetClause?
  /// The whole pattern with its solution modifiers; for SELECT its outermost projection is `variables`.
  public var algebra: Algebra
  /// The selected variables in order; for CONSTRUCT and DESCRIBE those that they need; empty for ASK.
  public var variables: [Variable]
  /// Prefixes in force after the prologue (the standard ones and the query's own), for printing results.
  public var prefixes: PrefixMap
  /// The base IRI in force after the prologue: what IRI() resolves references against.
  public var base: String
  /// The text it was parsed from, for errors found later.
  public var source: SourceText

  public init(
    form: Form, dataset: DatasetClause?, algebra: Algebra, variables: [Variable], prefixes: PrefixMap,
    base: String = Stemma.documents, source: SourceText
  ) {
    self.form = form
    self.dataset = dataset
    self.algebra = algebra
    self.variables = variables
    self.prefixes = prefixes
    self.base = base
    self.source = source
  }
}

extension Query {
  /// Whether this is `CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }`, with whatever names.
  public var asksForEverything: Bool {
    guard case .construct(let template) = form, dataset == nil, template.count == 1 else { return false }
    var pattern = algebra
    if case .project(let inner, _) = pattern { pattern = inner }
    let parts = [template[0].subject, template[0].predicate, template[0].object]
    return pattern == .bgp(template) && Set(parts).count == 3
      && parts.allSatisfy { if case .variable(let name) = $0 { !name.isHidden } else { false } }
  }
}

/// FROM and FROM NAMED (SPARQL 1.1 §13.2).
public struct DatasetClause: Hashable, Sendable {
  public var defaultGraphs: [IRI]
  public var namedGraphs: [IRI]

  public init(defaultGraphs: [IRI], namedGraphs: [IRI]) {
    self.defaultGraphs = defaultGraphs
    self.namedGraphs = namedGraphs
  }
}
