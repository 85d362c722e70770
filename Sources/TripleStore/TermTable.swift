/// An open-addressing table from hashes to ids; the owner says which of the ids with a hash is the one.
struct TermTable {
  private struct Slot {
    var id: UInt64
    var hash: UInt64
  }

  private var slots = [Slot](repeating: Slot(id: 0, hash: 0), count: 1024)
  private(set) var count = 0

  /// The id with this hash for which `matches` holds, nil where there is none.
  @inline(__always)
  func find(_ hash: UInt64, _ matches: (TermID) -> Bool) -> TermID? {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count &- 1
      var place = Int(truncatingIfNeeded: hash &* 0x9E37_79B9_7F4A_7C15 &>> 20) & mask
      while slots[place].id != 0 {
        if slots[place].hash == hash {
          let id = TermID(rawValue: slots[place].id)
          if matches(id) { return id }
        }
        place = (place &+ 1) & mask
      }
      return nil
    }
  }

  mutating func insert(_ hash: UInt64, _ id: TermID) {
    if (count + 1) * 5 > slots.count * 3 { grow() }
    put(Slot(id: id.rawValue, hash: hash))
    count += 1
  }

  private mutating func put(_ slot: Slot) {
    slots.withUnsafeMutableBufferPointer { slots in
      let mask = slots.count &- 1
      var place = Int(truncatingIfNeeded: slot.hash &* 0x9E37_79B9_7F4A_7C15 &>> 20) & mask
      while slots[place].id != 0 { place = (place &+ 1) & mask }
      slots[place] = slot
    }
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(id: 0, hash: 0), count: old.count * 4)
    for slot in old where slot.id != 0 { put(slot) }
  }
}
