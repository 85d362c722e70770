/// Finds the paths from one node after the other; a path is a row of edges.
protocol PathWalk: AnyObject {
  /// The edges of the path found last, from its start to its end.
  var path: [UInt32] { get }

  func begin(at start: UInt32) throws

  /// Whether there was another path.
  func next() throws -> Bool
}

/// Where paths may end, and how long they may be.
struct PathTarget {
  /// By node; nil = everywhere. Of cyclic paths it is asked where they begin.
  let ends: [Bool]?
  let isCyclic: Bool
  let maxLength: Int

  func mayEnd(at node: UInt32) -> Bool { ends?[Int(node)] ?? true }
}

/// The number of edges from or to some nodes, found breadth first.
struct PathDistances {
  static let unreached = UInt32.max

  /// By node.
  private(set) var values: [UInt32]
  /// The nodes reached, nearest first.
  private(set) var order: [UInt32] = []

  init(nodes: Int) { values = [UInt32](repeating: PathDistances.unreached, count: nodes) }

  subscript(node: UInt32) -> UInt32 { values[Int(node)] }

  /// Forgets what was reached.
  ///
  /// - Complexity: O(nodes reached)
  mutating func reset() {
    for node in order { values[Int(node)] = PathDistances.unreached }
    order.removeAll(keepingCapacity: true)
  }

  /// Searches from `origins` along the edges, or against them, no farther than `limit`.
  mutating func search(
    from origins: some Sequence<UInt32>, in graph: PathGraph, backwards: Bool = false, limit: Int,
    context: QueryContext
  ) throws {
    for node in origins { reach(node, 0) }
    var next = 0
    while next < order.count {
      let node = order[next]
      next += 1
      if next & 0xFFF == 0 { try context.checkpoint() }
      let distance = values[Int(node)]
      if distance >= limit { return }
      for edge in backwards ? graph.edges(to: node) : graph.edges(from: node) {
        reach(backwards ? graph.sources[Int(edge)] : graph.targets[Int(edge)], distance + 1)
      }
    }
  }

  private mutating func reach(_ node: UInt32, _ distance: UInt32) {
    guard values[Int(node)] == PathDistances.unreached else { return }
    values[Int(node)] = distance
    order.append(node)
  }
}
