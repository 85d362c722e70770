/// The numbers of terms that may be stated in several places, by a hash of what they are.
///
/// - Complexity: O(1) a look-up; nothing is allocated before the first.
struct TermIndex: Sendable {
  private struct Slot: Sendable {
    var hash: UInt64 = 0
    /// One more than the number of the term; 0 where the slot is free.
    var term: UInt32 = 0
  }

  private var slots: [Slot] = []
  private var count = 0

  /// The term with this hash of which `isSame` holds.
  func term(_ hash: UInt64, where isSame: (UInt32) -> Bool) -> UInt32? {
    guard !slots.isEmpty else { return nil }
    var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[index].term > 0 {
      if slots[index].hash == hash, isSame(slots[index].term - 1) { return slots[index].term - 1 }
      index = (index + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds a term that the index does not hold.
  mutating func insert(_ term: UInt32, _ hash: UInt64) {
    if count * 2 >= slots.count { grow() }
    place(Slot(hash: hash, term: term + 1))
    count += 1
  }

  private mutating func place(_ slot: Slot) {
    var index = Int(truncatingIfNeeded: slot.hash) & (slots.count - 1)
    while slots[index].term > 0 { index = (index + 1) & (slots.count - 1) }
    slots[index] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: max(64, old.count * 2))
    for slot in old where slot.term > 0 { place(slot) }
  }
}
