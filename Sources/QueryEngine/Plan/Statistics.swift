import TripleStore

/// Exact counts that the planner goes by, read from the indexes once for each state of the store.
final class Statistics {
  private struct Key: Hashable {
    let order: IndexOrder
    let prefix: [TermID]
    /// nil where distinct values are counted.
    let graph: GraphSelection?
  }

  /// Counts kept at most; then all are forgotten.
  private static let limit = 1 << 14
  private var known: [Key: Double] = [:]

  /// Triples whose first columns are `prefix`.
  func matches(
    _ order: IndexOrder, _ prefix: [TermID], graph: GraphSelection, in snapshot: Snapshot
  ) -> Double {
    count(Key(order: order, prefix: prefix, graph: graph)) {
      Double(snapshot.count(order, prefix, graph: graph))
    }
  }

  /// Distinct values of the column behind `prefix`, over all graphs.
  func values(_ order: IndexOrder, _ prefix: [TermID], in snapshot: Snapshot) -> Double {
    count(Key(order: order, prefix: prefix, graph: nil)) { Double(snapshot.distinctCount(order, prefix)) }
  }

  private func count(_ key: Key, _ read: () -> Double) -> Double {
    if let count = known[key] { return count }
    if known.count >= Statistics.limit { known.removeAll() }
    let count = read()
    known[key] = count
    return count
  }
}
