import Diagnostics
import RDF

extension Translator {
  /// The query of the syntax tree that `parser` gave at the end of its text.
  static func query(_ tree: QueryTree, of parser: Parser) throws -> Query {
    var translator = Translator(parser.source, labels: parser.labels)
    let form: Query.Form
    let algebra: Algebra
    var variables: [Variable] = []
    switch tree.clause.node {
    case .select:
      form = .select
      algebra = try translator.select(tree)
      variables = algebra.scope
    case .ask:
      form = .ask
      algebra = try translator.solutions(tree, needed: nil)
    case .construct(let template):
      var labels: [String: Variable] = [:]
      let triples = try translator.template(template ?? tree.shortTemplate, labels: &labels)
      form = .construct(triples)
      let needed = Algebra.bgp(triples).visibleScope
      algebra = try translator.solutions(tree) { _ in needed }
      variables = needed
    case .describe(let nodes):
      let terms = nodes?.map { translator.patternTerm($0) }
      algebra = try translator.solutions(tree) { pattern in
        guard let terms else { return pattern.visibleScope }
        return terms.variables
      }
      variables = algebra.scope
      form = .describe(terms ?? variables.map { .variable($0) })
    case .paths(let clause):
      let paths = try translator.paths(clause, tree)
      form = .paths(paths)
      algebra = .project(paths.via, paths.edgeVariables)
      variables = PathQuery.numbers + paths.edgeVariables
    }
    return Query(
      form: form, dataset: DatasetClause(tree.dataset), algebra: algebra, variables: variables,
      prefixes: parser.prefixes, base: parser.base, source: parser.source)
  }
}

extension DatasetClause {
  /// nil where there is no clause.
  init?(_ clauses: [GraphClause]) {
    if clauses.isEmpty { return nil }
    self.init(
      defaultGraphs: clauses.filter { !$0.isNamed }.map(\.graph),
      namedGraphs: clauses.filter(\.isNamed).map(\.graph))
  }
}

extension QueryTree {
  /// The template of `CONSTRUCT WHERE { … }`: its pattern.
  fileprivate var shortTemplate: [TriplesTree] {
    guard case .elements(let elements)? = pattern?.node, case .triples(let triples)? = elements.first?.node
    else {
      return []
    }
    return triples
  }
}

extension [PatternTerm] {
  /// Its variables, each once.
  fileprivate var variables: [Variable] {
    var found: [Variable] = []
    for case .variable(let variable) in self where !found.contains(variable) { found.append(variable) }
    return found
  }
}
