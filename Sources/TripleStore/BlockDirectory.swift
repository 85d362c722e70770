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

  init(_ reader: Database.Reader) throws {
    var rows: [Row] = []
    var places: [UnsafeRawPointer] = []
    var totals: [Totals] = []
    var sum = Totals()
    var last = (a: UInt64(0), b: UInt64(0))
    try reader.forEach { key, value in
      guard let place = value.baseAddress, value.count >= BlockFormat.header,
        Block(place).version == BlockFormat.version
      else { throw StoreError.damaged("a block of an index cannot be read") }
      let block = Block(place)
      let row = Row(
        block.column(0).first(ofGroup: 0), block.column(1).first(ofGroup: 0),
        block.column(2).first(ofGroup: 0), block.column(3).first(ofGroup: 0))
      totals.append(sum)
      sum.rows += block.count
      sum.distinct += block.distinct
      sum.changes0 += block.changes0 + (rows.isEmpty || last.a != row.a ? 1 : 0)
      sum.changes1 += block.changes1 + (rows.isEmpty || last.a != row.a || last.b != row.b ? 1 : 0)
      last = (block.last0, block.last1)
      rows.append(row)
      places.append(place)
    }
    totals.append(sum)
    count = rows.count
    first = .allocate(capacity: max(1, count))
    first.initialize(from: rows, count: count)
    blocks = .allocate(capacity: max(1, count))
    blocks.initialize(from: places, count: count)
    before = .allocate(capacity: count + 1)
    before.initialize(from: totals, count: count + 1)
  }

  private init() {
    count = 0
    first = .allocate(capacity: 1)
    blocks = .allocate(capacity: 1)
    before = .allocate(capacity: 1)
    before.initialize(to: Totals())
  }

  /// The directory of an index without blocks.
  static let empty = BlockDirectory()

  deinit {
    first.deallocate()
    blocks.deallocate()
    before.deallocate()
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
