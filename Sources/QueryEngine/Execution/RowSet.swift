import TripleStore

/// The distinct rows seen so far, numbered in the order of their first appearance.
///
/// It serves DISTINCT, GROUP BY and semi-joins: `number(of:)` finds a row or takes it in.
final class RowSet {
  let table: RowTable
  private var slots: [Int32]
  private var mask: Int
  private let all: [Int]

  init(width: Int, context: QueryContext) {
    table = RowTable(width: width, context: context)
    slots = [Int32](repeating: -1, count: 256)
    mask = 255
    all = Array(0..<width)
  }

  var count: Int { table.count }

  /// The number of a row of `columns`, which is taken in if it is new.
  @inline(__always)
  func number(of row: Int, in columns: [UnsafeMutablePointer<TermID>]) throws -> Int32 {
    var hash: UInt64 = 0
    for column in columns { hash = RowHash.mix(hash, column[row]) }
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let found = slots[slot]
      if found < 0 { break }
      if matches(found, row, columns) { return found }
      slot = (slot + 1) & mask
    }
    return try insert(row, columns, slot)
  }

  /// True if the row has been taken in.
  @inline(__always)
  func contains(_ row: Int, in columns: [UnsafeMutablePointer<TermID>]) -> Bool {
    var hash: UInt64 = 0
    for column in columns { hash = RowHash.mix(hash, column[row]) }
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      if matches(slots[slot], row, columns) { return true }
      slot = (slot + 1) & mask
    }
    return false
  }

  @inline(__always)
  private func matches(_ found: Int32, _ row: Int, _ columns: [UnsafeMutablePointer<TermID>]) -> Bool {
    for index in columns.indices where table.columns[index][Int(found)] != columns[index][row] {
      return false
    }
    return true
  }

  private func insert(_ row: Int, _ columns: [UnsafeMutablePointer<TermID>], _ slot: Int) throws -> Int32 {
    let number = Int32(table.count)
    slots[slot] = number
    try table.append(row: row, columns: columns)
    if table.count * 2 > slots.count { grow() }
    return number
  }

  private func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    mask = slots.count - 1
    for row in 0..<table.count {
      var slot = Int(truncatingIfNeeded: RowHash.hash(table.columns, all, row)) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(row)
    }
  }
}
