import TripleStore

/// COUNT(DISTINCT …): the terms of all groups in one list, which is sorted to tell how many each has.
///
/// - Complexity: O(rows) by radix sort; memory as `DistinctWords`.
final class DistinctCountState: AggregateState {
  private let keys = DistinctWords()
  /// Terms whose keys do not fit into eight bytes.
  private var wide: Set<GroupedTerm> = []
  private var counts: [Int] = []
  private var isCounted = false

  override func reserve(_ count: Int) {
    if counts.count < count { counts.append(contentsOf: repeatElement(0, count: count - counts.count)) }
  }

  override func add(_ ids: UnsafePointer<TermID>, _ groups: UnsafePointer<Int32>, _ count: Int) {
    isCounted = false
    for row in 0..<count where ids[row].isBound {
      let term = GroupedTerm(id: ids[row], group: groups[row])
      let key = term.key
      if key != 0 { keys.insert(key) } else { wide.insert(term) }
    }
  }

  override func result(group: Int) -> TermID {
    if !isCounted { countTerms() }
    return TermID(integer: counts[group]) ?? .none
  }

  private func countTerms() {
    for group in counts.indices { counts[group] = 0 }
    keys.forEach { counts[GroupedTerm.group(ofKey: $0)] += 1 }
    for term in wide { counts[Int(term.group)] += 1 }
    isCounted = true
  }

  override var bytes: Int { counts.count * 8 + keys.bytes + wide.count * 48 }
}
