import Glibc
import TripleStore

/// The distinct terms of each group in the order of their first appearance, for DISTINCT in aggregates that hang on it: an
/// open-addressing set in eight bytes each.
final class SeenTerms {
  /// Slots up to which a table grows fourfold.
  private static let small = 1 << 16

  /// Keys of terms; 0 where a slot is free.
  private var slots: UnsafeMutablePointer<UInt64>
  private var capacity = 64
  private var used = 0
  /// Terms whose keys do not fit into eight bytes.
  private var wide: Set<GroupedTerm> = []

  init() { slots = LargeMemory.zeros(capacity) }

  deinit { free(slots) }

  var bytes: Int { capacity * 8 + wide.count * 48 }

  /// Moves the terms that their groups did not have yet to the front, with their groups, and gives their number. Unbound ones
  /// are left out.
  func keepNew(
    _ ids: UnsafeMutablePointer<TermID>, _ groups: UnsafePointer<Int32>, _ count: Int,
    groupsOfNew: UnsafeMutablePointer<Int32>
  ) -> Int {
    while (used + count) * 2 > capacity { grow() }
    var new = 0
    for row in 0..<count where ids[row].isBound {
      let term = GroupedTerm(id: ids[row], group: groups[row])
      guard insert(term) else { continue }
      (ids[new], groupsOfNew[new]) = (term.id, term.group)
      new += 1
    }
    return new
  }

  /// True where the term was not there.
  @inline(__always)
  private func insert(_ term: GroupedTerm) -> Bool {
    let key = term.key
    if key == 0 { return wide.insert(term).inserted }
    let slot = find(key)
    if slots[slot] != 0 { return false }
    slots[slot] = key
    used += 1
    return true
  }

  /// Where the key is, or where it would go.
  @inline(__always)
  private func find(_ key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 24) & (capacity - 1)
    while slots[slot] != 0, slots[slot] != key { slot = (slot + 1) & (capacity - 1) }
    return slot
  }

  private func grow() {
    let (old, count) = (slots, capacity)
    capacity *= capacity < SeenTerms.small ? 4 : 2
    slots = LargeMemory.zeros(capacity)
    for index in 0..<count where old[index] != 0 { slots[find(old[index])] = old[index] }
    free(old)
  }
}
