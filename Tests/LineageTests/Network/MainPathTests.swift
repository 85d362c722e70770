import Testing

@testable import Lineage

/// A fixed sequence of pseudo-random numbers (SplitMix64), the same in every run.
struct FixedNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// All paths from `node` to a node that cites nothing, one by one: the definition, not the algorithm.
private func allPaths(from node: Int, in graph: [[Int]]) -> [[Int]] {
  graph[node].isEmpty
    ? [[node]] : graph[node].flatMap { next in allPaths(from: next, in: graph).map { [node] + $0 } }
}

/// A network in which each node cites some of the nodes before it.
func acyclicNetwork(_ count: Int, density: Int, seed: UInt64) -> [[Int]] {
  var numbers = FixedNumbers(state: seed)
  return (0..<count).map { node in
    (0..<node).filter { _ in Int.random(in: 0..<100, using: &numbers) < density }
  }
}

@Suite struct MainPathTests {
  @Test("the main path has the greatest total search path count of all paths", arguments: 1...40)
  func againstEnumeration(seed: Int) {
    let graph = acyclicNetwork(11, density: 30, seed: UInt64(seed))
    let paths = allPaths(from: 10, in: graph)
    var weight: [[Int]: Int] = [:]
    for path in paths {
      for edge in zip(path, path.dropFirst()) { weight[[edge.0, edge.1], default: 0] += 1 }
    }
    func total(_ path: [Int]) -> Int {
      zip(path, path.dropFirst()).reduce(0) { $0 + weight[[$1.0, $1.1], default: 0] }
    }
    let found = MainPath(from: 10, in: graph).steps.flatMap(\.self)
    #expect(paths.contains(found))
    #expect(total(found) == paths.map(total).max())
  }

  @Test("documents that cite each other are one step")
  func ring() {
    #expect(MainPath(from: 3, in: [[], [0, 2], [1], [2]]).steps == [[3], [1, 2], [0]])
  }

  @Test("of equal paths the one through the later symbol is taken")
  func tie() {
    #expect(MainPath(from: 3, in: [[], [0], [0], [1, 2]]).steps == [[3], [2], [0]])
  }

  @Test("a document that cites nothing is its own main path")
  func alone() {
    #expect(MainPath(from: 0, in: [[]]).steps == [[0]])
  }
}
