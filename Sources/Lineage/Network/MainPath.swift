/// The main path of a citation network: the way from a document back to its origins that most lines of descent share.
///
/// An edge weighs as many as there are paths from the start to a source without citations that pass over it (search path
/// count: Hummon & Doreian 1989, Batagelj 2003), counted on the acyclic condensation; the main path is the path of the
/// greatest total weight. Of equals the one whose next document has the later symbol wins. Counts are exact up to 2⁵³.
struct MainPath {
  /// The nodes along the path from the start; more than one where documents cite each other.
  let steps: [[Int]]
  /// For each node one that follows it on the weightiest way from it to an origin; nil where nothing outside its ring follows.
  let onward: [Int?]
  /// For each node one that precedes it on the weightiest way from the start to it; nil for what the start does not reach.
  let backward: [Int?]

  /// - Complexity: O(nodes + edges).
  init(from start: Int, in graph: [[Int]]) {
    let network = Components(of: graph)
    let count = network.members.count
    let origin = network.component[start]
    // Each edge leads to a smaller number, so ascending order meets what is cited first.
    var toSources = [Double](repeating: 0, count: count)
    for node in 0..<count {
      toSources[node] =
        network.cited[node].isEmpty ? 1 : network.cited[node].reduce(0) { $0 + toSources[$1] }
    }
    var fromStart = [Double](repeating: 0, count: count)
    fromStart[origin] = 1
    for node in (0..<count).reversed() where fromStart[node] > 0 {
      for target in network.cited[node] { fromStart[target] += fromStart[node] }
    }
    func weight(_ node: Int, _ target: Int) -> Double { fromStart[node] * toSources[target] }

    var ahead = BestSteps(network.members)
    for node in 0..<count {
      for target in network.cited[node] { ahead.offer(target, to: node, weight: weight(node, target)) }
    }
    var behind = BestSteps(network.members)
    for node in (0..<count).reversed() where fromStart[node] > 0 {
      for target in network.cited[node] { behind.offer(node, to: target, weight: weight(node, target)) }
    }
    var steps: [[Int]] = []
    var current: Int? = origin
    while let node = current {
      steps.append(network.members[node])
      current = ahead.next[node]
    }
    self.steps = steps
    onward = network.component.map { ahead.next[$0].flatMap { network.members[$0].first } }
    backward = network.component.map { behind.next[$0].flatMap { network.members[$0].first } }
  }
}

/// For each component the neighbour over which its weightiest way goes on.
private struct BestSteps {
  private let members: [[Int]]
  private var total: [Double]
  private(set) var next: [Int?]

  init(_ members: [[Int]]) {
    self.members = members
    total = [Double](repeating: 0, count: members.count)
    next = [Int?](repeating: nil, count: members.count)
  }

  /// Takes the way over `neighbour`, whose own best way is known, if it beats what `component` has.
  mutating func offer(_ neighbour: Int, to component: Int, weight: Double) {
    let sum = weight + total[neighbour]
    func lastSymbol(_ component: Int) -> Int { members[component].last ?? 0 }
    if let known = next[component] {
      guard sum > total[component] || sum == total[component] && lastSymbol(neighbour) > lastSymbol(known)
      else { return }
    }
    total[component] = sum
    next[component] = neighbour
  }
}
