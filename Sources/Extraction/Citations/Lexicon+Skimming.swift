/// Whether a text is worth cutting into tokens. More than half of what resolutions say has neither a figure in it nor a word
/// that leads to a citation without one.
extension Lexicon {
  /// The words and bodies that need no figure to matter, by their first two letters.
  struct Openers: Sendable {
    /// By the first letter's byte: a bit for each second letter.
    private var seconds = [UInt32](repeating: 0, count: 128)
    /// Whether some begin otherwise than with two letters of ASCII, so that no text can be skimmed for them.
    private(set) var isPartial = false

    mutating func insert(_ spelling: some Collection<UInt8>, capitalOnly: Bool) {
      let letters = spelling.prefix(2).map { $0 | 0x20 }
      guard letters.count == 2, letters.allSatisfy({ $0 &- 0x61 < 26 }) else {
        isPartial = true
        return
      }
      let bit: UInt32 = 1 << UInt32(letters[1] - 0x61)
      seconds[Int(letters[0] & 0xDF)] |= bit
      if !capitalOnly { seconds[Int(letters[0])] |= bit }
    }

    /// - Precondition: `first` is an ASCII letter.
    @inline(__always)
    func contains(_ first: UInt8, _ second: UInt8) -> Bool {
      let second = (second | 0x20) &- 0x61
      return second < 26 && seconds[Int(first & 0x7F)] &>> UInt32(second) & 1 != 0
    }
  }

  /// Whether the words certainly hold neither a figure nor a chapter or sales number nor a body that is to be kept in mind.
  ///
  /// - Complexity: O(words) where one may open a body's name; O(1) for other texts.
  func saysNothing(_ words: Words, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    if !words.traits.isDisjoint(with: [.composite, .citesAlone]) { return false }
    guard !words.traits.isDisjoint(with: [.bodyNoun, .startsBody]) else { return true }
    var at = words.next(0, with: [.bodyNoun, .startsBody])
    while at < words.count {
      let word = words[at]
      if word.traits.contains(.startsBody), let (body, _) = body(text, at: Int(word.start)),
        bodies[body].isRemembered
      {
        return false
      }
      if word.isCapital, at + 1 < words.count, entry(words[at + 1].number).word == .of { return false }
      at = words.next(at + 1, with: [.bodyNoun, .startsBody])
    }
    return true
  }

  /// The same of a text whose words have not been cut.
  ///
  /// - Complexity: O(bytes), eight at a time.
  func saysNothing(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard script == .spaced, !openers.isPartial, let bytes = text.baseAddress else { return text.isEmpty }
    var at = 0
    // Of the byte before: the high bit where it is a letter.
    var before: UInt64 = 0
    while at + 8 <= text.count {
      let word = UnsafeRawPointer(bytes + at).loadUnaligned(as: UInt64.self)
      if ByteClasses.digits(word) != 0 { return false }
      let letters = ByteClasses.letters(word)
      var starts = letters & ~(letters << 8 | before)
      before = letters >> 56
      while starts != 0 {
        if matters(text, at + starts.trailingZeroBitCount / 8) { return false }
        starts &= starts &- 1
      }
      at += 8
    }
    var isInWord = before != 0
    while at < text.count {
      if text[at] &- 0x30 < 10 { return false }
      let isLetter = (text[at] | 0x20) &- 0x61 < 26
      if isLetter, !isInWord, matters(text, at) { return false }
      isInWord = isLetter
      at += 1
    }
    return true
  }

  /// Whether the word or body that starts at `start` is one that matters without figures.
  @inline(__always)
  private func matters(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    start + 1 < text.count && openers.contains(text[start], text[start + 1]) && isOpener(text, start)
  }

  private func isOpener(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    if let (index, _) = body(text, at: start), bodies[index].isRemembered { return true }
    var end = start
    while end < text.count, Lexicon.isWordByte(text[end]) { end += 1 }
    switch entry(text, start..<end).word {
    case .chapter, .sales: return true
    case .bodyNoun: return text[start] < 0x61 && mayLeadToOf(text, end)
    default: return false
    }
  }

  /// Whether "of" stands behind `start`, or something that may be passed over before it.
  private func mayLeadToOf(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var start = start
    while start < text.count, text[start] == 0x20 { start += 1 }
    guard start < text.count, text[start] < 0x80 else { return start < text.count }
    var end = start
    while end < text.count, Lexicon.isWordByte(text[end]) { end += 1 }
    return entry(text, start..<end).word == .of
  }
}
