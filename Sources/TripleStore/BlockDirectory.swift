import Diagnostics
import Synchronization

/// Where the blocks of one index lie at one moment: first rows, places in the map, and running totals.
///
/// Made when an index is first used by a snapshot, shared by snapshots of the same moment.
/// - Complexity: making it walks the blocks' keys, about 0.1 µs a block of some thousand rows; no block is touched.
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

  private(set) var count = 0
  /// The key columns of each block's first row, the others 0: no row of a block is below it, every row before it is.
  let first: UnsafeMutablePointer<Row>
  /// One entry past the last block holds the totals of the index.
  let before: UnsafeMutablePointer<Totals>
  private let entries: UnsafeMutablePointer<Entry>
  /// For each block whether its checksum has been found to hold.
  private let sound: UnsafeMutablePointer<Atomic<Bool>>
  /// Where a block whose checksum fails is noted; nil for blocks in memory.
  private let damage: Damage?

  /// Where a block lies, and what is needed of its key.
  private struct Entry {
    let bytes: UnsafeRawBufferPointer
    let last: (UInt64, UInt64)
    let keyChecksum: UInt32
  }

  /// The directory of an index as a transaction sees it.
  ///
  /// - Throws: where the key of a block is damaged, keys are out of order, or the index has another number of blocks or rows
  ///   than the store recorded: every row is then missed by no search.
  convenience init(_ index: StoredIndex, _ reader: Database.Reader, rows: Int, damage: Damage) throws {
    func damaged(_ what: String) -> Diagnostic { StoreError.damaged("index \(index.name)\(what)") }
    let blocks = reader.count
    if blocks > rows { throw damaged(" has \(blocks) blocks of \(rows) rows") }
    self.init(capacity: blocks, damage: damage)
    try reader.forEach { key, value in
      guard let key = BlockKey(key, columns: index.keyColumns) else {
        throw damaged(": the key of a block fails its checksum")
      }
      if count > 0, !(first[count - 1] < key.first) { throw damaged(": its blocks are out of order") }
      if count == blocks { throw damaged(" has more than \(blocks) blocks") }
      append(key, value)
    }
    if totals.rows != rows { throw damaged(" has \(totals.rows) rows of \(rows)") }
  }

  /// An index in memory of sorted, distinct `rows`.
  convenience init(_ rows: [Row], keyColumns: Int) throws {
    var blocks: [(key: BlockKey, bytes: UnsafeRawBufferPointer)] = []
    try withoutActuallyEscaping({ (key: BlockKey, bytes: UnsafeRawBufferPointer) throws -> Void in
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
      copy.copyMemory(from: bytes)
      blocks.append((key, UnsafeRawBufferPointer(copy)))
    }) { emit in
      var builder = BlockBuilder(keyColumns: keyColumns, emit: emit)
      for row in rows { try builder.append(row) }
      try builder.finish()
    }
    self.init(capacity: blocks.count, damage: nil)
    for block in blocks { append(block.key, block.bytes) }
  }

  /// The directory of an index without blocks.
  static let empty = BlockDirectory(capacity: 0, damage: nil)

  private init(capacity: Int, damage: Damage?) {
    self.damage = damage
    first = .allocate(capacity: capacity)
    before = .allocate(capacity: capacity + 1)
    entries = .allocate(capacity: capacity)
    sound = .allocate(capacity: capacity)
    before.initialize(to: Totals())
  }

  private func append(_ key: BlockKey, _ bytes: UnsafeRawBufferPointer) {
    let begins0 = count == 0 || entries[count - 1].last.0 != key.first.a
    let begins1 = begins0 || entries[count - 1].last.1 != key.first.b
    var sum = before[count]
    sum.rows += key.count
    sum.distinct += key.distinct
    sum.changes0 += key.changes0 + (begins0 ? 1 : 0)
    sum.changes1 += key.changes1 + (begins1 ? 1 : 0)
    (first + count).initialize(to: key.first)
    (entries + count).initialize(to: Entry(bytes: bytes, last: key.last, keyChecksum: key.checksum))
    (sound + count).initialize(to: Atomic(damage == nil))
    count += 1
    (before + count).initialize(to: sum)
  }

  deinit {
    if damage == nil { for block in 0..<count { entries[block].bytes.deallocate() } }
    first.deallocate()
    before.deallocate()
    entries.deallocate()
    sound.deinitialize(count: count)
    sound.deallocate()
  }

  /// A block, nil where its checksum fails, which is worked out when the block is first entered, and noted.
  @inline(__always)
  func block(_ number: Int) -> Block? {
    guard sound[number].load(ordering: .relaxed) || verify(number), let start = place(of: number) else {
      return nil
    }
    return Block(start, count: before[number + 1].rows &- before[number].rows)
  }

  @inline(never)
  private func verify(_ number: Int) -> Bool {
    guard Block.isSound(entries[number].bytes, keyChecksum: entries[number].keyChecksum) else {
      damage?.note(StoreError.damagedBlock)
      return false
    }
    sound[number].store(true, ordering: .relaxed)
    return true
  }

  /// Where a block begins; it is not touched.
  @inline(__always)
  func place(of number: Int) -> UnsafeRawPointer? { entries[number].bytes.baseAddress }

  /// Columns 0 and 1 of the last row of a block.
  func last(of number: Int) -> (UInt64, UInt64) { entries[number].last }

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
