import Diagnostics
import Synchronization

/// What is known of the blocks of one index at one moment without a look at them: first and last rows, and running totals.
///
/// As it stands in the store (`DirectoryForm`), or put together from the blocks' keys; shared by the snapshots of a moment. Where
/// a block lies is looked up when it is first entered, and its checksum is then worked out.
/// - Complexity: O(blocks) to put it together, about 0.1 µs each; what stands in the store only has its checksum worked out.
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
  private let keyColumns: Int
  /// An entry for each block, and one that holds the totals of the index.
  private let entries: UnsafeRawPointer
  /// Where the entries are not in the map.
  private let owned: UnsafeMutableRawPointer?
  /// Where each block lies once its checksum has been found to hold.
  private let places: UnsafeMutablePointer<Atomic<UnsafeRawPointer?>>
  /// Where a block whose checksum fails is noted; nil for blocks in memory, which are the directory's own.
  private let damage: Damage?

  /// The directory of an index as it is stored.
  ///
  /// - Throws: where it is damaged, or has another number of rows than the store recorded.
  convenience init(stored index: StoredIndex, _ directories: Database.Reader, rows: Int, damage: Damage)
    throws
  {
    guard let bytes = DirectoryForm.withKey(index, directories.value), let start = bytes.baseAddress else {
      if rows > 0 { throw StoreError.damaged("the directory of index \(index.name) is missing") }
      self.init(DirectoryForm(capacity: 0), keyColumns: index.keyColumns, damage: damage)
      return
    }
    guard DirectoryForm.isSound(bytes) else {
      throw StoreError.damaged("the directory of index \(index.name) fails its checksum")
    }
    self.init(
      count: DirectoryForm.count(bytes), keyColumns: index.keyColumns, entries: start + DirectoryForm.header,
      owned: nil, damage: damage)
    if totals.rows != rows {
      throw StoreError.damaged("the directory of index \(index.name) has \(totals.rows) rows of \(rows)")
    }
  }

  /// The directory of an index put together from its keys.
  ///
  /// - Throws: where the key of a block is damaged, keys are out of order, or the index has another number of blocks or rows
  ///   than the store recorded: every row is then missed by no search.
  convenience init(_ index: StoredIndex, _ reader: Database.Reader, rows: Int, damage: Damage) throws {
    func damaged(_ what: String) -> Diagnostic { StoreError.damaged("index \(index.name)\(what)") }
    let blocks = reader.count
    if blocks > rows { throw damaged(" has \(blocks) blocks of \(rows) rows") }
    var form = DirectoryForm(capacity: blocks)
    do {
      try reader.forEach { key, bytes in
        guard let key = BlockKey(key, columns: index.keyColumns) else {
          throw damaged(": the key of a block fails its checksum")
        }
        if form.latest.map({ !($0 < key.first) }) ?? false { throw damaged(": its blocks are out of order") }
        if form.count == blocks { throw damaged(" has more than \(blocks) blocks") }
        form.append(key, size: bytes.count)
      }
      if form.totals.rows != rows { throw damaged(" has \(form.totals.rows) rows of \(rows)") }
    } catch {
      form.bytes.deallocate()
      throw error
    }
    self.init(form, keyColumns: index.keyColumns, damage: damage)
  }

  /// An index in memory of sorted, distinct `rows`.
  convenience init(_ rows: [Row], keyColumns: Int) {
    let encoded = rows.withUnsafeBufferPointer { EncodedBlocks(distinct: $0, keyColumns: keyColumns) }
    var blocks: [(key: BlockKey, bytes: UnsafeRawBufferPointer)] = []
    encoded.forEach { key, bytes in
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
      copy.copyMemory(from: bytes)
      blocks.append((key, UnsafeRawBufferPointer(copy)))
    }
    var form = DirectoryForm(capacity: blocks.count)
    for block in blocks { form.append(block.key, size: block.bytes.count) }
    self.init(form, keyColumns: keyColumns, damage: nil)
    for (number, block) in blocks.enumerated() {
      places[number].store(block.bytes.baseAddress, ordering: .releasing)
    }
  }

  /// The directory of an index without blocks.
  static let empty = BlockDirectory(DirectoryForm(capacity: 0), keyColumns: 0, damage: nil)

  private convenience init(_ form: DirectoryForm, keyColumns: Int, damage: Damage?) {
    form.finish()
    self.init(
      count: form.count, keyColumns: keyColumns, entries: form.entries, owned: form.bytes, damage: damage)
  }

  private init(
    count: Int, keyColumns: Int, entries: UnsafeRawPointer, owned: UnsafeMutableRawPointer?, damage: Damage?
  ) {
    self.count = count
    self.keyColumns = keyColumns
    self.entries = entries
    self.owned = owned
    self.damage = damage
    places = .allocate(capacity: count)
    for number in 0..<count { (places + number).initialize(to: Atomic(nil)) }
  }

  deinit {
    if damage == nil {
      for number in 0..<count {
        UnsafeMutableRawPointer(mutating: places[number].load(ordering: .relaxed))?.deallocate()
      }
    }
    places.deinitialize(count: count)
    places.deallocate()
    owned?.deallocate()
  }

  /// The directory as it is stored, valid as long as it lives.
  var stored: UnsafeRawBufferPointer { DirectoryForm.whole(entries, count) }

  /// A block, nil where it is not there or its checksum fails, which is noted.
  ///
  /// - Parameter index: where the blocks are; nil for blocks in memory.
  @inline(__always)
  func block(_ number: Int, in index: Database.Reader?) -> Block? {
    guard let start = places[number].load(ordering: .acquiring) ?? find(number, in: index) else { return nil }
    return Block(start, count: rows(number))
  }

  /// A copy of a block, made from `file`; nil in the same cases.
  func copy(
    _ number: Int, in index: Database.Reader?, from file: MapFile, to memory: inout ReusedMemory
  ) -> Block? {
    let known = places[number].load(ordering: .acquiring)
    guard let start = known ?? place(number, in: index) else { return damaged() }
    let size = DirectoryForm.size(entries, number)
    memory.reserve(size)
    file.copy(UnsafeRawBufferPointer(start: start, count: size), to: memory.start)
    if known == nil {
      let copy = UnsafeRawBufferPointer(start: memory.start, count: size)
      guard Block.isSound(copy, keyChecksum: DirectoryForm.keyChecksum(entries, number)) else {
        return damaged()
      }
      places[number].store(start, ordering: .releasing)
      file.didLookUp(number)
    }
    return Block(memory.start, count: rows(number))
  }

  @inline(__always)
  private func rows(_ number: Int) -> Int { before(number + 1).rows &- before(number).rows }

  @inline(never)
  private func find(_ number: Int, in index: Database.Reader?) -> UnsafeRawPointer? {
    guard let start = place(number, in: index),
      Block.isSound(
        UnsafeRawBufferPointer(start: start, count: DirectoryForm.size(entries, number)),
        keyChecksum: DirectoryForm.keyChecksum(entries, number))
    else { return damaged() }
    places[number].store(start, ordering: .releasing)
    return start
  }

  /// Where a block lies; nil where it is not there with the key and size that the directory gives it.
  private func place(_ number: Int, in index: Database.Reader?) -> UnsafeRawPointer? {
    first(number).withKey(columns: keyColumns) { row in
      index?.first(from: row) { key, bytes in
        BlockKey.checksum(of: key) == DirectoryForm.keyChecksum(entries, number)
          && bytes.count == DirectoryForm.size(entries, number) ? bytes.baseAddress : nil
      }
    }
  }

  private func damaged<Found>() -> Found? {
    damage?.note(StoreError.damagedBlock)
    return nil
  }

  /// The key columns of a block's first row, the others 0: no row of the block is below it, every row before it is.
  @inline(__always)
  func first(_ block: Int) -> Row { DirectoryForm.first(entries, block) }

  /// Columns 0 and 1 of the last row of a block.
  func last(of number: Int) -> (UInt64, UInt64) { DirectoryForm.last(entries, number) }

  /// What the blocks before one come to; of the one past the last, all.
  @inline(__always)
  func before(_ block: Int) -> Totals { DirectoryForm.before(entries, block) }

  var totals: Totals { before(count) }

  var end: Position { Position(block: count, row: 0) }

  /// How many blocks begin before `target` in the first `columns` columns (`after`: at or before it).
  @inline(__always)
  func blocksBefore(_ target: Row, columns: Int, after: Bool) -> Int {
    var low = 0
    var high = count
    let limit = after ? 1 : 0
    while low < high {
      let middle = (low &+ high) &>> 1
      if first(middle).compare(target, columns: columns) < limit { low = middle &+ 1 } else { high = middle }
    }
    return low
  }
}
