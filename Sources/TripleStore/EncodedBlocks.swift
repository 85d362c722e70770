/// Blocks as they are stored, with their keys, in the order of their rows.
struct EncodedBlocks: Sendable {
  private var keys: [(key: BlockKey, size: Int)] = []
  private var bytes: [UInt8] = []

  init() {}

  /// The blocks of sorted `rows`, in which those that are equal stand once.
  init(_ rows: UnsafeBufferPointer<Row>, keyColumns: Int) {
    var builder = BlockBuilder(keyColumns: keyColumns)
    for place in rows.indices where place == 0 || rows[place] != rows[place - 1] {
      builder.append(rows[place])
    }
    self = builder.finish()
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
