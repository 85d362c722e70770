/// A link in a Markdown text that leads to a note, or back from one: "[[1]](#footnote-1)", "[\[1\]](#_ftnref1)", "[↑](#ref-1)".
struct MarkdownNoteLink {
  /// The number of the note; nil for an arrow.
  let label: String?
  /// The offset behind it.
  let end: Int

  /// In bytes, of the words and of the target.
  private static let longest = 100

  /// The link that stands at `at`; nil for words, and where the target names no place in the text.
  init?(_ bytes: [UInt8], at: Int) {
    let rest = bytes[at...].prefix(MarkdownNoteLink.longest)
    guard rest.first == UInt8(ascii: "["),
      let middle = rest.indices.first(where: { rest[$0...].starts(with: "](#".utf8) }),
      let close = bytes[middle...].prefix(MarkdownNoteLink.longest).firstIndex(of: UInt8(ascii: ")")),
      close > middle + 3
    else { return nil }
    end = close + 1
    let words = MarkdownNoteLink.bare(bytes[(at + 1)..<middle])
    if (1...3).contains(words.count), words.allSatisfy({ $0.isDigit }) {
      label = String(decoding: words, as: UTF8.self)
    } else if ["↑", "↩", "↩\u{FE0E}"].contains(where: { words.elementsEqual($0.utf8) }) {
      label = nil
    } else {
      return nil
    }
  }

  /// The words without brackets, what escapes them, and what raises them.
  private static func bare(_ words: ArraySlice<UInt8>) -> [UInt8] {
    var words = words
    for tag in ["<sup>", "^"] where words.starts(with: tag.utf8) { words = words.dropFirst(tag.utf8.count) }
    for tag in ["</sup>", "^"] where words.suffix(tag.utf8.count).elementsEqual(tag.utf8) {
      words = words.dropLast(tag.utf8.count)
    }
    return words.filter { !"[]\\".utf8.contains($0) }
  }
}
