/// Cuts sorted, distinct rows into blocks of about the target size.
///
/// Rows equal in the index's key columns stay in one block. The last rows are parted evenly, so that a block that
/// overflowed by one row leaves two with room to grow.
struct BlockBuilder {
  private let rows: UnsafeBufferPointer<Row>
  private let keyColumns: Int
  private var blocks = EncodedBlocks()
  private var encoder = BlockEncoder()
  /// The first row that is in no block yet.
  private var start = 0
  /// Rows that the next block is likely to take.
  private var window = 4096

  /// - Parameter rows: valid as long as the builder is used.
  init(_ rows: UnsafeBufferPointer<Row>, keyColumns: Int) {
    self.rows = rows
    self.keyColumns = keyColumns
  }

  /// The blocks of all rows.
  mutating func build() -> EncodedBlocks {
    cutFull()
    cutRest()
    return blocks
  }

  /// Cuts full blocks off as long as there are rows for more than one.
  private mutating func cutFull() {
    while rows.count - start > BlockFormat.maximumRows {
      let wanted = min(window, rows.count - start)
      let fitting = encoder.fitting(UnsafeBufferPointer(rebasing: rows[start..<start + wanted]))
      window = min(BlockFormat.maximumRows, fitting.rows + fitting.rows / 8 + 2 * BlockFormat.group)
      if fitting.rows == wanted, wanted < min(window, rows.count - start) { continue }
      guard let end = border(near: start + fitting.rows) else { return }
      cut(to: end)
    }
  }

  private mutating func cutRest() {
    while start < rows.count {
      let left = rows.count - start
      let fitting = encoder.fitting(UnsafeBufferPointer(rebasing: rows[start...]))
      var end = rows.count
      if fitting.rows < left || left > BlockFormat.maximumRows {
        let parts = max(2, (fitting.bytes + BlockFormat.targetBytes - 1) / BlockFormat.targetBytes)
        end = border(near: start + min((left + parts - 1) / parts, BlockFormat.maximumRows)) ?? rows.count
      }
      cut(to: end)
    }
  }

  /// The last place at or before `end`, or else the first after it, where the key changes; nil where none is behind `start`.
  private func border(near end: Int) -> Int? {
    if end == rows.count { return nil }
    var place = end
    while place > start, rows[place].compare(rows[place - 1], columns: keyColumns) == 0 { place -= 1 }
    if place > start { return place }
    place = end
    while place < rows.count, rows[place].compare(rows[place - 1], columns: keyColumns) == 0 { place += 1 }
    return place < rows.count ? place : nil
  }

  private mutating func cut(to end: Int) {
    let block = UnsafeBufferPointer(rebasing: rows[start..<end])
    start = end
    encoder.encodeFitting(block, keyColumns: keyColumns) { blocks.append($0, $1) }
  }
}
