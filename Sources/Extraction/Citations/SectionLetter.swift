/// A section letter behind a resolution's number as texts in Arabic, Chinese and Russian have it.
enum SectionLetter {
  /// The letter that starts at `start`, and the offset behind it.
  ///
  ///     "43/78 H号"  "43/78 Н" (Cyrillic)  "43/78 حاء"       H
  static func match(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (letter: String, end: Int)? {
    let at = start < bytes.count && bytes[start] == 0x20 ? start + 1 : start
    guard at < bytes.count else { return nil }
    switch bytes[at] {
    case 0x41...0x5A:
      // Where no ideograph stands behind it, the letter has been read with the number.
      guard at + 1 < bytes.count, bytes[at + 1] &- 0xE4 < 6 else { return nil }
      return (String(Unicode.Scalar(bytes[at])), at + 1)
    case 0xD0: return named(in: bytes, at, cyrillic)
    case 0xD8...0xD9: return named(in: bytes, at, arabic)
    default: return nil
    }
  }

  private static func named(
    in bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ names: [(name: StaticString, letter: String)]
  ) -> (letter: String, end: Int)? {
    for (name, letter) in names {
      let end = at + name.utf8CodeUnitCount
      guard end <= bytes.count, end == bytes.count || !Lexicon.isWordByte(bytes[end]),
        bytes[at..<end].elementsEqual(
          UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
      else { continue }
      return (letter, end)
    }
    return nil
  }

  /// Capitals that look like Latin ones, and are typed for them.
  private static let cyrillic: [(name: StaticString, letter: String)] = [
    ("А", "A"), ("В", "B"), ("С", "C"), ("Е", "E"), ("Н", "H"), ("К", "K"), ("М", "M"), ("О", "O"),
    ("Р", "P"),
    ("Т", "T"), ("Х", "X"),
  ]

  /// The names of the letters in the order of the abjad, which stand for A, B, C and so on.
  private static let arabic: [(name: StaticString, letter: String)] = [
    ("ألف", "A"), ("باء", "B"), ("جيم", "C"), ("دال", "D"), ("هاء", "E"), ("واو", "F"), ("زاي", "G"),
    ("حاء", "H"),
    ("طاء", "I"), ("ياء", "J"), ("كاف", "K"), ("لام", "L"), ("ميم", "M"), ("نون", "N"), ("سين", "O"),
    ("عين", "P"),
    ("فاء", "Q"), ("صاد", "R"), ("قاف", "S"), ("راء", "T"), ("شين", "U"), ("تاء", "V"), ("ثاء", "W"),
    ("خاء", "X"),
    ("ذال", "Y"), ("ضاد", "Z"),
  ]
}
