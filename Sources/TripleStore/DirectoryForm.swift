import RDF

/// How the directory of an index lies in memory, and in the store under the index's number.
///
///     u32 checksum of everything from byte 4 · u32 blocks · an entry for each block · an entry that holds the totals
///
/// An entry, all of u64: the key columns of the first row, 0 for those that are none · rows, distinct triples, changes of column
/// 0 and of columns 0–1 in all blocks before · columns 0 and 1 of the last row · the checksum of the key and, in the upper half,
/// the bytes of the block.
struct DirectoryForm {
  static let header = 8
  private static let entry = 11 * 8
  private static let totals = 4 * 8
  private static let last = 8 * 8
  private static let checksum = 10 * 8

  /// A directory that is being put together, and the memory for its blocks; whoever takes it frees it.
  let bytes: UnsafeMutableRawPointer
  private(set) var count = 0
  /// The first row of the latest block.
  private(set) var latest: Row?
  private(set) var totals = BlockDirectory.Totals()
  private var latestLast: (UInt64, UInt64) = (0, 0)

  init(capacity: Int) {
    let size = DirectoryForm.header + (capacity + 1) * DirectoryForm.entry
    bytes = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 8)
    bytes.initializeMemory(as: UInt8.self, repeating: 0, count: size)
  }

  var entries: UnsafeRawPointer { UnsafeRawPointer(bytes + DirectoryForm.header) }

  /// Appends the block of `key`; no more than there is memory for.
  mutating func append(_ key: BlockKey, size: Int) {
    let begins0 = latest == nil || latestLast.0 != key.first.a
    let begins1 = begins0 || latestLast.1 != key.first.b
    store(key.first, DirectoryForm.header + count * DirectoryForm.entry)
    store(key.last, DirectoryForm.header + count * DirectoryForm.entry + DirectoryForm.last)
    store(
      UInt64(size) << 32 | UInt64(key.checksum),
      DirectoryForm.header + count * DirectoryForm.entry + DirectoryForm.checksum)
    totals.rows += key.count
    totals.distinct += key.distinct
    totals.changes0 += key.changes0 + (begins0 ? 1 : 0)
    totals.changes1 += key.changes1 + (begins1 ? 1 : 0)
    latest = key.first
    latestLast = key.last
    count += 1
    store(totals, DirectoryForm.header + count * DirectoryForm.entry + DirectoryForm.totals)
    store(UInt32(count), 4)
  }

  /// Notes the checksum, once all blocks are there.
  func finish() {
    store(DirectoryForm.checksum(DirectoryForm.whole(entries, count)), 0)
  }

  private func store<Value: BitwiseCopyable>(_ value: Value, _ place: Int) {
    bytes.storeBytes(of: value, toByteOffset: place, as: Value.self)
  }
}

extension DirectoryForm {
  /// A directory as it is stored, whose entries these are.
  static func whole(_ entries: UnsafeRawPointer, _ count: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: entries - header, count: header + (count + 1) * entry)
  }

  static func count(_ stored: UnsafeRawBufferPointer) -> Int {
    Int(stored.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
  }

  /// Whether a stored value is a directory whose checksum holds.
  static func isSound(_ stored: UnsafeRawBufferPointer) -> Bool {
    stored.count >= header + entry && stored.count == header + (count(stored) + 1) * entry
      && stored.loadUnaligned(as: UInt32.self) == checksum(stored)
  }

  static func checksum(_ stored: UnsafeRawBufferPointer) -> UInt32 {
    ByteHash.checksum(UnsafeRawBufferPointer(rebasing: stored.dropFirst(4)))
  }

  /// The key of a stored directory.
  static func withKey<Result>(
    _ index: StoredIndex, _ body: (UnsafeMutableRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    var key = UInt8(index.rawValue)
    return try withUnsafeMutableBytes(of: &key, body)
  }

  @inline(__always)
  static func first(_ entries: UnsafeRawPointer, _ block: Int) -> Row {
    entries.loadUnaligned(fromByteOffset: block &* entry, as: Row.self)
  }

  @inline(__always)
  static func before(_ entries: UnsafeRawPointer, _ block: Int) -> BlockDirectory.Totals {
    entries.loadUnaligned(fromByteOffset: block &* entry &+ totals, as: BlockDirectory.Totals.self)
  }

  static func last(_ entries: UnsafeRawPointer, _ block: Int) -> (UInt64, UInt64) {
    let place = entries + block * entry + last
    return (place.loadUnaligned(as: UInt64.self), place.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
  }

  static func keyChecksum(_ entries: UnsafeRawPointer, _ block: Int) -> UInt32 {
    UInt32(
      truncatingIfNeeded: entries.loadUnaligned(fromByteOffset: block * entry + checksum, as: UInt64.self))
  }

  /// Bytes of a block.
  static func size(_ entries: UnsafeRawPointer, _ block: Int) -> Int {
    Int(entries.loadUnaligned(fromByteOffset: block * entry + checksum, as: UInt64.self) >> 32)
  }
}
