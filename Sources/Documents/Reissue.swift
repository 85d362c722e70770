/// "Reissued for technical reasons", as a star under a document's title says.
enum Reissue {
  /// How many times a document with these footnotes has been issued again; 0 for an original.
  static func number(_ notes: [Footnote]) -> Int {
    notes.map { number($0.text) }.max() ?? 0
  }

  private static func number(_ text: String) -> Int {
    guard mayTell(text) else { return 0 }
    let lower = text.prefix(80).lowercased()
    guard lower.holds("reissued") || lower.holds("reissue ") else { return 0 }
    for (number, word) in ["second ", "third ", "fourth "].enumerated() where lower.holds(word) {
      return number + 2
    }
    return 1
  }

  /// Whether "reissue" stands in the text, in letters of whatever case: most footnotes need no closer look.
  private static func mayTell(_ text: String) -> Bool {
    let word = "reissue".utf8
    var rest = text.utf8[...]
    while let start = rest.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "r") }) {
      rest = rest[start...]
      if rest.prefix(word.count).elementsEqual(word, by: { $0 | 0x20 == $1 }) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
