import TripleStore

/// The distinct terms of each group, for DISTINCT in aggregates: an open-addressing set of (group, id).
struct SeenTerms {
  private var ids: [TermID]
  private var groups: [Int32]
  private var used = 0

  init() {
    ids = Array(repeating: .none, count: 64)
    groups = Array(repeating: 0, count: 64)
  }

  var bytes: Int { ids.count * 12 }

  /// Notes a bound term; false where the group already had it.
  mutating func insert(_ id: TermID, group: Int32) -> Bool {
    let slot = find(id, group)
    if ids[slot].isBound { return false }
    ids[slot] = id
    groups[slot] = group
    used += 1
    if used * 2 > ids.count { grow() }
    return true
  }

  private func find(_ id: TermID, _ group: Int32) -> Int {
    let mask = ids.count - 1
    let mixed =
      (id.rawValue ^ UInt64(UInt32(bitPattern: group)) &* 0xC2B2_AE3D_27D4_EB4F) &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: mixed >> 24) & mask
    while ids[slot].isBound, ids[slot] != id || groups[slot] != group { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = (ids, groups)
    ids = Array(repeating: .none, count: old.0.count * 2)
    groups = Array(repeating: 0, count: ids.count)
    for (index, id) in old.0.enumerated() where id.isBound {
      let slot = find(id, old.1[index])
      ids[slot] = id
      groups[slot] = old.1[index]
    }
  }
}
