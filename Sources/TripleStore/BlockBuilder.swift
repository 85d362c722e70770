/// Cuts a stream of sorted rows into blocks of about the target size.
///
/// Rows equal in the index's key columns stay in one block. The last rows are parted evenly, so that a block that
/// overflowed by one row leaves two with room to grow.
struct BlockBuilder {
  private let keyColumns: Int
  private var blocks = EncodedBlocks()
  private var encoder = BlockEncoder()
  private var rows: [Row] = []
  /// Rows that the next block is likely to take.
  private var window = 4096
  /// Rows at which blocks are cut: more where one triple's rows must be waited for.
  private var limit = 2 * BlockFormat.maximumRows

  init(keyColumns: Int) {
    self.keyColumns = keyColumns
    rows.reserveCapacity(2 * BlockFormat.maximumRows)
  }

  @inline(__always)
  mutating func append(_ row: Row) {
    rows.append(row)
    if rows.count < limit { return }
    drain(to: BlockFormat.maximumRows)
    limit = 2 * max(rows.count, BlockFormat.maximumRows)
  }

  /// Cuts full blocks off until no more than `limit` rows are left.
  private mutating func drain(to limit: Int) {
    var start = 0
    while rows.count - start > limit {
      let wanted = min(window, rows.count - start)
      let fitting = rows.withUnsafeBufferPointer {
        encoder.fitting(UnsafeBufferPointer(rebasing: $0[start..<start + wanted]))
      }
      window = min(BlockFormat.maximumRows, fitting.rows + fitting.rows / 8 + 2 * BlockFormat.group)
      if fitting.rows == wanted, wanted < min(window, rows.count - start) { continue }
      guard let end = border(near: start + fitting.rows, from: start) else { break }
      cut(start..<end, planned: wanted)
      start = end
    }
    rows.removeFirst(start)
  }

  /// The last place at or before `end`, or else the first after it, where the key changes; nil where none is in the rows.
  private func border(near end: Int, from start: Int) -> Int? {
    if end == rows.count { return nil }
    var place = end
    while place > start, rows[place].compare(rows[place - 1], columns: keyColumns) == 0 { place -= 1 }
    if place > start { return place }
    place = end
    while place < rows.count, rows[place].compare(rows[place - 1], columns: keyColumns) == 0 { place += 1 }
    return place < rows.count ? place : nil
  }

  /// - Parameter planned: the rows from the block's first on that the encoder was asked about last.
  private mutating func cut(_ range: Range<Int>, planned: Int) {
    rows.withUnsafeBufferPointer { rows in
      let block = UnsafeBufferPointer(rebasing: rows[range])
      if block.count <= planned {
        encoder.encodeFitting(block, keyColumns: keyColumns) { blocks.append($0, $1) }
      } else {
        encoder.encode(block, keyColumns: keyColumns) { blocks.append($0, $1) }
      }
    }
  }

  /// The blocks of all rows.
  mutating func finish() -> EncodedBlocks {
    drain(to: BlockFormat.maximumRows)
    var start = 0
    while start < rows.count {
      let left = rows.count - start
      let fitting = rows.withUnsafeBufferPointer {
        encoder.fitting(UnsafeBufferPointer(rebasing: $0[start...]))
      }
      var end = rows.count
      if fitting.rows < left || left > BlockFormat.maximumRows {
        let parts = max(2, (fitting.bytes + BlockFormat.targetBytes - 1) / BlockFormat.targetBytes)
        end =
          border(near: start + min((left + parts - 1) / parts, BlockFormat.maximumRows), from: start)
          ?? rows.count
      }
      cut(start..<end, planned: left)
      start = end
    }
    rows.removeAll()
    return blocks
  }
}
