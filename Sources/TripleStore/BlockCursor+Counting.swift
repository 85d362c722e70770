extension BlockCursor {
  /// How many rows from `start` up to `end` begin a new run of equal values in their first `width` (1, 2 or 3) columns.
  ///
  /// - Complexity: O(1) and, for places within a block whose rows must be compared, O(rows of the block).
  func runs(from start: Position, to end: Position, columns width: Int) -> Int {
    start.block == end.block
      ? runs(in: start.row..<end.row, of: start.block, columns: width)
      : runs(before: end, columns: width) - runs(before: start, columns: width)
  }

  private func runs(before position: Position, columns width: Int) -> Int {
    let totals = directory.before(position.block)
    let whole =
      switch width {
      case 1: totals.changes0
      case 2: totals.changes1
      default: totals.distinct
      }
    return whole + runs(in: 0..<position.row, of: position.block, columns: width)
  }

  private func runs(in range: Range<Int>, of block: Int, columns width: Int) -> Int {
    if range.isEmpty { return 0 }
    enter(block)
    if width == 3, !hasDuplicates { return range.count }
    var before = range.lowerBound == 0 ? lastRow(before: block, columns: width) : nil
    var total = 0
    // The row before the first is looked at too, where it is in the block.
    var row = max(0, range.lowerBound - 1)
    while row < range.upperBound {
      let group = row / BlockFormat.group
      let place = row % BlockFormat.group
      let end = min(self.rows(inGroup: group), range.upperBound - group * BlockFormat.group)
      let first = column(0, group: group)
      let second = width > 1 ? column(1, group: group) : first
      let third = width > 2 ? column(2, group: group) : first
      for index in place..<end {
        let here = Row(first[index], width > 1 ? second[index] : 0, width > 2 ? third[index] : 0)
        if before != here, row + index - place >= range.lowerBound { total += 1 }
        before = here
      }
      row += end - place
    }
    return total
  }

  /// The first `width` columns of the row before a block's first, nil where there is none or (three columns) where it
  /// cannot be the same.
  private func lastRow(before block: Int, columns width: Int) -> Row? {
    if block == 0 || width == 3 { return nil }
    let last = directory.last(of: block - 1)
    return width == 1 ? Row(last.0) : Row(last.0, last.1)
  }

  /// Rows before `position`.
  func rows(before position: Position) -> Int { directory.before(position.block).rows + position.row }
}
