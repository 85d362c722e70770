/// A paragraph of a form with styles — HTML, DOCX — that grows run by run: its text, its italics, its counted number.
struct StyledParagraph {
  private(set) var text = RunningText()
  private var italics = OpeningItalics()
  /// What the form counts and shows before the text, "1. "; left out where the text bears a number of its own.
  var number: String

  init(number: String = "") { self.number = number }

  var isEmpty: Bool { text.isEmpty }

  mutating func append(_ run: String, italic: Bool) {
    if text.isEmpty, !number.isEmpty, run.utf8.contains(where: { $0 > 0x20 }) {
      if NumberLabel.match(TextNormalizer.normalized(Array(run.utf8))) == nil { text.append(number) }
      number = ""
    }
    text.append(run)
    italics.follow(run, italic: italic)
  }

  /// Digits raised by a style become raised digits, which are markers, or labels of notes, to the text path.
  mutating func append(raised run: String, italic: Bool) {
    if let label = StyledParagraph.label(raised: run) {
      text.append(String(label.utf8.map { Superscript.written($0 - 0x30) }))
    } else {
      append(run, italic: italic)
    }
  }

  mutating func appendBlank() { text.appendBlank() }

  mutating func appendMarker(_ label: String, footnote: Int?) {
    text.appendMarker(label)
    text.markers[text.markers.count - 1].footnote = footnote
  }

  /// Marks what was appended since the text had `start` bytes as a link.
  mutating func link(from start: Int, to target: String) { text.link(from: start, to: target) }

  /// The paragraph; nil where nothing was appended.
  func block() -> Block? {
    var text = text
    text.finish()
    return text.isEmpty ? nil : Block(text: text, openingPhrase: italics.phrase)
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
