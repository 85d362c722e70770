import Diagnostics
import RDF

/// A parsed SPARQL 1.1 Update request: operations that run one after the other.
public struct Update: Sendable {
  public var operations: [UpdateOperation]
  /// Prefixes in force at the end (the standard ones and the request's own).
  public var prefixes: PrefixMap
  /// The base IRI in force at the end: what IRI() resolves references against.
  public var base: String
  /// The text it was parsed from, for errors found later.
  public var source: SourceText

  public init(operations: [UpdateOperation], prefixes: PrefixMap, base: String, source: SourceText) {
    self.operations = operations
    self.prefixes = prefixes
    self.base = base
    self.source = source
  }
}

/// An operation of SPARQL 1.1 Update §3; `silent` = its failure is no error.
public enum UpdateOperation: Hashable, Sendable {
  /// Terms alone, but for blank nodes, which are hidden variables: a new node for each.
  case insertData([QuadPattern])
  /// Terms alone.
  case deleteData([QuadPattern])
  /// DELETE/INSERT … WHERE, and `DELETE WHERE`, whose template is its pattern.
  case modify(Modification)
  case load(IRI, into: IRI?, silent: Bool)
  case clear(GraphTarget, silent: Bool)
  case drop(GraphTarget, silent: Bool)
  case create(IRI, silent: Bool)
  /// nil = the default graph.
  case add(from: IRI?, to: IRI?, silent: Bool)
  case move(from: IRI?, to: IRI?, silent: Bool)
  case copy(from: IRI?, to: IRI?, silent: Bool)
}

/// What CLEAR and DROP work on.
public enum GraphTarget: Hashable, Sendable {
  case graph(IRI)
  case defaultGraph
  case named
  case all
}

/// A triple of a template and the graph it goes to; nil = the default graph, or the one that WITH names.
public struct QuadPattern: Hashable, Sendable {
  public var triple: TriplePattern
  public var graph: PatternTerm?

  public init(_ triple: TriplePattern, graph: PatternTerm? = nil) {
    self.triple = triple
    self.graph = graph
  }
}

/// DELETE/INSERT … WHERE (SPARQL 1.1 Update §3.1.3): for every solution of `pattern`, all deletions first.
public struct Modification: Hashable, Sendable {
  /// The default graph of the templates, and of the pattern where `dataset` is nil.
  public var with: IRI?
  public var delete: [QuadPattern]
  /// Blank nodes are hidden variables, fresh in every solution.
  public var insert: [QuadPattern]
  /// USING and USING NAMED; nil where there are none.
  public var dataset: DatasetClause?
  public var pattern: Algebra

  public init(
    with: IRI?, delete: [QuadPattern], insert: [QuadPattern], dataset: DatasetClause?, pattern: Algebra
  ) {
    self.with = with
    self.delete = delete
    self.insert = insert
    self.dataset = dataset
    self.pattern = pattern
  }
}
