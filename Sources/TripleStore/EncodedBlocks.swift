/// Blocks as they are stored, with their keys, in the order of their rows.
struct EncodedBlocks: Sendable {
  private var keys: [(key: BlockKey, size: Int)] = []
  private var bytes: [UInt8] = []

  init() {}

  /// The blocks of sorted `rows`, in which those that are equal stand once.
  init(_ rows: UnsafeBufferPointer<Row>, keyColumns: Int) {
    if zip(rows, rows.dropFirst()).contains(where: ==) {
      let distinct = rows.indices.filter { $0 == 0 || rows[$0] != rows[$0 - 1] }.map { rows[$0] }
      self = distinct.withUnsafeBufferPointer { EncodedBlocks(distinct: $0, keyColumns: keyColumns) }
    } else {
      self.init(distinct: rows, keyColumns: keyColumns)
    }
  }

  /// The blocks of sorted, distinct rows.
  init(distinct rows: UnsafeBufferPointer<Row>, keyColumns: Int) {
    var builder = BlockBuilder(rows, keyColumns: keyColumns)
    self = builder.build()
  }

  mutating func append(_ key: BlockKey, _ block: UnsafeRawBufferPointer) {
    keys.append((key, block.count))
    bytes.append(contentsOf: block)
  }

  /// Calls `body` with each block, valid during the call.
  func forEach(_ body: (BlockKey, UnsafeRawBufferPointer) throws -> Void) rethrows {
    try bytes.withUnsafeBytes { bytes in
      var start = 0
      for (key, size) in keys {
        try body(key, UnsafeRawBufferPointer(rebasing: bytes[start..<start + size]))
        start += size
      }
    }
  }
}
