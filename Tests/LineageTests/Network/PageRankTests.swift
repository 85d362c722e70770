import Testing

@testable import Lineage

@Suite struct PageRankTests {
  /// The shares as the solution of their linear equations (Gauss–Jordan): the definition, not the iteration.
  private func solved(_ graph: [[Int]]) -> [Double] {
    let count = graph.count
    var rows = (0..<count).map { row -> [Double] in
      (0..<count).map { column in
        let flow =
          graph[column].isEmpty
          ? 1 / Double(count) : graph[column].contains(row) ? 1 / Double(graph[column].count) : 0
        return (row == column ? 1 : 0) - 0.85 * flow
      } + [0.15 / Double(count)]
    }
    for pivot in 0..<count {
      let best = (pivot..<count).max { abs(rows[$0][pivot]) < abs(rows[$1][pivot]) } ?? pivot
      rows.swapAt(pivot, best)
      for row in 0..<count where row != pivot {
        let factor = rows[row][pivot] / rows[pivot][pivot]
        for column in pivot...count { rows[row][column] -= factor * rows[pivot][column] }
      }
    }
    return (0..<count).map { rows[$0][count] / rows[$0][$0] }
  }

  @Test("shares solve the equations and add up to 1", arguments: 1...20)
  func equations(seed: Int) {
    var numbers = FixedNumbers(state: UInt64(seed))
    let graph = (0..<14).map { node in
      (0..<14).filter { $0 != node && Int.random(in: 0..<100, using: &numbers) < 15 }
    }
    let shares = PageRank(of: graph).shares
    #expect(abs(shares.reduce(0, +) - 1) < 1e-9)
    #expect(zip(shares, solved(graph)).allSatisfy { abs($0 - $1) < 1e-8 })
  }

  @Test("a document alone has everything, an empty network nothing")
  func extremes() {
    #expect(PageRank(of: [[]]).shares == [1])
    #expect(PageRank(of: []).shares.isEmpty)
  }
}
