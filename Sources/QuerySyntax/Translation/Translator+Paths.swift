import Diagnostics
import RDF

extension Translator {
  /// What PATHS asks for.
  mutating func paths(_ clause: PathsClause, _ tree: QueryTree) throws -> PathQuery {
    try refuseModifiers(of: tree)
    let (start, end) = (clause.start.variable, clause.end.variable)
    if start.node == end.node {
      throw error(
        "START and END are the same variable '\(end.node)'", end.range, hint: "give the end a name of its own"
      )
    }
    let via = try edges(clause.via, from: start, to: end)
    for (end, keyword) in [(start, "START"), (end, "END")] where !via.scope.contains(end.node) {
      throw error("VIA does not bind '\(end.node)', the variable of \(keyword)", end.range)
    }
    let others = via.visibleScope.filter { $0 != start.node && $0 != end.node }
    if let taken = ([start.node, end.node] + others).first(where: PathQuery.numbers.contains) {
      throw error(
        "'\(taken)' numbers the answers of PATHS", tree.clause.range,
        hint: "use another name for the variable")
    }
    return PathQuery(
      selection: clause.selection, isCyclic: clause.isCyclic, start: try pathEnd(clause.start),
      end: try pathEnd(clause.end), via: via, viaVariables: others, maxLength: clause.maxLength,
      offset: tree.modifiers.offset ?? 0, limit: tree.modifiers.limit)
  }

  private mutating func edges(
    _ via: PathsClause.Via, from start: Ranged<Variable>, to end: Ranged<Variable>
  ) throws -> Algebra {
    switch via {
    case .pattern(let tree): return try group(tree)
    case .verb(let verb):
      let triple = TriplesTree(
        subject: start.map { .variable($0) },
        properties: [PropertyTree(verb: verb, objects: [end.map { .variable($0) }])])
      var labels: [String: Variable] = [:]
      return try flatten([triple], place: .pattern(beginPattern()), labels: &labels)
        .reduce(.bgp([])) { .joined($0, $1) }
    }
  }

  private mutating func pathEnd(_ end: PathsClause.End) throws -> PathQuery.End {
    switch end.constraint {
    case .any: return PathQuery.End(end.variable.node, .any)
    case .term(let term): return PathQuery.End(end.variable.node, .term(term))
    case .pattern(let tree):
      let pattern = try group(tree)
      guard pattern.scope.contains(end.variable.node) else {
        throw error("the pattern does not bind '\(end.variable.node)'", tree.range)
      }
      return PathQuery.End(end.variable.node, .pattern(pattern))
    }
  }

  private func refuseModifiers(of tree: QueryTree) throws {
    let modifiers = tree.modifiers
    let strays = [
      ("GROUP BY", modifiers.groupBy.first?.expression.range), ("HAVING", modifiers.having.first?.range),
      ("ORDER BY", modifiers.orderBy.first?.expression.range),
      ("VALUES", tree.values?.variables.first?.range),
    ]
    for (name, range) in strays {
      if let range { throw error("\(name) cannot stand in PATHS", range, hint: "shorter paths come first") }
    }
  }
}
