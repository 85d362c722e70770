@preconcurrency import Glibc

/// An open-addressing table from hashes to ids; the owner says which of the ids with a hash is the one.
final class TermTable {
  private struct Slot {
    var id: UInt64
    var hash: UInt64
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private var count = 0

  init() {
    mask = 1023
    slots = TermTable.empty(1024)
  }

  deinit { free(slots) }

  private static func empty(_ capacity: Int) -> UnsafeMutablePointer<Slot> {
    // Two words of zero are an empty slot.
    UnsafeMutableRawPointer(LargeMemory.zeros(2 * capacity)).bindMemory(to: Slot.self, capacity: capacity)
  }

  @inline(__always)
  private static func place(_ hash: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: hash &* 0x9E37_79B9_7F4A_7C15 &>> 20) & mask
  }

  /// The id with this hash for which `matches` holds, nil where there is none.
  @inline(__always)
  func find(_ hash: UInt64, _ matches: (TermID) -> Bool) -> TermID? {
    let slots = slots
    let mask = mask
    var place = TermTable.place(hash, mask)
    while slots[place].id != 0 {
      if slots[place].hash == hash {
        let id = TermID(rawValue: slots[place].id)
        if matches(id) { return id }
      }
      place = (place &+ 1) & mask
    }
    return nil
  }

  func insert(_ hash: UInt64, _ id: TermID) {
    if (count + 1) * 5 > (mask + 1) * 3 { grow() }
    put(Slot(id: id.rawValue, hash: hash))
    count += 1
  }

  @inline(__always)
  private func put(_ slot: Slot) {
    var place = TermTable.place(slot.hash, mask)
    while slots[place].id != 0 { place = (place &+ 1) & mask }
    slots[place] = slot
  }

  private func grow() {
    let old = slots
    let capacity = mask + 1
    mask = capacity * 4 - 1
    slots = TermTable.empty(capacity * 4)
    for place in 0..<capacity where old[place].id != 0 { put(old[place]) }
    free(old)
  }
}
