import RDF

/// A block of sorted rows, read in place (see `BlockFormat`).
struct Block {
  let start: UnsafeRawPointer
  /// Rows, as the key says.
  let count: Int

  @inline(__always)
  init(_ start: UnsafeRawPointer, count: Int) {
    self.start = start
    self.count = count
  }

  /// A stored value, where it is a block of this version that belongs to `key` and whose checksum holds; nil for any other.
  init?(_ bytes: UnsafeRawBufferPointer, key: BlockKey) {
    guard let start = bytes.baseAddress, Block.isSound(bytes, keyChecksum: key.checksum) else { return nil }
    self.init(start, count: key.count)
  }

  /// Whether some rows have the triple of the row before.
  var hasDuplicates: Bool {
    start.load(fromByteOffset: 1, as: UInt8.self) & BlockFormat.hasDuplicates != 0
  }

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

  /// Whether a stored value is a block of this version whose checksum holds, begun with that of its key.
  static func isSound(_ bytes: UnsafeRawBufferPointer, keyChecksum: UInt32) -> Bool {
    guard bytes.count >= BlockFormat.header + BlockFormat.padding, let start = bytes.baseAddress else {
      return false
    }
    return start.load(as: UInt8.self) == BlockFormat.version
      && start.loadUnaligned(fromByteOffset: 4, as: UInt32.self) == checksum(bytes, keyChecksum: keyChecksum)
  }

  static func checksum(_ bytes: UnsafeRawBufferPointer, keyChecksum: UInt32) -> UInt32 {
    ByteHash.checksum(
      UnsafeRawBufferPointer(rebasing: bytes.dropFirst(BlockFormat.columnHeads)), seed: UInt64(keyChecksum))
  }
}
