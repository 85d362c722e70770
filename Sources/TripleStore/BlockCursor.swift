/// A reader of one index: finds rows and decodes groups, one group at a time kept.
final class BlockCursor {
  typealias Position = BlockDirectory.Position

  let directory: BlockDirectory
  private let columns = UnsafeMutablePointer<BlockColumn>.allocate(capacity: 4)
  private let values = UnsafeMutablePointer<UInt64>.allocate(capacity: 4 * BlockFormat.group)
  private var entered = -1
  private var group = -1
  /// A bit for each column of the kept group that is decoded.
  private var decoded = 0
  /// Rows of the entered block.
  private(set) var rowCount = 0
  private(set) var hasDuplicates = false

  init(_ directory: BlockDirectory) { self.directory = directory }

  deinit {
    columns.deallocate()
    values.deallocate()
  }

  @inline(__always)
  func enter(_ block: Int) {
    if block == entered { return }
    let view = Block(directory.blocks[block])
    let groups = view.groupCount
    for index in 0..<4 { columns[index] = BlockColumn(view.start, index, groupCount: groups) }
    rowCount = view.count
    hasDuplicates = view.hasDuplicates
    entered = block
    group = -1
    decoded = 0
  }

  /// Rows of a group of the entered block.
  @inline(__always)
  func rows(inGroup index: Int) -> Int {
    min(BlockFormat.group, rowCount &- index &* BlockFormat.group)
  }

  /// A column of a group of the entered block, valid until another group is asked for.
  @inline(__always)
  func column(_ index: Int, group wanted: Int) -> UnsafeMutablePointer<UInt64> {
    if wanted != group {
      group = wanted
      decoded = 0
    }
    let output = values + index &* BlockFormat.group
    if decoded & (1 &<< index) == 0 {
      columns[index].decode(group: wanted, count: rows(inGroup: wanted), into: output)
      decoded |= 1 &<< index
    }
    return output
  }

  /// Decodes a column of a group of the entered block to memory of the caller's.
  @inline(__always)
  func decode(_ index: Int, group wanted: Int, into output: UnsafeMutablePointer<UInt64>) {
    if wanted == group, decoded & (1 &<< index) != 0 {
      output.update(from: values + index &* BlockFormat.group, count: rows(inGroup: wanted))
    } else {
      columns[index].decode(group: wanted, count: rows(inGroup: wanted), into: output)
    }
  }

  /// The value of a column that is the same in all rows of the entered block.
  @inline(__always)
  func constant(_ index: Int) -> UInt64? { columns[index].mapping == .constant ? columns[index].base : nil }

  /// The first row whose first `width` columns are at or above `target` (`after`: above it).
  ///
  /// - Complexity: O(log blocks) and one group decoded.
  func position(of target: Row, columns width: Int, after: Bool) -> Position {
    let limit = after ? 1 : 0
    let count = directory.count
    var block = entered
    let isHere =
      block >= 0 && directory.first[block].compare(target, columns: width) < limit
      && (block + 1 == count || directory.first[block + 1].compare(target, columns: width) >= limit)
    if !isHere {
      block = directory.blocksBefore(target, columns: width, after: after) - 1
      if block < 0 { return Position(block: 0, row: 0) }
      enter(block)
    }
    var low = 0
    var high = (rowCount + BlockFormat.group - 1) / BlockFormat.group
    while low &+ 1 < high {
      let middle = (low &+ high) &>> 1
      if compareFirst(ofGroup: middle, target, width) < limit { low = middle } else { high = middle }
    }
    let row = low * BlockFormat.group + place(of: target, width, after, in: low)
    return row == rowCount ? Position(block: block + 1, row: 0) : Position(block: block, row: row)
  }

  private func compareFirst(ofGroup index: Int, _ target: Row, _ width: Int) -> Int {
    for column in 0..<width {
      let value = columns[column].first(ofGroup: index)
      if value != target[column] { return value < target[column] ? -1 : 1 }
    }
    return 0
  }

  /// The same within one group: each column narrows the rows equal in the columns before it.
  private func place(of target: Row, _ width: Int, _ after: Bool, in index: Int) -> Int {
    var low = 0
    var high = rows(inGroup: index)
    for number in 0..<width {
      let wanted = target[number]
      if let constant = constant(number) {
        if constant == wanted { continue }
        return constant < wanted ? high : low
      }
      let values = column(number, group: index)
      low = BlockCursor.lowerBound(values, low, high, wanted)
      let end = BlockCursor.upperBound(values, low, high, wanted)
      if low == end { return low }
      high = end
    }
    return after ? high : low
  }

  @inline(__always)
  private static func lowerBound(
    _ values: UnsafeMutablePointer<UInt64>, _ low: Int, _ high: Int, _ wanted: UInt64
  ) -> Int {
    var low = low
    var high = high
    while low < high {
      let middle = (low &+ high) &>> 1
      if values[middle] < wanted { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  @inline(__always)
  private static func upperBound(
    _ values: UnsafeMutablePointer<UInt64>, _ low: Int, _ high: Int, _ wanted: UInt64
  ) -> Int {
    var low = low
    var high = high
    while low < high {
      let middle = (low &+ high) &>> 1
      if values[middle] <= wanted { low = middle &+ 1 } else { high = middle }
    }
    return low
  }
}
