/// Reads one word or mark at a time and holds its lower-case spelling.
///
/// Hyphens, apostrophes and slashes inside a word belong to it ("self-determination", "l'Assemblée", "73/27"); a possessive "'s" does not.
struct WordScratch {
  private let spelling = Growing<UInt8>()

  /// The word or mark at `at`, which moves behind it; nil where a blank or a sign stands that says nothing.
  func scan(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ table: WordTable) -> Words.Entry? {
    let start = at
    if let (kind, length) = Self.mark(text, start) {
      at += length
      return kind.map { Words.Entry(start: Int32(start), end: Int32(at), number: $0.rawValue, kind: $0) }
    }
    let isComposite: Bool
    (at, isComposite) = word(text, start)
    let spelling = spelling.elements
    let first = text[start]
    if first &- 0x30 < 10 {
      return Words.Entry(
        start: Int32(start), end: Int32(at), number: Words.Kind.figure.rawValue, kind: .figure,
        form: spelling.count == 1 ? .numeral : [])
    }
    var form: Words.Entry.Form = []
    if first &- 0x41 < 26 || (first == 0xC3 && start + 1 < text.count && text[start + 1] < 0x9F) {
      form.insert(.capital)
    }
    if spelling.count == 1 || form == .capital && spelling.allSatisfy(Self.isRoman) {
      form.insert(.numeral)
    }
    if endsInPossessive(text, at, from: start) { form.insert(.possessive) }
    return Words.Entry(
      start: Int32(start), end: Int32(at), number: Words.number(table[spelling]),
      traits: isComposite ? .composite : [], kind: .word, form: form)
  }

  /// The number of the word that was scanned last, given now where it is new.
  func learn(_ table: inout WordTable) -> Int32 { table.insert(spelling.elements) }

  /// Whether the letter, small or capital, stands in Roman numerals up to a hundred.
  static func isRoman(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "i"), UInt8(ascii: "v"), UInt8(ascii: "x"), UInt8(ascii: "l"), UInt8(ascii: "c"): true
    default: false
    }
  }

  /// Whether a word of letters may go on behind a byte that is no ASCII letter.
  @inline(__always)
  static func mayJoin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20: false
    case 0x80..., 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "'"): true
    default: false
    }
  }

  /// The mark that a byte of ASCII is.
  @inline(__always)
  static func mark(_ byte: UInt8) -> Words.Kind? {
    switch byte {
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"): .stop
    case UInt8(ascii: "("), UInt8(ascii: "["): .open
    case UInt8(ascii: ")"), UInt8(ascii: "]"): .close
    case UInt8(ascii: "\""): .quoteOpen
    default: nil
    }
  }

  /// A punctuation mark and its length in bytes; the mark is nil for blanks and signs that say nothing.
  private static func mark(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Words.Kind?, Int)? {
    if let mark = mark(text[at]) { return (mark, 1) }
    switch text[at] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return nil
    case 0xC2:
      guard at + 1 < text.count else { return (nil, 1) }
      if text[at + 1] == 0xAB { return (.quoteOpen, 2) }
      return (text[at + 1] == 0xBB ? .quoteClose : nil, 2)
    case 0xE2:
      guard at + 2 < text.count else { return (nil, text.count - at) }
      guard text[at + 1] == 0x80 else { return (nil, 3) }
      switch text[at + 2] {
      case 0x9C: return (.quoteOpen, 3)
      case 0x9D: return (.quoteClose, 3)
      case 0x93, 0x94: return (.dash, 3)
      default: return (nil, 3)
      }
    case 0xC3...0xF4: return nil
    default: return (nil, 1)
    }
  }

  /// Fills `spelling` from the word at `at` and gives the offset behind it, and whether citations may read the word in parts: at a
  /// figure, a slash, an apostrophe, a hyphen that is none of ASCII, or another sign that is no letter to them.
  private func word(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> (end: Int, isComposite: Bool) {
    spelling.removeAll()
    var isComposite = false
    var at = start
    while at < text.count {
      let byte = text[at]
      switch byte {
      case 0x61...0x7A: spelling.append(byte)
      case 0x41...0x5A: spelling.append(byte | 0x20)
      case 0x30...0x39:
        isComposite = true
        spelling.append(byte)
      case 0x2D, 0x2F, 0x27, 0x2E:
        // "73/27" and "1.2" hold together; a point between letters ends a sentence that lacks its blank.
        guard let next = following(text, at + 1), byte != 0x2E || isDigit(next) && isDigit(text[at - 1])
        else { return (at, isComposite) }
        if byte == 0x27, isPossessive(text, at + 1) { return (at + 2, isComposite) }
        if byte != 0x2D { isComposite = true }
        spelling.append(byte)
      case 0xC3 where at + 1 < text.count:
        let second = text[at + 1]
        spelling.append(0xC3)
        spelling.append(second >= 0x80 && second < 0x9F && second != 0x97 ? second + 0x20 : second)
        at += 1
      case 0xE2:
        guard at + 2 < text.count, text[at + 1] == 0x80 else { return (max(at, start + 1), isComposite) }
        let isHyphen = text[at + 2] == 0x90 || text[at + 2] == 0x91
        guard isHyphen || text[at + 2] == 0x99, following(text, at + 3) != nil else {
          return (max(at, start + 1), isComposite)
        }
        if !isHyphen, isPossessive(text, at + 3) { return (at + 4, isComposite) }
        isComposite = true
        spelling.append(isHyphen ? 0x2D : 0x27)
        at += 2
      case 0xC4...0xF4:
        if byte >= 0xE2 { isComposite = true }
        spelling.append(byte)
      case 0x80...0xBF where at > start: spelling.append(byte)
      default: return (max(at, start + 1), isComposite)
      }
      at += 1
    }
    return (at, isComposite)
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// The letter or figure at `at`, if one stands there.
  private func following(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt8? {
    guard at < text.count else { return nil }
    let byte = text[at]
    return (byte | 0x20) &- 0x61 < 26 || isDigit(byte) || byte == 0xC3 ? byte : nil
  }

  /// Whether the word from `start` to `end` has "'s" at its end, which its spelling has not.
  private func endsInPossessive(_ text: UnsafeBufferPointer<UInt8>, _ end: Int, from start: Int) -> Bool {
    guard end - start > 2, text[end - 1] == UInt8(ascii: "s") else { return false }
    return text[end - 2] == UInt8(ascii: "'") || text[end - 2] == 0x99 && text[end - 3] == 0x80
  }

  /// Whether a lone "s" stands at `at`.
  private func isPossessive(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    guard at < text.count, text[at] == UInt8(ascii: "s") else { return false }
    return following(text, at + 1) == nil
  }
}
