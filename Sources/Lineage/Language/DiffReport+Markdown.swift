extension DiffReport {
  /// The report as CommonMark with strikethrough: a list of paragraphs, removed words struck out, added ones in bold.
  public var markdown: String {
    var lines = ["# \(alignment.newer.symbol) beside \(alignment.older.symbol)", "", summary]
    for row in alignment.rows {
      let words = row.change == .modified ? row.diff?.runs.map(marked).joined() : nil
      lines += [
        "", "**\(alignment.label(row.newer))** \(note(on: row))", "",
        "> " + (words ?? escaped(row.newer.text)),
      ]
    }
    if !alignment.dropped.isEmpty { lines += ["", "## Left out"] }
    for passage in alignment.dropped {
      lines += ["", "**\(alignment.label(passage))**", "", "> " + escaped(passage.text)]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func marked(_ run: WordDiff.Run) -> String {
    switch run.kind {
    case .kept: return escaped(run.text)
    case .removed: return "~~\(escaped(run.words))~~\(run.blanks)"
    case .added: return "**\(escaped(run.words))**\(run.blanks)"
    }
  }

  /// Text in which nothing is mark-up.
  private func escaped(_ text: some StringProtocol) -> String {
    text.reduce(into: "") { result, character in
      if "\\`*_[]<>#~|&".contains(character) { result.append("\\") }
      result.append(character)
    }
  }
}
