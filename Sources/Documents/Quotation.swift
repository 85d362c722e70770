/// Tells whether a text stands inside quotation marks at its end.
enum Quotation {
  /// Whether a “ in the text waits for its ”; one at the very start, as quoted paragraphs have, does not count.
  ///
  /// - Complexity: O(bytes back to the last mark).
  static func isOpen(_ bytes: [UInt8]) -> Bool {
    var at = bytes.count - 3
    while at > 0 {
      if bytes[at] == 0xE2, bytes[at + 1] == 0x80 {
        if bytes[at + 2] == 0x9D { return false }
        if bytes[at + 2] == 0x9C { return true }
      }
      at -= 1
    }
    return false
  }

  /// The text before the marks that close a quotation at its end: “…”, "…", «…», ‘…’.
  static func withoutEnd(_ text: [UInt8]) -> ArraySlice<UInt8> {
    var text = text[...]
    while let mark = closing.first(where: { text.suffix($0.count).elementsEqual($0) }) {
      text.removeLast(mark.count)
      if text.last == 0x20 { text.removeLast() }
    }
    return text
  }

  private static let closing = ["”", "\"", "»", "’", "」"].map { Array($0.utf8) }
}
