import Documents

/// A text cut into tokens, with what the longer ones say.
struct TokenizedText {
  let bytes: [UInt8]
  var tokens: [Token] = []
  private(set) var numbers: [ResolutionNumber] = []
  private(set) var symbols: [[Symbol]] = []
  private(set) var days: [Day] = []

  /// - Complexity: O(bytes).
  init(_ text: String, lexicon: Lexicon) {
    bytes = lexicon.script == .spaced ? Array(text.utf8) : Self.folded(text)
    tokens.reserveCapacity(bytes.count / 5)
    bytes.withUnsafeBufferPointer { buffer in
      var at = 0
      while at < buffer.count { at = step(buffer, at, lexicon) }
    }
  }

  /// Whether a word starts with a capital.
  func isCapital(_ token: Token) -> Bool {
    let first = bytes[Int(token.start)]
    return first &- 0x41 < 26 || first == 0xC3 && bytes[Int(token.start) + 1] < 0x9F
  }

  /// The words in `range`.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Reads the token at `at`, if there is one, and gives the offset behind it.
  private mutating func step(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ lexicon: Lexicon) -> Int {
    let byte = text[at]
    switch byte {
    case 0x20: return at + 1
    case 0x61...0x7A: return word(text, at, lexicon, capital: false)
    case 0x41...0x5A: return capital(text, at, lexicon)
    case 0x30...0x39: return digits(text, at, lexicon)
    case UInt8(ascii: ","): return add(.comma, at, 1)
    case UInt8(ascii: ";"): return add(.semicolon, at, 1)
    case UInt8(ascii: ":"): return add(.colon, at, 1)
    case UInt8(ascii: "("): return add(.open, at, 1)
    case UInt8(ascii: ")"): return add(.close, at, 1)
    case UInt8(ascii: "."): return stop(text, at)
    case UInt8(ascii: "?"), UInt8(ascii: "!"): return add(.stop, at, 1)
    case UInt8(ascii: "\""): return add(quoteIsOpen ? .quoteClose : .quoteOpen, at, 1)
    case 0xC3...0xCF:
      return word(text, at, lexicon, capital: byte == 0xC3 && at + 1 < text.count && text[at + 1] < 0x9F)
    case 0xD0...0xDF:
      if let (index, length) = lexicon.body(text, at: at) { return add(.body, at, length, value: index) }
      return word(text, at, lexicon, capital: byte == 0xD0 && at + 1 < text.count && text[at + 1] < 0xB0)
    case 0xE4...0xE9 where lexicon.script == .chinese:
      guard let (token, length) = Self.chinese(text, at, lexicon) else { return at + 3 }
      tokens.append(token)
      return at + length
    case 0xC2: return mark(text, at)
    case 0xE2: return punctuation(text, at)
    case 0x80...: return at + Self.length(byte)
    default: return add(.other, at, 1)
    }
  }

  private static func length(_ byte: UInt8) -> Int {
    byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
  }

  /// A symbol, a special session's number, a body's name or a word.
  private mutating func capital(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ lexicon: Lexicon) -> Int {
    let followsSlash = at > 0 && text[at - 1] == UInt8(ascii: "/")
    if !followsSlash, mayBeSymbol(text, at), let match = SymbolScanner.match(in: bytes, at: at) {
      tokens.append(
        Token(
          kind: .symbol, start: Int32(at), end: Int32(match.range.upperBound), value: Int32(symbols.count)))
      symbols.append(match.symbols)
      return match.range.upperBound
    }
    if text[at] == UInt8(ascii: "S") || text[at] == UInt8(ascii: "E"), let end = act(at) { return end }
    if let (index, length) = lexicon.body(text, at: at) {
      tokens.append(Token(kind: .body, start: Int32(at), end: Int32(at + length), value: Int32(index)))
      return at + length
    }
    return word(text, at, lexicon, capital: true)
  }

  /// Whether capitals, with digits and points among them, run up to a slash.
  private func mayBeSymbol(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    var end = at + 1
    while end < text.count, end - at < 16 {
      switch text[end] {
      case UInt8(ascii: "/"): return true
      case 0x41...0x5A, 0x30...0x39, UInt8(ascii: "."): end += 1
      default: return false
      }
    }
    return false
  }

  private mutating func act(_ at: Int) -> Int? {
    guard let (number, end) = NumberReading.match(in: bytes, at: at) else { return nil }
    tokens.append(Token(kind: .act, start: Int32(at), end: Int32(end), value: Int32(numbers.count)))
    numbers.append(number)
    return end
  }

  /// A date, a resolution's number or mere digits.
  private mutating func digits(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ lexicon: Lexicon) -> Int {
    if let (day, end) = DayReading.match(text, at, lexicon) {
      tokens.append(Token(kind: .day, start: Int32(at), end: Int32(end), value: Int32(days.count)))
      days.append(day)
      return end
    }
    if at > 0, text[at - 1] == UInt8(ascii: ",") || text[at - 1] == UInt8(ascii: ";") {
      let marker = NumberReading.markerLength(in: bytes, at: at)
      if marker > 0 { return act(at + marker) ?? at + marker }
    }
    if let end = act(at) { return end }
    var end = at
    var value = 0
    while end < text.count, text[end] &- 0x30 < 10 {
      value = value > 100_000 ? value : value * 10 + Int(text[end] - 0x30)
      end += 1
    }
    // A letter or point behind it makes it a name: "12A", "20.1", "72.7".
    let isName = end < text.count && (Lexicon.isWordByte(text[end]) || joins(text, end))
    while end < text.count, Lexicon.isWordByte(text[end]) || joins(text, end) { end += 1 }
    tokens.append(
      Token(
        kind: .digits, start: Int32(at), end: Int32(end), value: isName || value > 99_999 ? -1 : Int32(value))
    )
    return end
  }

  /// A point, slash or hyphen between word bytes.
  private func joins(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    guard at + 1 < text.count, Lexicon.isWordByte(text[at + 1]) else { return false }
    return text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: "/") || text[at] == UInt8(ascii: "-")
      || text[at] == UInt8(ascii: ",")
  }

  private mutating func word(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ lexicon: Lexicon, capital: Bool
  ) -> Int {
    var end = at
    while end < text.count {
      if Lexicon.isWordByte(text[end]) {
        end += 1
      } else if text[end] == UInt8(ascii: "-"), end + 1 < text.count, Lexicon.isWordByte(text[end + 1]) {
        end += 1
      } else {
        break
      }
    }
    let entry = lexicon.entry(text, at..<end)
    let isInitial = capital && end == at + 1
    tokens.append(
      Token(
        kind: .word, word: wordOf(entry, capital: capital), start: Int32(at), end: Int32(end),
        value: isInitial || entry?.isAbbreviation == true ? 1 : 0))
    return max(end, at + 1)
  }

  /// A body noun in small letters is no name; other words mean the same with a capital.
  private func wordOf(_ entry: Lexicon.Entry?, capital: Bool) -> Word {
    guard let word = entry?.word else { return capital ? .name : .lower }
    if word == .lower { return capital ? .name : .lower }
    return word == .bodyNoun && !capital ? .lower : word
  }
}
