/// Rows that have been stated.
///
/// - Complexity: O(1) a row; nothing is allocated before the first.
struct RowSet: Sendable {
  private var slots: [Statements.Row?] = []
  private var count = 0

  /// Whether `row` was not in the set yet; it is now.
  mutating func insert(_ row: Statements.Row) -> Bool {
    if count * 2 >= slots.count { grow() }
    let slot = slot(of: row)
    guard slots[slot] == nil else { return false }
    slots[slot] = row
    count += 1
    return true
  }

  /// The slot that holds `row`, or where it belongs.
  private func slot(of row: Statements.Row) -> Int {
    let mixed =
      UInt64(row.subject) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(row.predicate) << 32 ^ UInt64(row.object)
    var slot = Int(truncatingIfNeeded: (mixed &* 0xD6E8_FEB8_6659_FD93) >> 32) & (slots.count - 1)
    while let known = slots[slot], known != row { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: nil, count: max(64, old.count * 2))
    for case let row? in old { slots[slot(of: row)] = row }
  }
}
