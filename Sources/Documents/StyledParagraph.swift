/// A paragraph of a form with styles — HTML, DOCX — that grows run by run: its text, its italics, its counted number.
///
/// Line breaks inside may part it into several paragraphs: where two stand together, and where one stands between lines of
/// which the first ends and the second begins as paragraphs do.
struct StyledParagraph {
  /// The line that grows.
  private(set) var text = RunningText()
  private var italics = OpeningItalics()
  /// The lines before it.
  private var lines: [Line] = []
  /// The line breaks since the last word.
  private var breaks = 0
  /// What the form counts and shows before the text, "1. "; left out where the text bears a number of its own.
  var number: String

  private struct Line {
    var text: RunningText
    var italics: OpeningItalics
    /// How many line breaks stand behind it.
    var breaks: Int
  }

  init(number: String = "") { self.number = number }

  mutating func append(_ run: String, italic: Bool) {
    let hasWords = run.utf8.contains { $0 > 0x20 }
    if hasWords { startLine() }
    if text.isEmpty, lines.isEmpty, !number.isEmpty, hasWords {
      if NumberLabel.match(TextNormalizer.normalized(Array(run.utf8))) == nil { text.append(number) }
      number = ""
    }
    text.append(run)
    italics.follow(run, italic: italic)
  }

  /// Digits raised by a style become raised digits, which are markers, or labels of notes, to the text path.
  mutating func append(raised run: String, italic: Bool) {
    if let label = StyledParagraph.label(raised: run) {
      startLine()
      text.append(String(label.utf8.map { Superscript.written($0 - 0x30) }))
    } else {
      append(run, italic: italic)
    }
  }

  mutating func appendBlank() { text.appendBlank() }

  mutating func appendBreak() {
    text.appendBlank()
    breaks += 1
  }

  mutating func appendMarker(_ label: String, footnote: Int?) {
    text.appendMarker(label)
    text.markers[text.markers.count - 1].footnote = footnote
  }

  /// Marks what was appended since the line had `start` bytes, or since it began, as a link.
  mutating func link(from start: Int, to target: String) {
    text.link(from: start < text.bytes.count ? start : 0, to: target)
  }

  /// The paragraphs, none where nothing was appended.
  func blocks() -> [Block] {
    var paragraphs: [Line] = []
    for line in lines + [Line(text: text, italics: italics, breaks: 0)] {
      var line = line
      line.text.finish()
      if line.text.isEmpty { continue }
      let goesOn = paragraphs.last.map { last in
        last.breaks < 2 && !StyledParagraph.starts(line.text.bytes, behind: last.text.bytes)
      }
      if goesOn == true {
        paragraphs[paragraphs.count - 1].text.append(line.text)
        paragraphs[paragraphs.count - 1].breaks = line.breaks
      } else {
        paragraphs.append(line)
      }
    }
    return paragraphs.map { Block(text: $0.text, openingPhrase: $0.italics.phrase) }
  }

  /// Begins a line of its own for the words to come where breaks stand before them.
  private mutating func startLine() {
    if breaks > 0, !text.isEmpty {
      lines.append(Line(text: text, italics: italics, breaks: breaks))
      text = RunningText()
      italics = OpeningItalics()
    }
    breaks = 0
  }

  /// Whether a line behind a single break starts a paragraph, by its words and those before it.
  private static func starts(_ line: [UInt8], behind text: [UInt8]) -> Bool {
    if Phrasing.isFormula(line) || Phrasing.isFormula(text) { return true }
    return LineEnd.endsClause(text) && (PageLayout.looksFirst(line) || Superscript.run(line, 0) != nil)
  }

  /// "12" for raised text that is a number of at most three digits, in brackets or not.
  static func label(raised run: String) -> String? {
    let bytes = TextNormalizer.normalized(Array(run.utf8))
    let digits = bytes.filter { $0.isDigit }
    guard (1...3).contains(digits.count), bytes.allSatisfy({ $0.isDigit || "[]()".utf8.contains($0) })
    else { return nil }
    return String(decoding: digits, as: UTF8.self)
  }
}
