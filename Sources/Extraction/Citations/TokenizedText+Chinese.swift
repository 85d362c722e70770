/// Chinese, which writes "第77/37号决议": the mark of a number, the number, its counting word, then what it is the number of.
extension TokenizedText {
  /// The mark of a number or an "and" at `at`, where a Chinese character stands; nil where it is another.
  static func chinese(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Token? {
    func token(_ word: Word) -> Token {
      Token(kind: .word, word: word, start: Int32(at), end: Int32(at + 3))
    }
    if starts(text, at, "第") { return numbered(text, at).map(token) }
    return starts(text, at, "和") || starts(text, at, "及") ? token(.and) : nil
  }

  /// Whether the number behind 第 is a resolution's or a decision's; nil where it is neither.
  ///
  /// A list names what it is a list of behind its last number, so the next 决议 or 决定 of the sentence tells.
  private static func numbered(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Word? {
    guard at + 3 < text.count, text[at + 3] &- 0x30 < 10 else { return nil }
    var end = at + 3
    while end < min(text.count, at + 1500), text[end] != UInt8(ascii: "."), text[end] != UInt8(ascii: ";") {
      if starts(text, end, "决议") { return .resolution }
      if starts(text, end, "决定") { return .decision }
      end += 1
    }
    return nil
  }

  private static func starts(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ words: StaticString) -> Bool {
    guard at + words.utf8CodeUnitCount <= text.count else { return false }
    for offset in 0..<words.utf8CodeUnitCount where text[at + offset] != words.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Puts ASCII for the punctuation of Arabic and Chinese, blanks filling it up: every offset stays what it is.
  static func fold(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
    for at in bytes.indices {
      let lead = bytes[at]
      if lead == 0xD8, at + 1 < bytes.count, let mark = arabic(bytes[at + 1]) {
        bytes[at] = mark
        bytes[at + 1] = 0x20
      } else if lead == 0xE3 || lead == 0xEF, at + 2 < bytes.count,
        let mark = wide((bytes[at], bytes[at + 1], bytes[at + 2]))
      {
        bytes[at] = mark
        bytes[at + 1] = 0x20
        bytes[at + 2] = 0x20
      }
    }
  }

  /// ، ؛ ؟
  private static func arabic(_ second: UInt8) -> UInt8? {
    switch second {
    case 0x8C: UInt8(ascii: ",")
    case 0x9B: UInt8(ascii: ";")
    case 0x9F: UInt8(ascii: "?")
    default: nil
    }
  }

  /// 、 。 《 》 ， ； ： （ ）
  private static func wide(_ bytes: (UInt8, UInt8, UInt8)) -> UInt8? {
    switch bytes {
    case (0xE3, 0x80, 0x81), (0xEF, 0xBC, 0x8C): UInt8(ascii: ",")
    case (0xE3, 0x80, 0x82): UInt8(ascii: ".")
    case (0xE3, 0x80, 0x8A), (0xE3, 0x80, 0x8B): UInt8(ascii: "\"")
    case (0xEF, 0xBC, 0x9B): UInt8(ascii: ";")
    case (0xEF, 0xBC, 0x9A): UInt8(ascii: ":")
    case (0xEF, 0xBC, 0x88): UInt8(ascii: "(")
    case (0xEF, 0xBC, 0x89): UInt8(ascii: ")")
    default: nil
    }
  }
}
