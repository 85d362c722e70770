/// UTF-8 text as the symbol grammar sees it: reads past the end give 0, and every kind of blank and hyphen is one.
struct SymbolText {
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var count: Int { bytes.count }

  subscript(at: Int) -> UInt8 { at >= 0 && at < bytes.count ? bytes[at] : 0 }

  /// The offset behind a hyphen, U+2010, U+2011 or an en dash at `at`.
  func hyphen(at: Int) -> Int? {
    if self[at] == UInt8(ascii: "-") { return at + 1 }
    if self[at] == 0xE2, self[at + 1] == 0x80, (0x90...0x93).contains(self[at + 2]) { return at + 3 }
    return nil
  }

  /// The offset of the first byte from `at` on that is no blank, line break, no-break or narrow space, soft hyphen or mark.
  func skippingBlanks(_ at: Int) -> Int {
    var at = at
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      case 0xC2 where self[at + 1] == 0xA0 || self[at + 1] == 0xAD: at += 2
      case 0xE2 where self[at + 1] == 0x80 && [0x8E, 0x8B, 0xAF, 0x89].contains(self[at + 2]): at += 3
      default: return at
      }
    }
    return at
  }

  /// A run of at most nine decimal digits.
  func integer(at start: Int) -> (value: Int, end: Int)? {
    var at = start
    var value = 0
    while at - start < 10, self[at].isDigit {
      value = value * 10 + Int(self[at] - UInt8(ascii: "0"))
      at += 1
    }
    return at > start && at - start < 10 ? (value, at) : nil
  }

  /// Whether what stands at `at` makes the digits before it part of something longer: "36/103/5", "1.5", "1,000", "54/55th".
  func continuesNumber(at: Int) -> Bool {
    if self[at].isDigit || self[at] == UInt8(ascii: "/") || isOrdinalEnding(at) { return true }
    return (self[at] == UInt8(ascii: ".") || self[at] == UInt8(ascii: ",")) && self[at + 1].isDigit
  }

  private func isOrdinalEnding(_ at: Int) -> Bool {
    guard !self[at + 2].isLetter else { return false }
    switch (self[at], self[at + 1]) {
    case (UInt8(ascii: "t"), UInt8(ascii: "h")), (UInt8(ascii: "s"), UInt8(ascii: "t")),
      (UInt8(ascii: "n"), UInt8(ascii: "d")), (UInt8(ascii: "r"), UInt8(ascii: "d")):
      return true
    default: return false
    }
  }

  /// The section letters behind a number, and the offset behind them: " H", "H", " A and B", " A to E", "A-C".
  ///
  /// "And" and "to" may be French or Spanish. Small letters count where they are glued to the number: "36/87a and b".
  func letters(at start: Int) -> (letters: [String], end: Int) {
    let isSmall = self[start].isLower
    guard let (first, afterFirst) = letter(at: start, small: isSmall) else {
      return doubled(at: start) ?? ([], start)
    }
    let names = [Character(Unicode.Scalar(first))].map(String.init)
    var at = skippingBlanks(afterFirst)
    if let next = word(["and", "et", "y", "e"], at: at), let (second, end) = letter(at: next, small: isSmall),
      second > first
    {
      return (names + [String(Unicode.Scalar(second))], end)
    }
    var isRange = false
    if let next = word(["to", "à", "a"], at: at) {
      at = next
      isRange = true
    } else if let next = hyphen(at: afterFirst) {
      at = next
      isRange = true
    }
    if isRange, let (last, end) = letter(at: at, small: isSmall), last > first {
      return ((first...last).map { String(Unicode.Scalar($0)) }, end)
    }
    return (names, afterFirst)
  }

  /// "AA", the letter after Z.
  private func doubled(at start: Int) -> (letters: [String], end: Int)? {
    let at = skippingBlanks(start)
    guard self[at].isUpper, self[at] == self[at + 1] else { return nil }
    let behind = self[at + 2]
    guard !behind.isLetter, !behind.isDigit, behind != UInt8(ascii: "/"),
      behind != UInt8(ascii: ".") || !self[at + 3].isLetter
    else { return nil }
    return ([String(repeating: Character(Unicode.Scalar(self[at])), count: 2)], at + 2)
  }

  /// A single capital at most one run of blanks away, if it stands alone; it may be printed `small`.
  private func letter(at start: Int, small: Bool) -> (letter: UInt8, end: Int)? {
    let at = skippingBlanks(start)
    let byte = small && self[at].isLower ? self[at] & 0xDF : self[at]
    guard byte.isUpper, !self[at + 1].isLetter, !self[at + 1].isDigit, self[at + 1] != UInt8(ascii: "/")
    else { return nil }
    guard
      self[at + 1] < 0x80 || skippingBlanks(at + 1) > at + 1 || hyphen(at: at + 1) != nil
        || isPunctuation(at + 1)
    else { return nil }
    if self[at + 1] == UInt8(ascii: "."), self[at + 2].isLetter || self[at + 2].isDigit { return nil }
    if self[at + 1] == UInt8(ascii: "-"), self[at + 2].isUpper,
      self[at + 3].isLetter || self[at + 3] == UInt8(ascii: "/")
    {
      return nil
    }
    return (byte, at + 1)
  }

  /// Superscripts, quotation marks, dashes and the like: U+00B2…, U+2000–U+207F, none of them a letter.
  private func isPunctuation(_ at: Int) -> Bool {
    self[at] == 0xE2 || (self[at] == 0xC2 && self[at + 1] < 0xC0)
  }

  /// The offset behind the one of the lower-case `words` that stands at `at` between blanks.
  private func word(_ words: [StaticString], at: Int) -> Int? {
    for word in words {
      let end = at + word.utf8CodeUnitCount
      guard self[at] == word.utf8Start[0], skippingBlanks(end) > end else { continue }
      if (at..<end).allSatisfy({ self[$0] == word.utf8Start[$0 - at] }) { return end }
    }
    return nil
  }

  /// "(XXIX)", "(S-VII)", "(ES-V)", "(2001)" behind any blanks.
  func bracketedFrame(at start: Int) -> (frame: ResolutionNumber.Frame, end: Int)? {
    var at = skippingBlanks(start)
    guard self[at] == UInt8(ascii: "(") else { return nil }
    at = skippingBlanks(at + 1)
    if let (year, end) = integer(at: at) {
      let close = skippingBlanks(end)
      guard year >= 1946, year < 2200, self[close] == UInt8(ascii: ")") else { return nil }
      return (.suffixYear(year), close + 1)
    }
    var prefix = ""
    if self[at] == UInt8(ascii: "E"), self[at + 1] == UInt8(ascii: "S"), let next = hyphen(at: at + 2) {
      prefix = "ES-"
      at = next
    } else if self[at] == UInt8(ascii: "S"), let next = hyphen(at: at + 1) {
      prefix = "S-"
      at = next
    }
    let begin = at
    while self[at].isUpper { at += 1 }
    let roman = String(decoding: bytes[min(begin, count)..<min(at, count)], as: UTF8.self)
    let close = skippingBlanks(at)
    guard RomanNumeral.value(roman) != nil, self[close] == UInt8(ascii: ")") else { return nil }
    return (.roman(prefix + roman), close + 1)
  }
}

extension UInt8 {
  var isDigit: Bool { self &- 0x30 < 10 }
  var isUpper: Bool { self &- 0x41 < 26 }
  var isLower: Bool { self &- 0x61 < 26 }
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
