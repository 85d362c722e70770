/// A block of sorted rows, read in place (see `BlockFormat`).
struct Block {
  let start: UnsafeRawPointer

  @inline(__always)
  init(_ start: UnsafeRawPointer) { self.start = start }

  private func number(_ offset: Int) -> Int {
    Int(start.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  var version: UInt8 { start.load(as: UInt8.self) }
  /// Whether some rows have the triple of the row before.
  var hasDuplicates: Bool {
    start.load(fromByteOffset: 1, as: UInt8.self) & BlockFormat.hasDuplicates != 0
  }
  var checksum: UInt32 { start.loadUnaligned(fromByteOffset: 4, as: UInt32.self) }
  var count: Int { number(8) }
  /// Rows whose first three columns differ from the row before.
  var distinct: Int { number(12) }
  /// Rows, the first not counted, whose column 0 differs from the row before.
  var changes0: Int { number(16) }
  /// Rows, the first not counted, whose columns 0–1 differ from the row before.
  var changes1: Int { number(20) }
  var last0: UInt64 { start.loadUnaligned(fromByteOffset: 24, as: UInt64.self) }
  var last1: UInt64 { start.loadUnaligned(fromByteOffset: 32, as: UInt64.self) }

  var groupCount: Int { (count + BlockFormat.group - 1) / BlockFormat.group }

  @inline(__always)
  func column(_ index: Int) -> BlockColumn { BlockColumn(start, index, groupCount: groupCount) }

  /// Rows of a group: 128, fewer in the last.
  @inline(__always)
  func rows(inGroup group: Int) -> Int { min(BlockFormat.group, count - group * BlockFormat.group) }

  /// Appends all rows to `rows`.
  func decode(into rows: inout [Row]) {
    let from = rows.count
    rows.append(contentsOf: repeatElement(Row(0), count: count))
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: BlockFormat.group * 4) { buffer in
      guard let values = buffer.baseAddress else { return }
      let columns = (column(0), column(1), column(2), column(3))
      for group in 0..<groupCount {
        let count = self.rows(inGroup: group)
        columns.0.decode(group: group, count: count, into: values)
        columns.1.decode(group: group, count: count, into: values + 128)
        columns.2.decode(group: group, count: count, into: values + 256)
        columns.3.decode(group: group, count: count, into: values + 384)
        for row in 0..<count {
          rows[from + group * BlockFormat.group + row] = Row(
            values[row], values[128 + row], values[256 + row], values[384 + row])
        }
      }
    }
  }

  /// The checksum of the part that is used before the block is entered, and of the key under which the block is stored: the
  /// first `columns` columns of its first row.
  static func headChecksum(_ start: UnsafeRawPointer, key: Row, columns: Int) -> UInt16 {
    let seed = key.withKey(columns: columns) { ByteHash.hash(UnsafeRawBufferPointer($0)) }
    return UInt16(
      truncatingIfNeeded: ByteHash.hash(UnsafeRawBufferPointer(start: start + 8, count: 32), seed: seed))
  }

  /// Whether a stored value is a block of this version whose head and key belong together; the rest is not looked at.
  static func hasSoundHead(_ bytes: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count >= BlockFormat.header + BlockFormat.padding, let start = bytes.baseAddress else {
      return false
    }
    return Block(start).version == BlockFormat.version
      && start.loadUnaligned(fromByteOffset: 2, as: UInt16.self)
        == headChecksum(start, key: Row(key: key), columns: key.count / 8)
  }

  /// Whether a stored value is a block of this version whose checksum holds.
  static func isSound(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count >= BlockFormat.header + BlockFormat.padding, let start = bytes.baseAddress else {
      return false
    }
    let block = Block(start)
    return block.version == BlockFormat.version
      && block.checksum == ByteHash.checksum(UnsafeRawBufferPointer(rebasing: bytes.dropFirst(8)))
  }
}
