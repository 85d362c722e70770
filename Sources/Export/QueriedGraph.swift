import Diagnostics
import QueryEngine
import QuerySyntax
import RDF

/// The nodes and edges that a profile's SELECT queries give.
struct QueriedGraph {
  let profile: Profile
  let edges: Query
  let source: any GraphSource
  let options: QueryOptions

  /// Writes everything and returns the numbers of nodes and edges.
  func write(to writer: inout some PropertyGraphWriter) throws -> (nodes: Int, edges: Int) {
    let nodeColumns = NodeColumns(profile.nodes?.variables ?? [], types: profile.types)
    let edgeColumns = EdgeColumns(edges.variables, types: profile.types)
    try writer.begin(
      GraphShape(name: profile.name, nodes: nodeColumns.attributes, edges: edgeColumns.attributes))
    var table = TermTable()
    if let nodes = profile.nodes {
      try solutions(of: nodes).forEachRow { row in
        guard let node = row[nodeColumns.node] else { return }
        try nodeColumns.require(node)
        let (index, isNew) = table.insert(node)
        if isNew {
          try add(GraphNode(index: index, values: try nodeColumns.values(row, node)), node, to: &writer)
        }
      }
    } else {
      try addEnds(edgeColumns, to: &table)
      for index in 0..<table.count {
        try table.withTerm(index) {
          try add(GraphNode(index: index, values: NodeColumns.plainValues(of: $0)), $0, to: &writer)
        }
      }
    }
    var count = 0
    try solutions(of: edges).forEachRow { row in
      guard let from = row[edgeColumns.source], let to = row[edgeColumns.target] else { return }
      guard let source = table.index(of: from), let target = table.index(of: to) else {
        throw unknownEnd(table.index(of: from) == nil ? from : to)
      }
      let values = try edgeColumns.values(row)
      do {
        try writer.add(GraphEdge(index: count, source: source, target: target, values: values))
      } catch let error as UnwritableTerm {
        throw Diagnostic.error("cannot write the edge from \(from.term) to \(to.term): \(error.reason)")
      }
      count += 1
    }
    return (table.count, count)
  }

  private func add(_ node: GraphNode, _ term: TermBytes, to writer: inout some PropertyGraphWriter) throws {
    do {
      try writer.add(node)
    } catch let error as UnwritableTerm {
      throw error.refusal(node: term)
    }
  }

  /// Numbers the ends of all edges, in the order in which they come.
  private func addEnds(_ columns: EdgeColumns, to table: inout TermTable) throws {
    try solutions(of: edges).forEachRow { row in
      guard let from = row[columns.source], let to = row[columns.target] else { return }
      for end in [from, to] {
        guard end.kind != .literal else { throw literalNode(end) }
        _ = table.insert(end)
      }
    }
  }

  private func solutions(of query: Query) throws -> Solutions {
    guard case .solutions(let solutions) = try source.answer(query, options: options) else {
      throw Diagnostic.error("expected solutions from \(query.source.name)")
    }
    return solutions
  }

  private func unknownEnd(_ end: TermBytes) -> Diagnostic {
    .error(
      "profile '\(profile.name)' has an edge to \(end.term) but no such node",
      hint: "the query 'nodes' must give every source and target")
  }
}

/// A literal cannot be a node.
func literalNode(_ term: TermBytes) -> Diagnostic {
  .error("expected an IRI or a blank node as a node, found \(term.term)")
}
