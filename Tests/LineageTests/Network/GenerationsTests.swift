import Testing

@testable import Lineage

@Suite struct GenerationsTests {
  @Test("a generation is the length of the shortest way, and a parent stands one before", arguments: 1...30)
  func shortestWays(seed: Int) {
    var numbers = FixedNumbers(state: UInt64(seed))
    let graph = (0..<15).map { _ in (0..<15).filter { _ in Int.random(in: 0..<100, using: &numbers) < 10 } }
    // Bellman and Ford's relaxation, as often as there are nodes.
    var distance = [Int](repeating: .max, count: 15)
    distance[0] = 0
    for _ in graph {
      for (node, targets) in graph.enumerated() where distance[node] < .max {
        for target in targets { distance[target] = min(distance[target], distance[node] + 1) }
      }
    }
    let entries = Generations(from: 0, in: graph, rank: Array((0..<15).reversed())).entries
    #expect(entries.count == distance.count { $0 < .max })
    for entry in entries {
      #expect(entry.generation == distance[entry.node])
      guard let parent = entry.parent else { continue }
      #expect(entries[parent].generation == entry.generation - 1)
      #expect(graph[entries[parent].node].contains(entry.node))
    }
    for (one, next) in zip(entries, entries.dropFirst()) where one.generation == next.generation {
      #expect(one.node > next.node, "of a generation the lower rank comes first")
    }
  }
}
