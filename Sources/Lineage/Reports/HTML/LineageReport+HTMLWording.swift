extension LineageReport {
  /// The document's paragraphs, each with what changed against the earlier one that it repeats, then what was left out.
  var wordingSection: HTML {
    guard let wording else { return "" }
    let counts = TextAlignment.Change.allCases.map { change in
      "\(wording.rows.count { $0.change == change }) \(change.rawValue)"
    }
    let rows = wording.rows.map { row in
      """
      <dt class="\(row.change.rawValue)"><b>\(wording.label(row.newer))</b> \(kind(of: row))</dt>
      <dd class="\(row.change.rawValue)" dir="auto">\(text(of: row))\(origin(of: row, wording))\(history(of: row.newer))</dd>

      """ as HTML
    }
    let dropped = wording.dropped.map { passage in
      """
      <dt class="dropped"><b>\(wording.label(passage))</b> left out</dt>
      <dd class="dropped" dir="auto"><del>\(passage.text)</del></dd>

      """ as HTML
    }
    return section(
      "wording", "Which of its words are new?",
      """
      <p>Its paragraphs beside those of \(link(wording.older)): \(counts.joined(separator: ", ")); \(wording.dropped.count) left out.</p>
      <dl class="wording">
      \(rows.joined())\(dropped.joined())</dl>

      """)
  }

  private func kind(of row: TextAlignment.Row) -> String {
    guard let origin = row.origins.first else {
      let isOlder = versions[row.newer.iri].map { $0.count > 1 } == true
      return isOlder ? "new beside it, but older" : row.change.rawValue
    }
    return
      ([row.change.rawValue] + (origin.isVerbShift ? ["verb shift"] : []) + (origin.isMove ? ["moved"] : []))
      .joined(separator: ", ")
  }

  private func text(of row: TextAlignment.Row) -> HTML {
    if row.change == .new { return "<ins>\(row.newer.text)</ins>" }
    guard row.change == .modified, let diff = row.diff else { return "\(row.newer.text)" }
    return diff.html
  }

  /// The place of the nearest earlier paragraph, where that is not the one of the same number.
  private func origin(of row: TextAlignment.Row, _ wording: TextAlignment) -> HTML {
    guard let origin = row.origins.first, origin.passage.label != row.newer.label || row.change == .modified
    else { return "" }
    let note: HTML = row.differsInNumbersOnly ? ", but for numbers the same" : ""
    return
      "<span class=\"origin\">from \(origin.passage.place), \(origin.percent) % alike\(note)</span>"
  }
}
