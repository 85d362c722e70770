import QuerySyntax
import RDF
import TripleStore

/// The edges that a PATHS query may go along, in memory: the solutions of its VIA by the nodes at both ends.
///
/// Nodes and edges are known by their numbers, in the order in which they were found. Both edge lists of a node stand side by
/// side in one array. Memory is charged to the query.
final class PathGraph {
  /// The nodes, one column.
  private let nodes: RowSet
  /// The edges with all that is shown of them.
  let edges: RowTable
  private(set) var sources: [UInt32] = []
  private(set) var targets: [UInt32] = []
  private let probe = Batch(columns: 1)
  /// The edges that leave each node, and those that lead to it.
  private var outgoing = Adjacency(nodes: 0, from: [], to: [])
  private var incoming = Adjacency(nodes: 0, from: [], to: [])

  /// Drains `solutions`, whose first column is the source of an edge and whose last is its target; a solution that binds
  /// only one of them is no edge.
  init(_ solutions: any Operator, context: QueryContext) throws {
    nodes = RowSet(width: 1, context: context)
    edges = RowTable(width: solutions.output.columns.count, context: context)
    let (first, last) = (solutions.output.columns[0], solutions.output.columns[edges.width - 1])
    while try solutions.next() {
      try context.checkpoint()
      for row in 0..<solutions.output.count where first[row].isBound && last[row].isBound {
        try edges.append(row: row, columns: solutions.output.columns)
        sources.append(UInt32(try nodes.number(of: row, in: [first])))
        targets.append(UInt32(try nodes.number(of: row, in: [last])))
      }
    }
    // Two ends, and a place in each of two lists.
    try context.charge(edges.count * 4 * MemoryLayout<UInt32>.size)
    let numbers = Array(0..<UInt32(edges.count))
    outgoing = Adjacency(nodes: nodes.count, from: sources, to: numbers)
    incoming = Adjacency(nodes: nodes.count, from: targets, to: numbers)
  }

  var nodeCount: Int { nodes.count }

  /// The edges that leave a node.
  func edges(from node: UInt32) -> ArraySlice<UInt32> { outgoing[node] }

  /// The edges that lead to a node.
  func edges(to node: UInt32) -> ArraySlice<UInt32> { incoming[node] }

  /// The number of a term; nil where no edge touches it.
  func number(of id: TermID) throws -> UInt32? {
    probe.columns[0][0] = id
    return nodes.contains(0, in: probe.columns) ? UInt32(try nodes.number(of: 0, in: probe.columns)) : nil
  }
}
