import TripleStore

/// Breadth-first search over a step graph, with a bitmap of visited nodes that is cleared by what was visited.
///
/// - Complexity: O(reached nodes + their edges) for each search; one bit a node of memory.
struct Reach {
  private var visited: [UInt64]
  private(set) var queue: [UInt32] = []

  init(nodes: Int) { visited = [UInt64](repeating: 0, count: (nodes + 63) / 64) }

  /// The nodes reached from `start` by one step or more (at most one where `isSingleStep`), in ascending order; `start` is
  /// among them where a cycle leads back or `includesSelf`.
  mutating func search(
    from start: UInt32, _ adjacency: Adjacency, isSingleStep: Bool, includesSelf: Bool
  ) -> [UInt32] {
    queue.removeAll(keepingCapacity: true)
    if includesSelf { visit(start) }
    adjacency.forEach(of: start) { visit($0) }
    var next = includesSelf ? 1 : 0
    while !isSingleStep, next < queue.count {
      let node = queue[next]
      next += 1
      adjacency.forEach(of: node) { visit($0) }
    }
    for node in queue { visited[Int(node >> 6)] &= ~(1 << UInt64(node & 63)) }
    return queue.sorted()
  }

  @inline(__always)
  private mutating func visit(_ node: UInt32) {
    let bit: UInt64 = 1 << UInt64(node & 63)
    guard visited[Int(node >> 6)] & bit == 0 else { return }
    visited[Int(node >> 6)] |= bit
    queue.append(node)
  }
}
