extension BlockCursor {
  /// How many rows before `position` begin a new run of equal values in their first `width` (1, 2 or 3) columns.
  ///
  /// - Complexity: O(1) and, for a place within a block whose rows must be compared, O(rows of the block).
  func runs(before position: Position, columns width: Int) -> Int {
    let totals = directory.before[position.block]
    let whole =
      switch width {
      case 1: totals.changes0
      case 2: totals.changes1
      default: totals.distinct
      }
    if position.row == 0 { return whole }
    enter(position.block)
    if width == 3, !hasDuplicates { return whole + position.row }
    return whole + runs(inFirst: position.row, columns: width, block: position.block)
  }

  private func runs(inFirst count: Int, columns width: Int, block: Int) -> Int {
    var before = lastRow(before: block, columns: width)
    var total = 0
    var row = 0
    while row < count {
      let group = row / BlockFormat.group
      let rows = min(self.rows(inGroup: group), count - row)
      let first = column(0, group: group)
      let second = width > 1 ? column(1, group: group) : first
      let third = width > 2 ? column(2, group: group) : first
      for index in 0..<rows {
        let here = Row(first[index], width > 1 ? second[index] : 0, width > 2 ? third[index] : 0)
        if before != here { total += 1 }
        before = here
      }
      row += rows
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
  func rows(before position: Position) -> Int { directory.before[position.block].rows + position.row }
}
