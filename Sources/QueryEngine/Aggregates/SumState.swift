import TripleStore

/// SUM and AVG: 0 for an empty group, an error where a value is no number or in error.
final class SumState: AggregateState {
  private struct Total {
    /// Of values that ids carry; the rest is added at the end.
    var small: Int128 = 0
    var other: Numeric = .integer(0)
    var count = 0
    var failed = false
  }

  private let pool: TermPool
  private let isAverage: Bool
  private var totals: [Total] = []

  init(_ pool: TermPool, isAverage: Bool) {
    self.pool = pool
    self.isAverage = isAverage
  }

  override func reserve(_ count: Int) {
    if totals.count < count { totals.append(contentsOf: repeatElement(Total(), count: count - totals.count)) }
  }

  override func add(_ id: TermID, group: Int) {
    if let integer = id.integer {
      totals[group].small += Int128(integer)
      totals[group].count += 1
    } else {
      addDecoded(id, group)
    }
  }

  override func add(_ ids: UnsafePointer<TermID>, _ groups: UnsafePointer<Int32>, _ count: Int) {
    for row in 0..<count { add(ids[row], group: Int(groups[row])) }
  }

  private func addDecoded(_ id: TermID, _ group: Int) {
    guard let number = Value(of: id, in: pool).flatMap({ Numeric($0) }),
      let sum = totals[group].other + number
    else {
      totals[group].failed = true
      return
    }
    totals[group].other = sum
    totals[group].count += 1
  }

  override func result(group: Int) -> TermID {
    let total = totals[group]
    guard !total.failed, let sum = total.other + .integer(total.small) else { return .none }
    if !isAverage { return pool.id(for: sum.value) }
    if total.count == 0 { return pool.id(for: .integer(0)) }
    guard let average = sum / .integer(Int128(total.count)) else { return .none }
    return pool.id(for: average.value)
  }
}
