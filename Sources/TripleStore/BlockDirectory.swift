import CLMDB
import Synchronization

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
  /// The key columns of each block's first row, the others 0: no row of a block is below it, every row before it is.
  let first: UnsafeMutablePointer<Row>
  let blocks: UnsafeMutablePointer<UnsafeRawPointer>
  /// One entry past the last block holds the totals of the index.
  let before: UnsafeMutablePointer<Totals>
  private let entries: [Entry]
  /// For each block whether its checksum has been found to hold.
  private let sound: UnsafeMutablePointer<Atomic<Bool>>
  /// Where a block whose checksum fails is noted; nil for blocks in memory.
  private let damage: Damage?

  /// A block with the key it is stored under.
  private struct Entry {
    var key: Row
    var bytes: UnsafeRawBufferPointer
  }

  /// The directory of an index as a transaction sees it.
  ///
  /// - Throws: where the head of a block is damaged, blocks are out of order, or the index has another number of rows than
  ///   the store recorded: every row is then missed by no search.
  convenience init(_ index: StoredIndex, _ reader: Database.Reader, rows: Int, damage: Damage) throws {
    var entries: [Entry] = []
    var pages = MappedPages()
    try reader.forEach { key, value in
      guard key.count == index.keyColumns * 8, Block.hasSoundHead(value, key: key) else {
        throw StoreError.damaged("index \(index.name): the head of a block fails its checksum")
      }
      let entry = Entry(key: Row(key: key), bytes: value)
      if let last = entries.last, !(last.key < entry.key) {
        throw StoreError.damaged("index \(index.name): its blocks are out of order")
      }
      entries.append(entry)
      pages.didReadHead(at: value.baseAddress)
    }
    pages.finish()
    self.init(entries, damage: damage)
    if totals.rows != rows {
      throw StoreError.damaged("index \(index.name) has \(totals.rows) rows of \(rows)")
    }
  }

  /// An index in memory of sorted, distinct `rows`.
  convenience init(_ rows: [Row], keyColumns: Int) throws {
    var entries: [Entry] = []
    try withoutActuallyEscaping({ (first: Row, bytes: UnsafeRawBufferPointer) throws -> Void in
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
      copy.copyMemory(from: bytes)
      let key = first.withKey(columns: keyColumns) { Row(key: UnsafeRawBufferPointer($0)) }
      entries.append(Entry(key: key, bytes: UnsafeRawBufferPointer(copy)))
    }) { emit in
      var builder = BlockBuilder(keyColumns: keyColumns, emit: emit)
      for row in rows { try builder.append(row) }
      try builder.finish()
    }
    self.init(entries, damage: nil)
  }

  /// The directory of an index without blocks.
  static let empty = BlockDirectory([], damage: nil)

  private init(_ entries: [Entry], damage: Damage?) {
    self.entries = entries
    self.damage = damage
    count = entries.count
    first = .allocate(capacity: max(1, count))
    blocks = .allocate(capacity: max(1, count))
    before = .allocate(capacity: count + 1)
    sound = .allocate(capacity: max(1, count))
    var sum = Totals()
    var last: Block?
    var pages = MappedPages()
    for (index, entry) in entries.enumerated() {
      // Values that could not be blocks are refused before, so there always is an address.
      let start = entry.bytes.baseAddress ?? UnsafeRawPointer(first)
      let block = Block(start)
      (first + index).initialize(to: entry.key)
      (blocks + index).initialize(to: start)
      (before + index).initialize(to: sum)
      (sound + index).initialize(to: Atomic(damage == nil))
      let begins0 = last?.last0 != entry.key.a
      sum.rows += block.count
      sum.distinct += block.distinct
      sum.changes0 += block.changes0 + (begins0 ? 1 : 0)
      sum.changes1 += block.changes1 + (begins0 || last?.last1 != entry.key.b ? 1 : 0)
      last = block
      if damage != nil { pages.didReadHead(at: start) }
    }
    pages.finish()
    (before + count).initialize(to: sum)
  }

  deinit {
    first.deallocate()
    blocks.deallocate()
    before.deallocate()
    sound.deinitialize(count: count)
    sound.deallocate()
    if damage == nil { for entry in entries { entry.bytes.deallocate() } }
  }

  /// Whether a block's checksum holds, worked out when the block is first entered; one that fails is noted.
  @inline(__always)
  func isSound(_ block: Int) -> Bool { sound[block].load(ordering: .relaxed) || verify(block) }

  @inline(never)
  private func verify(_ block: Int) -> Bool {
    guard Block.isSound(entries[block].bytes) else {
      damage?.note(StoreError.damaged("a block of an index fails its checksum"))
      return false
    }
    sound[block].store(true, ordering: .relaxed)
    return true
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
