/// Punctuation and quotation marks.
extension TokenizedText {
  func add(_ kind: Token.Kind, _ at: Int, _ length: Int, value: Int = 0) -> Int {
    add(Token(kind: kind, start: Int32(at), end: Int32(at + length), value: Int32(value)))
    return at + length
  }

  /// « and » are quotation marks.
  func mark(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    guard at + 1 < text.count else { return at + 1 }
    switch text[at + 1] {
    case 0xAB: return add(.quoteOpen, at, 2)
    case 0xBB: return add(.quoteClose, at, 2)
    default: return at + 2
    }
  }

  /// Curly quotation marks and dashes; "’s" behind a word belongs to it and is passed over.
  func punctuation(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    guard at + 2 < text.count, text[at + 1] == 0x80 else { return at + 3 }
    switch text[at + 2] {
    case 0x9C: return add(.quoteOpen, at, 3)
    case 0x9D: return add(.quoteClose, at, 3)
    case 0x93, 0x94: return add(.dash, at, 3)
    case 0x99:
      let isPossessive = at + 3 < text.count && text[at + 3] == UInt8(ascii: "s")
      return isPossessive && (at + 4 == text.count || !Lexicon.isWordByte(text[at + 4])) ? at + 4 : at + 3
    default: return at + 3
    }
  }

  /// A full stop is one unless it stands inside a number or behind an abbreviation or an initial.
  func stop(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    if at + 1 < text.count, Lexicon.isWordByte(text[at + 1]) { return at + 1 }
    if let last = tokens.last, Int(last.end) == at, last.kind == .word, last.value == 1 { return at + 1 }
    return add(.stop, at, 1)
  }

  var quoteIsOpen: Bool {
    for token in tokens.reversed() {
      if token.kind == .quoteOpen { return true }
      if token.kind == .quoteClose { return false }
    }
    return false
  }
}
