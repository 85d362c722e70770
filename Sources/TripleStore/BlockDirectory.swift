import CLMDB

/// Where the blocks of one index lie at one moment: first rows, addresses in the map, and running totals.
///
/// Made when an index is first used by a snapshot, shared by snapshots of the same moment.
/// - Complexity: making it walks the blocks' heads, about 0.1 µs a block of some thousand rows.
final class BlockDirectory: @unchecked Sendable {
  /// A row by its block and its place there.
  struct Position: Comparable {
    var block: Int
    var row: Int

    @inline(__always)
    static func < (left: Position, right: Position) -> Bool {
      left.block != right.block ? left.block < right.block : left.row < right.row
    }
  }

  /// Rows, distinct triples and changes of the leading columns in all blocks before one.
  struct Totals {
    var rows = 0
    var distinct = 0
    var changes0 = 0
    var changes1 = 0
  }

  let count: Int
  let first: UnsafeMutablePointer<Row>
  let blocks: UnsafeMutablePointer<UnsafeRawPointer>
  /// One entry past the last block holds the totals of the index.
  let before: UnsafeMutablePointer<Totals>
  /// Blocks that are not in the map.
  private let owned: [UnsafeMutableRawPointer]

  /// The directory of an index as a transaction sees it.
  convenience init(_ reader: Database.Reader) throws {
    var blocks: [Block] = []
    try reader.forEach { _, value in
      guard let place = value.baseAddress, value.count >= BlockFormat.header,
        Block(place).version == BlockFormat.version
      else { throw StoreError.damaged("a block of an index cannot be read") }
      blocks.append(Block(place))
    }
    self.init(blocks, owned: [])
  }

  /// An index in memory of sorted, distinct `rows`.
  convenience init(_ rows: [Row], keyColumns: Int) throws {
    var owned: [UnsafeMutableRawPointer] = []
    try withoutActuallyEscaping({ (_: Row, bytes: UnsafeRawBufferPointer) throws -> Void in
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
      copy.copyMemory(from: bytes)
      if let place = copy.baseAddress { owned.append(place) }
    }) { emit in
      var builder = BlockBuilder(keyColumns: keyColumns, emit: emit)
      for row in rows { try builder.append(row) }
      try builder.finish()
    }
    self.init(owned.map { Block($0) }, owned: owned)
  }

  /// The directory of an index without blocks.
  static let empty = BlockDirectory([], owned: [])

  private init(_ list: [Block], owned: [UnsafeMutableRawPointer]) {
    self.owned = owned
    count = list.count
    first = .allocate(capacity: max(1, count))
    blocks = .allocate(capacity: max(1, count))
    before = .allocate(capacity: count + 1)
    var sum = Totals()
    for (index, block) in list.enumerated() {
      let row = Row(
        block.column(0).first(ofGroup: 0), block.column(1).first(ofGroup: 0),
        block.column(2).first(ofGroup: 0),
        block.column(3).first(ofGroup: 0))
      let last = index > 0 ? list[index - 1] : nil
      (first + index).initialize(to: row)
      (blocks + index).initialize(to: block.start)
      (before + index).initialize(to: sum)
      let begins0 = last?.last0 != row.a
      sum.rows += block.count
      sum.distinct += block.distinct
      sum.changes0 += block.changes0 + (begins0 ? 1 : 0)
      sum.changes1 += block.changes1 + (begins0 || last?.last1 != row.b ? 1 : 0)
    }
    (before + count).initialize(to: sum)
  }

  deinit {
    first.deallocate()
    blocks.deallocate()
    before.deallocate()
    for block in owned { block.deallocate() }
  }

  var totals: Totals { before[count] }

  var end: Position { Position(block: count, row: 0) }

  /// How many blocks begin before `target` in the first `columns` columns (`after`: at or before it).
  @inline(__always)
  func blocksBefore(_ target: Row, columns: Int, after: Bool) -> Int {
    var low = 0
    var high = count
    let limit = after ? 1 : 0
    while low < high {
      let middle = (low &+ high) &>> 1
      if first[middle].compare(target, columns: columns) < limit { low = middle &+ 1 } else { high = middle }
    }
    return low
  }
}
