/// A reader of one index: finds rows and decodes groups, one group at a time kept.
final class BlockCursor {
  typealias Position = BlockDirectory.Position

  let directory: BlockDirectory
  /// Where the blocks are; nil for blocks in memory.
  private let index: Database.Reader?
  private let file: MapFile?
  /// The entered block, where it is copied.
  private var copy = ReusedMemory()
  private let columns = UnsafeMutablePointer<BlockColumn>.allocate(capacity: 4)
  private let values = UnsafeMutablePointer<UInt64>.allocate(capacity: 4 * BlockFormat.group)
  private var entered = -1
  private var group = -1
  /// A bit for each column of the kept group that is decoded.
  private var decoded = 0
  /// The group of the entered block that was searched last, and how often since another was.
  private var sought = -1
  private var searches = 0
  /// Rows of the entered block.
  private(set) var rowCount = 0
  private(set) var hasDuplicates = false

  /// - Parameter file: where to copy each block from; nil to read blocks where they lie.
  init(_ directory: BlockDirectory, _ index: Database.Reader?, copyingFrom file: MapFile? = nil) {
    self.directory = directory
    self.index = index
    self.file = file
  }

  deinit {
    columns.deallocate()
    values.deallocate()
    copy.deallocate()
  }

  @inline(__always)
  func enter(_ block: Int) {
    if block == entered { return }
    entered = block
    group = -1
    decoded = 0
    sought = -1
    guard let view = view(of: block) else { return enterNothing() }
    let groups = view.groupCount
    for index in 0..<4 { columns[index] = BlockColumn(view.start, index, groupCount: groups) }
    rowCount = view.count
    hasDuplicates = view.hasDuplicates
  }

  @inline(__always)
  private func view(of block: Int) -> Block? {
    guard let file else { return directory.block(block, in: index) }
    return directory.copy(block, in: index, from: file, to: &copy)
  }

  /// A damaged block counts as one without rows.
  private func enterNothing() {
    for index in 0..<4 { columns[index] = BlockColumn(ofNoRowsAt: values) }
    rowCount = 0
    hasDuplicates = false
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

  /// The same for some rows of a group; the others may not be read.
  @inline(__always)
  func column(_ index: Int, group wanted: Int, rows: Range<Int>) -> UnsafeMutablePointer<UInt64> {
    guard rows.count <= BlockCursor.few, !isDecoded(index, wanted), columns[index].isDirect(group: wanted)
    else { return column(index, group: wanted) }
    if wanted != group {
      group = wanted
      decoded = 0
    }
    let output = values + index &* BlockFormat.group
    for row in rows { output[row] = columns[index].id(group: wanted, row: row) }
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

  /// Writes some rows of a column; few rows of a group that is not decoded are read one by one.
  @inline(__always)
  func copy(
    _ index: Int, group wanted: Int, from: Int, count: Int, into output: UnsafeMutablePointer<UInt64>
  ) {
    if count <= BlockCursor.few, !isDecoded(index, wanted), columns[index].isDirect(group: wanted) {
      for row in 0..<count { output[row] = columns[index].id(group: wanted, row: from &+ row) }
    } else {
      output.update(from: column(index, group: wanted) + from, count: count)
    }
  }

  /// Rows that are cheaper to read one by one than with their whole group.
  private static let few = 16
  /// Searches in a group that are cheaper without decoding it.
  private static let seldom = 4

  @inline(__always)
  private func isDecoded(_ index: Int, _ wanted: Int) -> Bool {
    wanted == group && decoded & (1 &<< index) != 0
  }

  /// The first row whose first `width` columns are at or above `target` (`after`: above it).
  ///
  /// - Complexity: O(log blocks) and one group decoded.
  func position(of target: Row, columns width: Int, after: Bool) -> Position {
    guard let (block, group) = group(of: target, width, after) else { return Position(block: 0, row: 0) }
    let run = run(of: target, width, in: group)
    return position(block, group, after ? run.upperBound : run.lowerBound)
  }

  /// The rows whose first `width` columns are `target`: the first, and the one behind the last.
  func range(of target: Row, columns width: Int) -> (start: Position, end: Position) {
    guard let (block, group) = group(of: target, width, false) else {
      return (Position(block: 0, row: 0), position(of: target, columns: width, after: true))
    }
    let run = run(of: target, width, in: group)
    let start = position(block, group, run.lowerBound)
    if run.upperBound < rows(inGroup: group) { return (start, position(block, group, run.upperBound)) }
    return (start, position(of: target, columns: width, after: true))
  }

  private func position(_ block: Int, _ group: Int, _ place: Int) -> Position {
    let row = group * BlockFormat.group + place
    return row == rowCount ? Position(block: block + 1, row: 0) : Position(block: block, row: row)
  }

  /// The last group that begins before `target` (`after`: at or before it), and its block, which is entered; nil where
  /// the index begins behind it.
  private func group(of target: Row, _ width: Int, _ after: Bool) -> (block: Int, group: Int)? {
    let limit = after ? 1 : 0
    let count = directory.count
    var block = entered
    let isHere =
      block >= 0 && directory.first(block).compare(target, columns: width) < limit
      && (block + 1 == count || directory.first(block + 1).compare(target, columns: width) >= limit)
    if !isHere {
      block = directory.blocksBefore(target, columns: width, after: after) - 1
      if block < 0 { return nil }
      enter(block)
    }
    var low = 0
    var high = (rowCount + BlockFormat.group - 1) / BlockFormat.group
    while low &+ 1 < high {
      let middle = (low &+ high) &>> 1
      if compareFirst(ofGroup: middle, target, width) < limit { low = middle } else { high = middle }
    }
    return (block, low)
  }

  private func compareFirst(ofGroup index: Int, _ target: Row, _ width: Int) -> Int {
    for column in 0..<width {
      let value = columns[column].first(ofGroup: index)
      if value != target[column] { return value < target[column] ? -1 : 1 }
    }
    return 0
  }

  /// The rows of one group that begin with `target`, an empty range where they would stand: each column narrows the rows
  /// equal in the columns before it.
  private func run(of target: Row, _ width: Int, in index: Int) -> Range<Int> {
    var low = 0
    var high = rows(inGroup: index)
    for number in 0..<width {
      let wanted = target[number]
      if let constant = constant(number) {
        if constant == wanted { continue }
        return constant < wanted ? high..<high : low..<low
      }
      if !isDecoded(number, index), columns[number].isDirect(group: index), isSeldomSought(in: index) {
        let column = columns[number]
        low = BlockCursor.partition(low, high) { column.id(group: index, row: $0) < wanted }
        high = BlockCursor.partition(low, high) { column.id(group: index, row: $0) <= wanted }
      } else {
        let values = column(number, group: index)
        low = BlockCursor.partition(low, high) { values[$0] < wanted }
        high = BlockCursor.partition(low, high) { values[$0] <= wanted }
      }
      if low == high { return low..<low }
    }
    return low..<high
  }

  /// Counts a search in a group; whether it is one of the first, for which to decode the group does not pay.
  @inline(__always)
  private func isSeldomSought(in group: Int) -> Bool {
    if sought != group {
      sought = group
      searches = 0
    }
    searches &+= 1
    return searches <= BlockCursor.seldom
  }

  /// The first place from `low` up to `high` for which `isBefore` does not hold.
  @inline(__always)
  private static func partition(_ low: Int, _ high: Int, _ isBefore: (Int) -> Bool) -> Int {
    var low = low
    var high = high
    while low < high {
      let middle = (low &+ high) &>> 1
      if isBefore(middle) { low = middle &+ 1 } else { high = middle }
    }
    return low
  }
}
