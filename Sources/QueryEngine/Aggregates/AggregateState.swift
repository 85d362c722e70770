import TripleStore

/// What an aggregate keeps for each group. An argument in error or unbound arrives as `.none`.
class AggregateState {
  /// Makes room for groups 0..<count.
  func reserve(_ count: Int) {}

  func add(_ id: TermID, group: Int) {}

  /// Takes many values; a subclass overrides it where a tighter loop pays.
  func add(_ ids: UnsafePointer<TermID>, _ groups: UnsafePointer<Int32>, _ count: Int) {
    for row in 0..<count { add(ids[row], group: Int(groups[row])) }
  }

  /// Takes rows without a value, for `COUNT(*)`.
  func addRows(_ groups: UnsafePointer<Int32>, _ count: Int) {}

  func result(group: Int) -> TermID { .none }

  /// Memory it holds, about.
  var bytes: Int { 0 }
}

/// COUNT
final class CountState: AggregateState {
  private var counts: [Int] = []

  override func reserve(_ count: Int) {
    if counts.count < count { counts.append(contentsOf: repeatElement(0, count: count - counts.count)) }
  }

  override func add(_ id: TermID, group: Int) { if id.isBound { counts[group] += 1 } }

  override func add(_ ids: UnsafePointer<TermID>, _ groups: UnsafePointer<Int32>, _ count: Int) {
    counts.withUnsafeMutableBufferPointer { counts in
      for row in 0..<count { counts[Int(groups[row])] &+= ids[row].isBound ? 1 : 0 }
    }
  }

  override func addRows(_ groups: UnsafePointer<Int32>, _ count: Int) {
    counts.withUnsafeMutableBufferPointer { counts in
      for row in 0..<count { counts[Int(groups[row])] &+= 1 }
    }
  }

  override func result(group: Int) -> TermID { TermID(integer: counts[group]) ?? .none }

  override var bytes: Int { counts.count * 8 }
}

/// SAMPLE: the value with the least id, so that it does not hang on the order of rows; values in error are left out.
final class SampleState: AggregateState {
  private let order: TermOrder
  private var ids: [TermID] = []

  init(_ pool: TermPool) { order = TermOrder(pool) }

  override func reserve(_ count: Int) {
    if ids.count < count { ids.append(contentsOf: repeatElement(.none, count: count - ids.count)) }
  }

  override func add(_ id: TermID, group: Int) {
    guard id.isBound else { return }
    let best = ids[group]
    // Ids of computed terms are numbered as they come, so only their values count.
    let isLess = id.kind == .local && best.kind == .local ? order.compareTerms(id, best) < 0 : id < best
    if !best.isBound || isLess { ids[group] = id }
  }

  override func result(group: Int) -> TermID { ids[group] }

  override var bytes: Int { ids.count * 8 }
}

/// MIN and MAX by the order of ORDER BY; values in error are left out.
final class ExtremeState: AggregateState {
  private let order: TermOrder
  private let wantsLargest: Bool
  private var ids: [TermID] = []

  init(_ pool: TermPool, wantsLargest: Bool) {
    order = TermOrder(pool)
    self.wantsLargest = wantsLargest
  }

  override func reserve(_ count: Int) {
    if ids.count < count { ids.append(contentsOf: repeatElement(.none, count: count - ids.count)) }
  }

  override func add(_ id: TermID, group: Int) {
    guard id.isBound, id != ids[group] else { return }
    let best = ids[group]
    guard best.isBound else {
      ids[group] = id
      return
    }
    if (order.compareTerms(id, best) > 0) == wantsLargest { ids[group] = id }
  }

  override func result(group: Int) -> TermID { ids[group] }

  override var bytes: Int { ids.count * 8 }
}
