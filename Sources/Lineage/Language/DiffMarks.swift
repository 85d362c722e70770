/// How a terminal shows a word diff: in colours (ECMA-48), or as GNU wdiff marks it, `[-removed-]` and `{+added+}`.
struct DiffMarks {
  let isColoured: Bool

  func text(of diff: WordDiff) -> String { diff.runs.map(marked).joined() }

  private func marked(_ run: WordDiff.Run) -> String {
    switch (run.kind, isColoured) {
    case (.kept, _): run.text
    case (.removed, true): "\u{1B}[9;31m\(run.words)\u{1B}[0m\(run.blanks)"
    case (.added, true): "\u{1B}[32m\(run.words)\u{1B}[0m\(run.blanks)"
    case (.removed, false): "[-\(run.words)-]\(run.blanks)"
    case (.added, false): "{+\(run.words)+}\(run.blanks)"
    }
  }
}

extension WordDiff.Run {
  /// The text without the blanks at its end, which no mark should hold.
  var words: Substring { text[..<end] }

  var blanks: Substring { text[end...] }

  private var end: String.Index {
    text.lastIndex { $0 != " " }.map { text.index(after: $0) } ?? text.startIndex
  }
}

extension TextAlignment.Origin {
  /// What became of its language in `newer`: "modified 0.955, verb shift".
  func note(in newer: Passage) -> String {
    [
      similarity == 1 ? "identical" : "modified \(decimal)", isVerbShift ? "verb shift" : "",
      isMove ? "move" : "", newer.differsInNumbersOnly(from: passage) ? "numbers only" : "",
    ]
    .filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
