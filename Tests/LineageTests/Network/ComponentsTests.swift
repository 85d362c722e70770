import Testing

@testable import Lineage

@Suite struct ComponentsTests {
  @Test("two nodes share a component exactly when each reaches the other", arguments: 1...30)
  func againstReachability(seed: Int) {
    var numbers = FixedNumbers(state: UInt64(seed))
    let graph = (0..<12).map { _ in (0..<12).filter { _ in Int.random(in: 0..<100, using: &numbers) < 12 } }
    let reach = graph.indices.map { start in
      var met: Set<Int> = [start]
      var open = [start]
      while let node = open.popLast() {
        for next in graph[node] where met.insert(next).inserted { open.append(next) }
      }
      return met
    }
    let components = Components(of: graph)
    for a in graph.indices {
      for b in graph.indices {
        #expect(
          (components.component[a] == components.component[b])
            == (reach[a].contains(b) && reach[b].contains(a)))
      }
    }
    #expect(components.members.flatMap(\.self).sorted() == Array(graph.indices))
    for (own, targets) in components.cited.enumerated() { #expect(targets.allSatisfy { $0 < own }) }
  }

  @Test("a chain of a hundred thousand documents needs no deep stack")
  func deep() {
    let graph = (0..<100_000).map { $0 == 0 ? [] : [$0 - 1] }
    #expect(Components(of: graph).members.count == 100_000)
  }
}
