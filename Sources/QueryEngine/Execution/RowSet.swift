import TripleStore

/// The distinct rows seen so far, numbered in the order of their first appearance.
///
/// It serves DISTINCT and GROUP BY: `number` finds rows or takes them in.
final class RowSet {
  let table: RowTable
  private let context: QueryContext
  private var slots: UnsafeMutablePointer<Int32>
  private var mask: Int
  private let all: [Int]

  init(width: Int, context: QueryContext) {
    table = RowTable(width: width, context: context)
    self.context = context
    slots = .allocate(capacity: 256)
    slots.initialize(repeating: -1, count: 256)
    mask = 255
    all = Array(0..<width)
  }

  deinit {
    slots.deallocate()
    context.release((mask - 255) * 4)
  }

  var count: Int { table.count }

  /// Writes the numbers of the first `count` rows of `columns`; a row that is new is taken in. A row equal to the one before
  /// it is not looked up again.
  func number(
    _ count: Int, rowsOf columns: [UnsafeMutablePointer<TermID>], into numbers: UnsafeMutablePointer<Int32>
  ) throws {
    if columns.count == 1 {
      let column = columns[0]
      for row in 0..<count {
        numbers[row] =
          row > 0 && column[row] == column[row - 1] ? numbers[row - 1] : try number(column[row], row, columns)
      }
    } else {
      for row in 0..<count {
        numbers[row] =
          row > 0 && isLikeTheOneBefore(row, columns) ? numbers[row - 1] : try number(of: row, in: columns)
      }
    }
  }

  @inline(__always)
  private func isLikeTheOneBefore(_ row: Int, _ columns: [UnsafeMutablePointer<TermID>]) -> Bool {
    for column in columns where column[row] != column[row - 1] { return false }
    return true
  }

  /// The number of a row of one column.
  @inline(__always)
  private func number(
    _ id: TermID, _ row: Int, _ columns: [UnsafeMutablePointer<TermID>]
  ) throws -> Int32 {
    let known = table.columns[0]
    var slot = Int(truncatingIfNeeded: RowHash.mix(0, id)) & mask
    while slots[slot] >= 0 {
      if known[Int(slots[slot])] == id { return slots[slot] }
      slot = (slot &+ 1) & mask
    }
    return try insert(row, columns, slot)
  }

  /// The number of a row of `columns`, which is taken in if it is new.
  @inline(__always)
  func number(of row: Int, in columns: [UnsafeMutablePointer<TermID>]) throws -> Int32 {
    var hash: UInt64 = 0
    for column in columns { hash = RowHash.mix(hash, column[row]) }
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      if matches(slots[slot], row, columns) { return slots[slot] }
      slot = (slot &+ 1) & mask
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
      slot = (slot &+ 1) & mask
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
    if table.count * 2 > mask { try grow() }
    return number
  }

  private func grow() throws {
    let size = (mask + 1) * 2
    try context.charge(size * 2)
    slots.deallocate()
    slots = .allocate(capacity: size)
    slots.initialize(repeating: -1, count: size)
    mask = size - 1
    for row in 0..<table.count {
      var slot = Int(truncatingIfNeeded: RowHash.hash(table.columns, all, row)) & mask
      while slots[slot] >= 0 { slot = (slot &+ 1) & mask }
      slots[slot] = Int32(row)
    }
  }
}
