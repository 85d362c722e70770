/// All shortest paths from a node to each of its ends, the nearest end first.
///
/// A breadth-first search gives the distances; every way back along edges that come one step nearer is a shortest path, so
/// that nothing is ever tried in vain.
final class ShortestPaths: PathWalk {
  private(set) var path: [UInt32] = []

  private let graph: PathGraph
  private let target: PathTarget
  private let context: QueryContext
  private var distances: PathDistances
  private var start: UInt32 = 0
  /// Ends that are still to come, nearest first.
  private var ends: ArraySlice<UInt32> = []
  /// The way back from the end: the edges to be tried at each step, those taken already left out.
  private var choices: [ArraySlice<UInt32>] = []
  /// The edges taken, from the end on.
  private var taken: [UInt32] = []
  /// Edges of the paths to the present end.
  private var length: UInt32 = 0

  init(_ graph: PathGraph, _ target: PathTarget, context: QueryContext) {
    self.graph = graph
    self.target = target
    self.context = context
    distances = PathDistances(nodes: graph.nodeCount)
  }

  func begin(at start: UInt32) throws {
    self.start = start
    choices.removeAll()
    taken.removeAll()
    distances.reset()
    try distances.search(from: [start], in: graph, limit: target.maxLength, context: context)
    if target.isCyclic {
      ends = target.mayEnd(at: start) ? [start] : []
    } else {
      ends = distances.order.dropFirst().filter(target.mayEnd)[...]
    }
  }

  func next() throws -> Bool {
    while true {
      if choices.isEmpty {
        guard let end = ends.popFirst() else { return false }
        length = target.isCyclic ? shortestCycle() : distances[end]
        if length > target.maxLength { return false }
        choices.append(graph.edges(to: end))
      }
      try context.checkpoint()
      if try advance() { return true }
    }
  }

  /// Goes on to the next path to the present end; false where there is none.
  private func advance() throws -> Bool {
    if taken.count == choices.count { taken.removeLast() }
    while let edge = choices[choices.count - 1].popFirst() ?? backtrack() {
      let node = graph.sources[Int(edge)]
      // `length - choices.count` edges are left before this one.
      guard distances[node] == length - UInt32(choices.count) else { continue }
      taken.append(edge)
      if taken.count == length {
        path = taken.reversed()
        return true
      }
      choices.append(graph.edges(to: node))
    }
    return false
  }

  /// Drops steps that have no edge left; nil where all have been dropped.
  private func backtrack() -> UInt32? {
    while !choices.isEmpty {
      if let edge = choices[choices.count - 1].popFirst() { return edge }
      choices.removeLast()
      if !taken.isEmpty { taken.removeLast() }
    }
    return nil
  }

  /// Edges of the shortest cycles through the start.
  private func shortestCycle() -> UInt32 {
    graph.edges(to: start).map { distances[graph.sources[Int($0)]] }.min().map {
      $0 == PathDistances.unreached ? $0 : $0 + 1
    } ?? PathDistances.unreached
  }
}
