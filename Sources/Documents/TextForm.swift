/// The forms of text that `DocumentReader` tells apart, by their first words and their mark-up.
enum TextForm {
  case xml
  case html
  case markdown
  case plain

  init(_ bytes: [UInt8]) {
    let start = TextForm.withoutComments(bytes).prefix(1024)
    let lower = String(decoding: start.map { $0.isUpper ? $0 | 0x20 : $0 }, as: UTF8.self)
    let tags = [
      "<!doctype html", "<html", "<body", "<head", "<div", "<p>", "<p ", "<article", "<main", "<h1", "<meta",
    ]
    if tags.contains(where: { lower.hasPrefix($0) })
      || lower.hasPrefix("<?xml") && lower.contains("<html")
    {
      self = .html
    } else if lower.hasPrefix("<?xml") || lower.hasPrefix("<akomantoso") || TextForm.opensElement(start) {
      self = .xml
    } else {
      self = MarkdownReader.accepts(bytes) ? .markdown : .plain
    }
  }

  /// The text from its first mark that is neither blank nor part of a `<!-- comment -->`, which every form may begin with.
  static func withoutComments(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var rest = bytes.drop { $0 <= 0x20 }
    while rest.starts(with: "<!--".utf8) {
      guard let end = rest.indices.first(where: { rest[$0...].starts(with: "-->".utf8) }) else { return rest }
      rest = rest[(end + 3)...].drop { $0 <= 0x20 }
    }
    return rest
  }

  /// Whether the text starts with a tag of whatever name.
  private static func opensElement(_ start: ArraySlice<UInt8>) -> Bool {
    guard start.first == UInt8(ascii: "<"), let second = start.dropFirst().first else { return false }
    return second.isLetter || second == UInt8(ascii: "!")
  }
}
