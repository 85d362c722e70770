/// How much weight citations give each document (Brin & Page 1998): where a reader ends up who follows citations at random
/// and, at 15 of 100 steps or where nothing is cited, opens any document.
struct PageRank {
  /// The share of each node; all add up to 1.
  let shares: [Double]

  private static let damping = 0.85
  /// The sum of all changes at which the iteration has converged, for each node; the bound that NetworkX takes as well.
  private static let tolerance = 1e-6

  /// - Complexity: O(edges) a step, at most 100 steps.
  init(of graph: [[Int]]) {
    let count = Double(graph.count)
    var shares = [Double](repeating: 1 / max(count, 1), count: graph.count)
    for _ in 0..<100 {
      var next = [Double](repeating: 0, count: graph.count)
      var dangling = 0.0
      for (node, targets) in graph.enumerated() {
        if targets.isEmpty { dangling += shares[node] }
        for target in targets { next[target] += shares[node] / Double(targets.count) }
      }
      let base = (1 - PageRank.damping + PageRank.damping * dangling) / count
      var change = 0.0
      for node in next.indices {
        next[node] = base + PageRank.damping * next[node]
        change += abs(next[node] - shares[node])
      }
      shares = next
      if change < PageRank.tolerance * count * 1e-4 { break }
    }
    self.shares = shares
  }
}
