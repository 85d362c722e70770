/// Follows the italics at a paragraph's start, which show its opening phrase: it ends where upright words begin.
struct OpeningItalics {
  private var words = ""
  private var isClosed = false

  /// "Also recalling"; nil where the paragraph does not start in italics, or does so for too long.
  var phrase: String? {
    var text = TextNormalizer.normalized(words)
    while let last = text.last, ",:; ".contains(last) { text.removeLast() }
    return text.isEmpty || text.utf8.count > 80 ? nil : text
  }

  mutating func follow(_ text: String, italic: Bool) {
    if isClosed { return }
    if italic {
      words += text
      return
    }
    let isBlank = text.unicodeScalars.allSatisfy(OpeningItalics.isBlank)
    if isBlank {
      if !words.isEmpty { words += " " }
    } else if !words.isEmpty || !OpeningItalics.isNumber(text) {
      isClosed = true
    }
  }

  /// Whether it is white space or opens a quotation or a bracket.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{9}"..."\u{D}", " ", "\"", "(", "“", "‘": true
    default: !scalar.isASCII && scalar.properties.isWhitespace
    }
  }

  /// "1." before the phrase does not end it.
  private static func isNumber(_ text: String) -> Bool {
    let plain = TextNormalizer.normalized(Array(text.utf8))
    return NumberLabel.match(plain)?.end == plain.count
  }
}
