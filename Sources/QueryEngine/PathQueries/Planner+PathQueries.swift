import QuerySyntax
import RDF
import TripleStore

extension Planner {
  /// The plan of a whole query.
  func plan(_ query: Query) throws -> Plan {
    if case .paths(let paths) = query.form { return try plan(paths: paths) }
    return try plan(whole: query.algebra)
  }

  /// The plan of a PATHS query: its edges are found first, then the paths among them, one by one.
  func plan(paths query: PathQuery) throws -> Plan {
    let via = try plan(whole: .distinct(.project(query.via, query.edgeVariables)))
    let start = try plan(query.start)
    let end = try plan(query.end)
    let variables = PathQuery.numbers + query.edgeVariables
    let kind = query.selection.rawValue + (query.isCyclic ? " CYCLIC" : "")
    return Plan(
      "Paths \(kind) \(query.start.variable) → \(query.end.variable)", variables: variables,
      certain: Set(PathQuery.numbers + [query.start.variable, query.end.variable]), rows: via.rows,
      cost: via.cost + via.rows * Cost.pathEdge, children: [via] + [start, end].compactMap { $0 }
    ) { context in
      let columns = query.edgeVariables.map { via.variables.firstIndex(of: $0) }
      let graph = try PathGraph(Project(try via.start(context), columns: columns), context: context)
      let starts = try query.start.nodes(of: graph, start, context)
      let ends = try query.end.nodes(of: graph, end, context).map { nodes in
        nodes.reduce(into: [Bool](repeating: false, count: graph.nodeCount)) { $0[Int($1)] = true }
      }
      return try PathScan(
        query, graph,
        starts: starts ?? (0..<UInt32(graph.nodeCount)).filter { !graph.edges(from: $0).isEmpty },
        ends: ends, context: context)
    }
  }

  /// The plan of the pattern that an end must match, where it has one.
  private func plan(_ end: PathQuery.End) throws -> Plan? {
    guard case .pattern(let pattern) = end.constraint else { return nil }
    return try plan(whole: .project(pattern, [end.variable]))
  }
}

extension PathQuery.End {
  /// The nodes that the constraint allows, each once; nil = all.
  ///
  /// - Parameter plan: Of the pattern, where there is one.
  fileprivate func nodes(of graph: PathGraph, _ plan: Plan?, _ context: QueryContext) throws -> [UInt32]? {
    switch constraint {
    case .any: return nil
    case .term(let term): return try graph.number(of: context.pool.id(for: term)).map { [$0] } ?? []
    case .pattern:
      guard let plan, let column = plan.variables.firstIndex(of: variable) else { return [] }
      let source = try plan.start(context)
      var isFound = [Bool](repeating: false, count: graph.nodeCount)
      var found: [UInt32] = []
      while try source.next() {
        try context.checkpoint()
        for row in 0..<source.output.count {
          guard let node = try graph.number(of: source.output.columns[column][row]), !isFound[Int(node)]
          else {
            continue
          }
          isFound[Int(node)] = true
          found.append(node)
        }
      }
      return found
    }
  }
}
