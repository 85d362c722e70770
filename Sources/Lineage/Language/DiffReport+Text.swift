extension DiffReport {
  /// The report for a terminal: each paragraph with what became of it; removed and added words in colours, or marked as GNU
  /// wdiff marks them, `[-removed-]` and `{+added+}`.
  public var text: String {
    let marks = DiffMarks(isColoured: isColoured)
    var lines = ["\(alignment.newer.dated) beside \(alignment.older.dated)", summary]
    for row in alignment.rows {
      lines += ["", "\(alignment.label(row.newer))  \(note(on: row))"]
      switch row.change {
      case .identical, .new: lines.append("  " + row.newer.text)
      case .modified: lines.append("  " + (row.diff.map(marks.text) ?? ""))
      }
    }
    if !alignment.dropped.isEmpty { lines += ["", "Left out of \(alignment.older.symbol)"] }
    for passage in alignment.dropped { lines += ["", "\(alignment.label(passage))", "  " + passage.text] }
    return lines.joined(separator: "\n") + "\n"
  }
}
