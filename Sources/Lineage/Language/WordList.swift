/// A text as words that can be compared, each with the place where it is printed.
///
/// A word is a run of letters and digits in lower case; hyphens, apostrophes, punctuation and blanks stand between words, so
/// that "capacity-building" is the same as "capacity building". A Han, Kana or Hangul character is a word of its own.
/// Words are known by the 64-bit FNV-1a hash of their bytes: among a million distinct words the chance that any two collide is 3e-8.
struct WordList: Sendable {
  private let bytes: [UInt8]
  private(set) var words: [UInt64] = []
  /// UTF-8 offsets of each word in the text.
  private(set) var ranges: [Range<Int>] = []

  var count: Int { words.count }

  /// - Complexity: O(bytes).
  init(_ text: String) {
    bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let width = WordList.separatorWidth(bytes, at: index)
      if width > 0 {
        index += width
        continue
      }
      let start = index
      index += WordList.scalarWidth(bytes[index])
      if !WordList.isWordByItself(bytes[start]) {
        while index < bytes.count, !WordList.isWordByItself(bytes[index]),
          WordList.separatorWidth(bytes, at: index) == 0
        { index += WordList.scalarWidth(bytes[index]) }
      }
      let range = start..<min(index, bytes.count)
      ranges.append(range)
      words.append(WordList.identity(of: bytes[range]))
    }
  }

  /// What stands before the first word.
  var lead: ArraySlice<UInt8> { bytes[0..<(ranges.first?.lowerBound ?? bytes.count)] }

  /// A word as printed, with all that stands between it and the next.
  func printed(_ word: Int) -> ArraySlice<UInt8> {
    bytes[ranges[word].lowerBound..<(word + 1 < count ? ranges[word + 1].lowerBound : bytes.count)]
  }

  /// The bytes of a word as printed.
  func word(_ index: Int) -> ArraySlice<UInt8> { bytes[ranges[index]] }

  /// Whether a word stands in parentheses of its own.
  func isInParentheses(_ index: Int) -> Bool {
    let range = ranges[index]
    return range.lowerBound > 0 && bytes[range.lowerBound - 1] == UInt8(ascii: "(")
      && range.upperBound < bytes.count
      && bytes[range.upperBound] == UInt8(ascii: ")")
  }

  /// The hash by which a word is known, in lower case; its top bit says that the word is a number.
  static func identity(of word: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    if word.contains(where: { $0 >= 0x80 }) {
      for byte in String(decoding: word, as: UTF8.self).lowercased().utf8 { add(byte) }
    } else {
      for byte in word { add(isUpper(byte) ? byte | 0x20 : byte) }
    }
    return word.allSatisfy(isDigit) ? hash | number : hash & ~number
  }

  /// The bit that numbers have and other words have not; by itself it stands for any number.
  static let number: UInt64 = 1 << 63

  static func isUpper(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// The bytes of the separator at `index`; 0 where a word stands there.
  private static func separatorWidth(_ bytes: [UInt8], at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 {
      let isWord =
        (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
        || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      return isWord ? 0 : 1
    }
    guard index + 1 < bytes.count else { return 0 }
    switch (byte, bytes[index + 1]) {
    case (0xC2, 0x80...0xBF): return 2  // signs of Latin-1, the no-break space among them
    case (0xE2, 0x80...0x81), (0xE3, 0x80): return 3  // general and CJK punctuation
    case (0xD8, 0x8C), (0xD8, 0x9B), (0xD8, 0x9F): return 2  // Arabic comma, semicolon, question mark
    default: return 0
    }
  }

  private static func scalarWidth(_ byte: UInt8) -> Int {
    byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  private static func isWordByItself(_ byte: UInt8) -> Bool { (0xE3...0xED).contains(byte) }
}
