/// Rows as they are gathered one by one, in pieces, so that none is ever copied to make room.
struct RowList: ~Copyable {
  private static let pieceSizes = 256...1 << 16

  private var pieces: [RowBuffer] = []
  /// Rows in the last piece.
  private var filled = 0
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  @inline(__always)
  mutating func append(_ row: Row) {
    if pieces.isEmpty || filled == pieces[pieces.count - 1].count { addPiece() }
    pieces[pieces.count - 1].withMutableRows { $0[filled] = row }
    filled += 1
    count += 1
  }

  private mutating func addPiece() {
    let size = min(max(count, RowList.pieceSizes.lowerBound), RowList.pieceSizes.upperBound)
    pieces.append(RowBuffer(count: size))
    filled = 0
  }

  /// Writes all rows to `output`, in the order in which they were gathered.
  func copy(to output: UnsafeMutableBufferPointer<Row>) {
    var place = 0
    for piece in pieces {
      piece.withRows { rows in
        let part = rows.prefix(count - place)
        _ = output[place..<place + part.count].update(fromContentsOf: part)
        place += part.count
      }
    }
  }
}
