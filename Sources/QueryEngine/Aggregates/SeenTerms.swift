import Glibc
import TripleStore

/// The distinct terms of each group, for DISTINCT in aggregates: an open-addressing set of (group, id) in eight bytes each.
final class SeenTerms {
  /// A group and an id that eight bytes cannot hold together.
  private struct Wide: Hashable {
    let id: TermID
    let group: Int32
  }

  private static let payloadBits: UInt64 = 36
  private static let groupBits: UInt64 = 24
  /// Slots up to which a table grows fourfold.
  private static let small = 1 << 16

  /// Kind, group and payload; 0 where a slot is free.
  private var slots: UnsafeMutablePointer<UInt64>
  private var capacity = 64
  private var used = 0
  private var wide: Set<Wide> = []
  /// Of each row of a batch: its key, where that is looked for first, and what stands there.
  private var probes: [(key: UInt64, slot: Int, found: UInt64)] = Array(
    repeating: (0, 0, 0), count: Batch.capacity)

  init() { slots = TableMemory.zeros(capacity) }

  deinit { free(slots) }

  var bytes: Int { capacity * 8 + wide.count * 48 }

  /// Moves the terms that their groups did not have yet to the front, with their groups, and gives their number. Unbound ones
  /// are left out.
  ///
  /// A batch is looked up in two passes: the first brings the slots near, one not waiting for another.
  func keepNew(
    _ ids: UnsafeMutablePointer<TermID>, _ groups: UnsafePointer<Int32>, _ count: Int,
    groupsOfNew: UnsafeMutablePointer<Int32>
  ) -> Int {
    while (used + count) * 2 > capacity { grow() }
    return probes.withUnsafeMutableBufferPointer { probes in
      for row in 0..<count {
        let key = SeenTerms.key(ids[row], groups[row])
        let slot = SeenTerms.hash(key) & (capacity - 1)
        probes[row] = (key, slot, slots[slot])
      }
      var new = 0
      for row in 0..<count where ids[row].isBound {
        let (id, group, probe) = (ids[row], groups[row], probes[row])
        if probe.key == 0 {
          guard wide.insert(Wide(id: id, group: group)).inserted else { continue }
        } else {
          if probe.found == probe.key { continue }
          let slot = find(probe.key, from: probe.slot)
          if slots[slot] != 0 { continue }
          slots[slot] = probe.key
          used += 1
        }
        (ids[new], groupsOfNew[new]) = (id, group)
        new += 1
      }
      return new
    }
  }

  /// Eight bytes for both; 0 where they do not fit.
  ///
  /// Numbers and dates that are not negative have the payload's highest bit set, all dictionary entries have not: it tells no
  /// two of a kind apart.
  @inline(__always)
  private static func key(_ id: TermID, _ group: Int32) -> UInt64 {
    let (payload, number) = (id.payload & (1 << 59 - 1), UInt64(UInt32(bitPattern: group)))
    guard payload &>> payloadBits == 0, number &>> groupBits == 0 else { return 0 }
    return id.rawValue & 0xF000_0000_0000_0000 | number &<< payloadBits | payload
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 24)
  }

  @inline(__always)
  private func find(_ key: UInt64, from start: Int) -> Int {
    var slot = start
    while slots[slot] != 0, slots[slot] != key { slot = (slot + 1) & (capacity - 1) }
    return slot
  }

  private func grow() {
    let (old, count) = (slots, capacity)
    capacity *= capacity < SeenTerms.small ? 4 : 2
    slots = TableMemory.zeros(capacity)
    for index in 0..<count where old[index] != 0 {
      slots[find(old[index], from: SeenTerms.hash(old[index]) & (capacity - 1))] = old[index]
    }
    free(old)
  }
}
