import QuerySyntax
import TripleStore

/// The answers of PATHS, a row for each edge: the path's number, the step, and the edge's own columns.
final class PathScan: Operator {
  let output: Batch

  private let query: PathQuery
  private let graph: PathGraph
  private let walk: any PathWalk
  private let context: QueryContext
  private var starts: ArraySlice<UInt32>
  /// Whether `walk` stands at a start.
  private var isWalking = false
  /// The number of the path that is being written, from 1, those passed over counted.
  private var number = 0
  /// Edges of it that have been written.
  private var written = 0
  private var edges: [UInt32] = []

  /// - Parameter ends: By node; nil = everywhere.
  init(
    _ query: PathQuery, _ graph: PathGraph, starts: [UInt32], ends: [Bool]?, context: QueryContext
  ) throws {
    self.query = query
    self.graph = graph
    self.context = context
    self.starts = starts[...]
    let target = PathTarget(
      ends: ends, isCyclic: query.isCyclic, maxLength: min(query.maxLength ?? Int.max, graph.nodeCount))
    walk =
      query.selection == .shortest
      ? ShortestPaths(graph, target, context: context) : try AllPaths(graph, target, context: context)
    output = Batch(columns: 2 + graph.edges.width)
  }

  func next() throws -> Bool {
    output.count = 0
    while output.count < Batch.capacity {
      if written == edges.count {
        guard try advance() else { break }
      }
      write(edges[written])
      written += 1
    }
    return output.count > 0
  }

  /// Goes on to the next path that is wanted.
  private func advance() throws -> Bool {
    if let limit = query.limit, limit == 0 || number - query.offset >= limit { return false }
    repeat {
      guard try find() else { return false }
      number += 1
    } while number <= query.offset
    edges = walk.path
    written = 0
    return true
  }

  private func find() throws -> Bool {
    while true {
      if isWalking, try walk.next() { return true }
      guard let start = starts.popFirst() else { return false }
      try context.checkpoint()
      try walk.begin(at: start)
      isWalking = true
    }
  }

  private func write(_ edge: UInt32) {
    let row = output.count
    output.columns[0][row] = TermID(integer: number) ?? .none
    output.columns[1][row] = TermID(integer: written + 1) ?? .none
    for column in 0..<graph.edges.width {
      output.columns[2 + column][row] = graph.edges.columns[column][Int(edge)]
    }
    output.count = row + 1
  }
}
