import Documents

/// A text cut into tokens, with what the longer ones say. One after the other, many texts are cut in the same memory.
final class TokenizedText {
  /// What a text holds that may be of use to the search.
  struct Contents: OptionSet {
    let rawValue: UInt8
    /// A number, a symbol, or a word that may lead to something without digits.
    static let citable = Contents(rawValue: 1 << 0)
    /// A body that numbers behind it may be of.
    static let bodies = Contents(rawValue: 1 << 1)
  }

  private(set) var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private let memory = Growing<Token>()
  private(set) var numbers: [ResolutionNumber] = []
  private(set) var symbols: [[Symbol]] = []
  private(set) var days: [Day] = []
  private(set) var contents: Contents = []
  let lexicon: Lexicon
  /// The text in ASCII punctuation, where its script has another.
  private var folded: UnsafeMutableBufferPointer<UInt8>?

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  deinit { folded?.deallocate() }

  var tokens: Tokens { Tokens(memory.elements) }

  func add(_ token: Token) { memory.append(token) }

  /// The longest text of which something is asked even where it cites nothing: a formula ("The General Assembly,").
  static let longestFormula = 120

  /// Cuts `text` unless nothing in it matters to the search: then it has no tokens.
  ///
  /// - Parameter words: those of the text, where they have been cut for other ends; nil to do without.
  func skim(_ text: UnsafeBufferPointer<UInt8>, _ words: Words?) {
    let isLong = text.count >= TokenizedText.longestFormula
    if let words, lexicon.script == .spaced {
      if isLong, lexicon.saysNothing(words, of: text) { return clear(text) }
      read(text, words)
    } else if isLong, lexicon.saysNothing(text) {
      clear(text)
    } else {
      read(text)
    }
  }

  /// Cuts `text`, which must stay where it is until the next one is read.
  ///
  /// - Complexity: O(bytes).
  func read(_ text: UnsafeBufferPointer<UInt8>) {
    clear(text)
    if lexicon.script != .spaced {
      folded?.deallocate()
      let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count)
      _ = copy.initialize(from: text)
      Self.fold(copy)
      folded = copy
      bytes = UnsafeBufferPointer(copy)
    }
    let buffer = bytes
    let lexicon = lexicon
    var at = 0
    while at < buffer.count { at = step(buffer, at, lexicon) }
  }

  /// Cuts `text` along its words: plain ones and marks, which most are, are not looked up again.
  private func read(_ text: UnsafeBufferPointer<UInt8>, _ words: Words) {
    clear(text)
    let lexicon = lexicon
    var plainContents: Contents = []
    var at = 0
    for index in 0..<words.count {
      let entry = words[index]
      let (start, end) = (Int(entry.start), Int(entry.end))
      // A symbol or a date may have run over the word.
      if isMere(entry, text), TokenizedText.isNext(start, behind: at, text) {
        let plain = lexicon.plain(entry)
        plainContents.formUnion(plain.contents)
        add(
          Token(
            kind: plain.kind, word: plain.word, start: entry.start, end: entry.end, value: Int32(plain.value))
        )
        at = end
      } else {
        while at < end { at = step(text, at, lexicon) }
      }
    }
    while at < text.count { at = step(text, at, lexicon) }
    contents.formUnion(plainContents)
  }

  /// Whether nothing stands between two places but a blank, if that.
  @inline(__always)
  private static func isNext(_ start: Int, behind at: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let gap = UInt(bitPattern: start &- at)
    let isBlank: UInt = text[min(at, text.count - 1)] == 0x20 ? 1 : 0
    return gap & ~isBlank == 0
  }

  /// Marks that are tokens wherever they stand: a bit each by their bytes.
  private static let mereMarks: UInt64 = ",;:()".utf8.reduce(0) { $0 | 1 << UInt64($1) }

  /// Whether the word or mark can be no more than that: the start neither of a symbol nor of a body's name.
  ///
  /// Most are, but which nobody can foresee: it is told without a branch.
  @inline(__always)
  private func isMere(_ word: Words.Entry, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let form = word.form.rawValue
    let isSmall = ~form & Words.Entry.Form.capital.rawValue
    // "The", but neither "A/RES" nor an initial.
    let isTitled: UInt8 = text[min(Int(word.start) + 1, text.count - 1)] >= 0x61 ? 1 : 0
    let startsBody: UInt8 = word.traits.contains(.startsBody) ? 1 : 0
    let isPlain = form / Words.Entry.Form.plain.rawValue & (isSmall | isTitled & ~startsBody)
    let first = text[Int(word.start)]
    let isMark = UInt8(truncatingIfNeeded: TokenizedText.mereMarks &>> UInt64(first)) & (first < 64 ? 1 : 0)
    return (isPlain | isMark) & 1 != 0
  }

  private func clear(_ text: UnsafeBufferPointer<UInt8>) {
    memory.removeAll()
    numbers.removeAll(keepingCapacity: true)
    symbols.removeAll(keepingCapacity: true)
    days.removeAll(keepingCapacity: true)
    contents = []
    bytes = text
  }

  /// Whether a word starts with a capital.
  func isCapital(_ token: Token) -> Bool {
    let first = bytes[Int(token.start)]
    return first &- 0x41 < 26 || first == 0xC3 && bytes[Int(token.start) + 1] < 0x9F
  }

  /// The words in `range`.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Reads the token at `at`, if there is one, and gives the offset behind it.
  private func step(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ lexicon: Lexicon) -> Int {
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
      if let end = body(text, at, lexicon) { return end }
      return word(text, at, lexicon, capital: byte == 0xD0 && at + 1 < text.count && text[at + 1] < 0xB0)
    case 0xE4...0xE9 where lexicon.script == .chinese:
      guard let token = Self.chinese(text, at) else { return body(text, at, lexicon) ?? at + 3 }
      add(token)
      return Int(token.end)
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
  private func capital(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ lexicon: Lexicon) -> Int {
    let followsSlash = at > 0 && text[at - 1] == UInt8(ascii: "/")
    if !followsSlash, mayBeSymbol(text, at), let match = SymbolScanner.match(in: bytes, at: at) {
      add(
        Token(
          kind: .symbol, start: Int32(at), end: Int32(match.range.upperBound), value: Int32(symbols.count)))
      symbols.append(match.symbols)
      contents.insert(.citable)
      return match.range.upperBound
    }
    if mayBeSpecialSession(text, at), let end = act(at) { return end }
    if let end = body(text, at, lexicon) { return end }
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

  /// Whether "S-" or "ES-" stands here, with a hyphen of whatever kind.
  private func mayBeSpecialSession(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    guard text[at] == UInt8(ascii: "S") || text[at] == UInt8(ascii: "E"), at + 2 < text.count else {
      return false
    }
    let hyphen = text[at] == UInt8(ascii: "E") ? text[at + 2] : text[at + 1]
    return hyphen == UInt8(ascii: "-") || hyphen == 0xE2
  }

  /// Whether the digits at `at` may be more than a count: no word in small letters, no comma or semicolon stands behind them.
  private func mayBeAct(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    var end = at + 1
    while end < text.count, text[end] &- 0x30 < 10 { end += 1 }
    guard end + 1 < text.count else { return true }
    switch text[end] {
    case 0x20: return text[end + 1] &- 0x61 >= 26
    // "1862 (2009,)" loses its blank and bracket to OCR.
    case UInt8(ascii: ","), UInt8(ascii: ";"): return text[end + 1] == UInt8(ascii: ")")
    default: return true
    }
  }

  private func act(_ at: Int) -> Int? {
    guard let (number, end) = NumberReading.match(in: bytes, at: at) else { return nil }
    add(Token(kind: .act, start: Int32(at), end: Int32(end), value: Int32(numbers.count)))
    numbers.append(number)
    contents.insert(.citable)
    return end
  }

  /// A date, a resolution's number or mere digits.
  private func digits(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ lexicon: Lexicon) -> Int {
    if let (day, end) = DayReading.match(text, at, lexicon) {
      add(Token(kind: .day, start: Int32(at), end: Int32(end), value: Int32(days.count)))
      days.append(day)
      return end
    }
    if at > 0, text[at - 1] == UInt8(ascii: ",") || text[at - 1] == UInt8(ascii: ";") {
      let marker = NumberReading.markerLength(in: bytes, at: at)
      if marker > 0 { return act(at + marker) ?? at + marker }
    }
    if mayBeAct(text, at), let end = act(at) { return end }
    var end = at
    var value = 0
    while end < text.count, text[end] &- 0x30 < 10 {
      value = value > 100_000 ? value : value * 10 + Int(text[end] - 0x30)
      end += 1
    }
    // A letter or point behind it makes it a name: "12A", "20.1", "72.7".
    let isName = end < text.count && (Lexicon.isWordByte(text[end]) || joins(text, end))
    while end < text.count, Lexicon.isWordByte(text[end]) || joins(text, end) { end += 1 }
    contents.insert(.citable)
    add(
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

  private func word(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ lexicon: Lexicon, capital: Bool
  ) -> Int {
    if let start = text.baseAddress,
      let key = WordKey(lettersAt: start + at, available: text.count - at),
      at + key.length < text.count, !Lexicon.isWordByte(start[at + key.length]),
      start[at + key.length] != UInt8(ascii: "-")
    {
      return word(at..<at + key.length, lexicon.entry(key), capital: capital)
    }
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
    // "A.1091(28)" may begin with such a word.
    if text[at..<end].contains(where: { $0 &- 0x30 < 10 }) { contents.insert(.citable) }
    return max(word(at..<end, lexicon.entry(text, at..<end), capital: capital), at + 1)
  }

  /// Adds the word at `range` and gives the offset behind it.
  @inline(__always)
  private func word(_ range: Range<Int>, _ entry: Lexicon.Entry, capital: Bool) -> Int {
    let (word, its) = TokenizedText.word(entry.word, capital: capital)
    contents.formUnion(its)
    let isInitial = capital && range.count == 1
    add(
      Token(
        kind: .word, word: word, start: Int32(truncatingIfNeeded: range.lowerBound),
        end: Int32(truncatingIfNeeded: range.upperBound), value: isInitial || entry.isAbbreviation ? 1 : 0))
    return range.upperBound
  }

  /// What a word is by the list with or without a capital, and what it may lead to.
  @inline(__always)
  static func word(_ word: Word, capital: Bool) -> (word: Word, contents: Contents) {
    switch word {
    // A body noun in small letters is no name; other words mean the same with a capital.
    case .lower: (capital ? .name : .lower, [])
    case .bodyNoun: capital ? (.bodyNoun, .bodies) : (.lower, [])
    case .chapter, .sales: (word, .citable)
    default: (word, [])
    }
  }

  /// Adds the body of the word list that stands at `at` and gives the offset behind it; nil where none does.
  private func body(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ lexicon: Lexicon) -> Int? {
    guard let (index, length) = lexicon.body(text, at: at) else { return nil }
    if lexicon.bodies[index].isRemembered { contents.insert(.bodies) }
    return add(.body, at, length, value: index)
  }
}
