/// The main path of a citation network: the way from a document back to its origins that most lines of descent share.
///
/// An edge weighs as many as there are paths from the start to a source without citations that pass over it (search path
/// count: Hummon & Doreian 1989, Batagelj 2003), counted on the acyclic condensation; the main path is the path of the
/// greatest total weight. Of equals the one whose next document has the later symbol wins. Counts are exact up to 2⁵³.
struct MainPath {
  /// The nodes along the path from the start; more than one where documents cite each other.
  let steps: [[Int]]

  /// - Complexity: O(nodes + edges).
  init(from start: Int, in graph: [[Int]]) {
    let components = Components(of: graph)
    let count = components.members.count
    let origin = components.component[start]
    // Each edge leads to a smaller number, so ascending order meets what is cited first.
    var toSources = [Double](repeating: 0, count: count)
    for node in 0..<count {
      toSources[node] =
        components.cited[node].isEmpty ? 1 : components.cited[node].reduce(0) { $0 + toSources[$1] }
    }
    var fromStart = [Double](repeating: 0, count: count)
    fromStart[origin] = 1
    for node in (0..<count).reversed() where fromStart[node] > 0 {
      for target in components.cited[node] { fromStart[target] += fromStart[node] }
    }
    var total = [Double](repeating: 0, count: count)
    var next = [Int?](repeating: nil, count: count)
    func symbolRank(_ component: Int) -> Int { components.members[component].last ?? 0 }
    for node in 0..<count {
      for target in components.cited[node] {
        let weight = fromStart[node] * toSources[target] + total[target]
        let isBetter = next[node].map { weight == total[node] && symbolRank(target) > symbolRank($0) } ?? true
        if weight > total[node] || isBetter {
          total[node] = weight
          next[node] = target
        }
      }
    }
    var steps: [[Int]] = []
    var current: Int? = origin
    while let node = current {
      steps.append(components.members[node])
      current = next[node]
    }
    self.steps = steps
  }
}
