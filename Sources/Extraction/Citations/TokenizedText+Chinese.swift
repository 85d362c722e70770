/// Chinese, which writes "第77/37号决议": the mark of a number, the number, its counting word, then what it is the number of.
extension TokenizedText {
  /// What stands at `at`, where a Chinese character does, and its length in bytes; nil where nothing that matters does.
  static func chinese(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ lexicon: Lexicon
  ) -> (token: Token, length: Int)? {
    func token(_ kind: Token.Kind, _ length: Int, word: Word = .lower, value: Int = 0) -> (Token, Int) {
      (Token(kind: kind, word: word, start: Int32(at), end: Int32(at + length), value: Int32(value)), length)
    }
    if starts(text, at, "第") { return numbered(text, at).map { token(.word, 3, word: $0) } }
    if starts(text, at, "和") || starts(text, at, "及") { return token(.word, 3, word: .and) }
    if let (index, length) = lexicon.body(text, at: at) { return token(.body, length, value: index) }
    return nil
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

  /// The text with the punctuation of Arabic and Chinese in ASCII, blanks filling it up: every offset stays what it is.
  static func folded(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    var at = 0
    while at < bytes.count {
      let lead = bytes[at]
      if lead == 0xD8, at + 1 < bytes.count, let mark = arabic(bytes[at + 1]) {
        bytes.replaceSubrange(at..<at + 2, with: [mark, 0x20])
      } else if lead == 0xE3 || lead == 0xEF, at + 2 < bytes.count, let mark = wide(bytes[at...at + 2]) {
        bytes.replaceSubrange(at..<at + 3, with: [mark, 0x20, 0x20])
      }
      at += 1
    }
    return bytes
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
  private static func wide(_ bytes: ArraySlice<UInt8>) -> UInt8? {
    let start = bytes.startIndex
    return switch (bytes[start], bytes[start + 1], bytes[start + 2]) {
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
