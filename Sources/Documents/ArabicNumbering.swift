/// Paragraph numbers as Arabic texts print them: "1 -", "(أ)".
enum ArabicNumbering {
  /// The letters that count, in the order of the abjad; a lengthening stroke may follow.
  private static let letters: [Unicode.Scalar] = [
    "أ", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن", "س", "ع", "ف", "ص", "ق", "ر", "ش",
    "ت",
    "ث", "خ", "ذ", "ض",
  ]

  /// The number as the other languages print it — "1.", "(a)" — so that a paragraph has one name in all of them; other text as it
  /// is.
  static func inLatin(_ printed: String) -> String {
    if printed.hasSuffix(" -") || printed.hasSuffix(" –") { return printed.dropLast(2) + "." }
    let scalars = printed.unicodeScalars.filter { $0 != "\u{640}" }
    guard scalars.count == 3, scalars.first == "(", scalars.last == ")",
      let index = letters.firstIndex(of: scalars[scalars.index(after: scalars.startIndex)])
    else { return printed }
    return "(\(Unicode.Scalar(UInt8(0x61 + index))))"
  }
}
