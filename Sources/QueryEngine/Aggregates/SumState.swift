import TripleStore

/// SUM and AVG: 0 for an empty group, an error where a value is no number or in error.
final class SumState: AggregateState {
  private let pool: TermPool
  private let isAverage: Bool
  /// Of values that ids carry, for each group; the rest is added at the end.
  private var small: [Int128] = []
  private var counts: [Int] = []
  /// Of all other values; nil once there was an error.
  private var other: [Numeric?] = []

  init(_ pool: TermPool, isAverage: Bool) {
    self.pool = pool
    self.isAverage = isAverage
  }

  override func reserve(_ count: Int) {
    guard counts.count < count else { return }
    small.append(contentsOf: repeatElement(0, count: count - counts.count))
    other.append(contentsOf: repeatElement(.integer(0), count: count - counts.count))
    counts.append(contentsOf: repeatElement(0, count: count - counts.count))
  }

  override func add(_ id: TermID, group: Int) {
    if let integer = id.integer {
      small[group] += Int128(integer)
      counts[group] += 1
    } else {
      addDecoded(id, group)
    }
  }

  override func add(_ ids: UnsafePointer<TermID>, _ groups: UnsafePointer<Int32>, _ count: Int) {
    var rest = 0
    small.withUnsafeMutableBufferPointer { small in
      counts.withUnsafeMutableBufferPointer { counts in
        for row in 0..<count {
          guard let integer = ids[row].integer else {
            rest += 1
            continue
          }
          let group = Int(groups[row])
          small[group] &+= Int128(integer)
          counts[group] &+= 1
        }
      }
    }
    if rest == 0 { return }
    for row in 0..<count where ids[row].integer == nil { addDecoded(ids[row], Int(groups[row])) }
  }

  private func addDecoded(_ id: TermID, _ group: Int) {
    guard let sum = other[group] else { return }
    guard let number = Value(of: id, in: pool).flatMap({ Numeric($0) }) else {
      other[group] = nil
      return
    }
    other[group] = sum + number
    counts[group] += 1
  }

  override func result(group: Int) -> TermID {
    guard let rest = other[group], let sum = rest + .integer(small[group]) else { return .none }
    if !isAverage { return pool.id(for: sum.value) }
    if counts[group] == 0 { return pool.id(for: Value.integer(0)) }
    guard let average = sum / .integer(Int128(counts[group])) else { return .none }
    return pool.id(for: average.value)
  }

  override var bytes: Int {
    counts.count * (MemoryLayout<Int>.stride + MemoryLayout<Int128>.stride + MemoryLayout<Numeric?>.stride)
  }
}
