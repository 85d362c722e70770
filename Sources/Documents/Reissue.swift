/// "Reissued for technical reasons", as a star under a document's title says.
enum Reissue {
  /// How many times a document with these footnotes has been issued again; 0 for an original.
  static func number(_ notes: [Footnote]) -> Int {
    notes.map { number($0.text) }.max() ?? 0
  }

  private static func number(_ text: String) -> Int {
    let lower = text.prefix(80).lowercased()
    guard lower.contains("reissued") || lower.contains("reissue ") else { return 0 }
    for (number, word) in ["second ", "third ", "fourth "].enumerated() where lower.contains(word) {
      return number + 2
    }
    return 1
  }
}
