/// The grammar of a printed symbol: organ / subsidiary / session or year / type / number / Add. Corr. Rev. Amend. (volume).
///
/// Each `parse` reads one symbol and leaves `at` behind it.
struct SymbolGrammar {
  let text: SymbolText
  var at: Int
  /// What has been read, in canonical form.
  var out: [UInt8] = []

  init(text: SymbolText, at: Int) {
    self.text = text
    self.at = at
  }

  /// The canonical symbols that the text at `at` writes; nil where it writes none.
  mutating func parse() -> [Symbol]? {
    guard series() else { return nil }
    let isPrincipal = out.count == 1
    var parts = 1
    var digits = false
    segments(&parts, &digits, isPrincipal)
    guard digits, parts >= 2, !text[at].isLetter else { return nil }
    if isPrincipal && parts == 2 && !endsInPlainNumber { return nil }
    if isResolution { return numbered() }
    // A volume or section in brackets may have its own addenda: "A/74/6 (Sect. 3)/Add.1".
    if tail() { segments(&parts, &digits, false) }
    if let next = text.hyphen(at: at), text[next].isUpper {
      var twin = SymbolGrammar(text: text, at: next)
      if let other = twin.parse(), other.count == 1 {
        at = twin.at
        out.append(UInt8(ascii: "-"))
        out += other[0].text.utf8
      }
    }
    return [Symbol(canonical: String(decoding: out, as: UTF8.self))]
  }

  /// "A", "S", "E", "T", or a body's series in capitals: "UNEP", "FCCC", "ST", "IDB.51".
  private mutating func series() -> Bool {
    let start = at
    while text[at].isUpper { at += 1 }
    let letters = at - start
    guard letters > 0, letters <= 12 else { return false }
    if letters == 1,
      ![UInt8(ascii: "A"), UInt8(ascii: "S"), UInt8(ascii: "E"), UInt8(ascii: "T")].contains(text[start])
    {
      return false
    }
    if letters > 1, text[at] == UInt8(ascii: "."), text[at + 1].isDigit {
      at += 1
      while text[at].isDigit { at += 1 }
    }
    guard text[at] == UInt8(ascii: "/") else { return false }
    copy(start..<at)
    return true
  }

  /// Reads "/part" after "/part"; a slash that opens none is left where it is.
  private mutating func segments(_ parts: inout Int, _ digits: inout Bool, _ isPrincipal: Bool) {
    /// Where the last part ended in a session: whether a digit stood before that part.
    var hadDigits: Bool?
    while let slash = slash() {
      let mark = (at, out.count)
      at = slash
      out.append(UInt8(ascii: "/"))
      guard let hasDigit = segment(second: isPrincipal && parts == 1) else {
        at = mark.0
        out.removeLast(out.count - mark.1)
        // "(15)" is a session only where a part follows it.
        if let hadDigits, let open = out.lastIndex(of: UInt8(ascii: "(")) {
          at -= out.count - open
          out.removeLast(out.count - open)
          digits = hadDigits
        }
        return
      }
      hadDigits = out.last == UInt8(ascii: ")") ? digits : nil
      parts += 1
      digits = digits || hasDigit
    }
  }

  /// The offset behind a slash at `at`; blanks stray in before a number and around one before "Add.", "Corr.", "Rev.".
  private func slash() -> Int? {
    let slash = text.skippingBlanks(at)
    guard text[slash] == UInt8(ascii: "/") else { return nil }
    let next = text.skippingBlanks(slash + 1)
    if slash == at, next == slash + 1 || text[next].isDigit { return next }
    for part in ["Add.", "Corr.", "Rev."]
    where part.utf8.enumerated().allSatisfy({ text[next + $0.offset] == $0.element }) {
      return next
    }
    return slash == at ? slash + 1 : nil
  }

  /// One part between slashes; whether it holds a digit, nil where it is none and the symbol ends before it.
  ///
  /// Directly behind a one-letter organ only a number, a word of two capitals and more, or a lettered number may stand
  /// ("C.1", "ES-11"), so that "A/H1N1" is no symbol.
  private mutating func segment(second: Bool) -> Bool? {
    let start = at
    if text[at].isDigit {
      while text[at].isDigit { at += 1 }
      guard at - start <= 6 else { return nil }
      // The letter behind a resolution's number; behind Z the letters are doubled.
      let letters = text[at].isUpper && text[at + 1] == text[at] ? 2 : 1
      if text[at].isUpper, !text[at + letters].isLetter, !text[at + letters].isDigit, !second {
        at += letters
      }
      guard !text[at].isLetter else { return nil }
      copy(start..<at)
      return true
    }
    guard text[at].isUpper else { return nil }
    while text[at].isLetter { at += 1 }
    let word = start..<at
    if let end = dottedName(at) {
      copy(start..<end)
      at = end
      return true
    }
    let isName = second && isName(word)
    guard word.count <= 12, isCapitals(word) || isPart(word) || isName else { return nil }
    if isName, isResolution(word) { out += text.bytes[word].map { $0 & 0xDF } } else { copy(word) }
    if let next = text.hyphen(at: at), text[next].isDigit, isSpecialSession(word) {
      out.append(UInt8(ascii: "-"))
      at = next
      let digits = at
      while text[at].isDigit { at += 1 }
      copy(digits..<at)
      return true
    }
    if text[at] == UInt8(ascii: ".") {
      let number = text.skippingBlanks(at + 1)
      let closeBy = number == at + 1 || isPart(word)
      var end = number
      if text[number].isDigit {
        while text[end].isDigit { end += 1 }
      } else {
        while text[end].isUpper { end += 1 }
        if RomanNumeral.value(String(decoding: text.bytes[number..<end], as: UTF8.self)) == nil {
          end = number
        }
      }
      if end > number, closeBy {
        out.append(UInt8(ascii: "."))
        copy(number..<end)
        at = end
        return true
      }
      return isCapitals(word) && word.count > 1 ? false : nil
    }
    if isName { return false }
    guard isCapitals(word), !text[at].isDigit else { return nil }
    if let end = sessionInBrackets() {
      copy(at..<end)
      at = end
      return true
    }
    return second && word.count < 2 ? nil : false
  }

  /// The offset behind ".Pro.28" at `at`, the rest of a name such as "OzL.Pro.28".
  private func dottedName(_ at: Int) -> Int? {
    guard text[at] == UInt8(ascii: "."), text[at + 1].isUpper, text[at + 2].isLower else { return nil }
    var end = at + 1
    while text[end].isLetter { end += 1 }
    guard text[end] == UInt8(ascii: "."), let (_, behind) = text.integer(at: end + 1), !text[behind].isLetter
    else {
      return nil
    }
    return behind
  }

  /// The offset behind "(15)" right at `at`, the session in "ICCD/COP(15)/23".
  private func sessionInBrackets() -> Int? {
    guard text[at] == UInt8(ascii: "("), let (_, end) = text.integer(at: at + 1),
      text[end] == UInt8(ascii: ")"),
      text[end + 1] == UInt8(ascii: "/")
    else { return nil }
    return end + 1
  }

  private mutating func copy(_ range: Range<Int>) {
    out += text.bytes[range]
  }

  private func isCapitals(_ range: Range<Int>) -> Bool { range.allSatisfy { text[$0].isUpper } }

  /// The parts that are printed in small letters: Add. Corr. Rev. Amend. Res. Dec. Sub. Conf. Inf. and the like.
  private func isPart(_ range: Range<Int>) -> Bool {
    range.count >= 3 && range.dropFirst().allSatisfy { text[$0].isLower }
      && text[range.upperBound] == UInt8(ascii: ".")
  }

  /// A word before a number, as in "S/Agenda/8979".
  private func isName(_ range: Range<Int>) -> Bool {
    range.count >= 3 && range.dropFirst().allSatisfy { text[$0].isLower }
      && text[range.upperBound] == UInt8(ascii: "/") && text[range.upperBound + 1].isDigit
  }

  /// "Res" or "Dec", as some write in "A/Res/73/27".
  private func isResolution(_ range: Range<Int>) -> Bool {
    ["Res", "Dec"].contains { text.bytes[range].elementsEqual($0.utf8) }
  }

  private func isSpecialSession(_ range: Range<Int>) -> Bool {
    text[range.upperBound - 1] == UInt8(ascii: "S") && range.count <= 2
  }

  /// Whether the last part is a number or a lettered number, as in "S/1234", "A/520".
  private var endsInPlainNumber: Bool { out.last.map { $0.isDigit || $0.isUpper } ?? false }
}
