/// The nodes that can be reached from one node, by the number of steps (a breadth-first search).
struct Generations {
  struct Entry {
    let node: Int
    /// Steps from the start by the shortest way.
    let generation: Int
    /// The entry through which it is first met; nil for the start.
    let parent: Int?
  }

  /// The start, then all others by generation, within one by `rank`.
  let entries: [Entry]

  /// - Parameter rank: the place of each node in the order in which those of a generation are listed.
  /// - Complexity: O(edges + n log n) for n nodes met.
  init(from start: Int, in graph: [[Int]], rank: [Int]) {
    var entries = [Entry(node: start, generation: 0, parent: nil)]
    var isMet = [Bool](repeating: false, count: graph.count)
    isMet[start] = true
    var first = 0
    while first < entries.count {
      let parents = first..<entries.count
      var met: [Entry] = []
      for parent in parents {
        for node in graph[entries[parent].node] where !isMet[node] {
          isMet[node] = true
          met.append(Entry(node: node, generation: entries[parent].generation + 1, parent: parent))
        }
      }
      first = parents.upperBound
      entries += met.sorted { rank[$0.node] < rank[$1.node] }
    }
    self.entries = entries
  }
}
