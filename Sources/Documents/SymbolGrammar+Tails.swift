/// What may follow a symbol's last part: a volume in brackets, a resolution's letters and session.
extension SymbolGrammar {
  /// "(Vol. I)", "(Resumption 1)", "(SUPP)", "(Part II)", "(Sect. 3)", behind at most blanks; whether one stood there.
  mutating func tail() -> Bool {
    let open = text.skippingBlanks(at)
    guard text[open] == UInt8(ascii: "(") else { return false }
    var close = open + 1
    while close < text.count, close - open < 24, text[close] != UInt8(ascii: ")") { close += 1 }
    guard text[close] == UInt8(ascii: ")") else { return false }
    let first = text.skippingBlanks(open + 1)
    let words = ["vol", "resumption", "supp", "part", "sect", "income", "plan", "introduction", "foreword"]
    let isTail = words.contains { word in
      word.utf8.enumerated().allSatisfy { text[first + $0.offset] | 0x20 == $0.element }
    }
    guard isTail else { return false }
    let length = out.count
    var index = open
    while index <= close {
      let next = text.skippingBlanks(index)
      if next > index {
        index = next
      } else if let next = text.hyphen(at: index) {
        out.append(UInt8(ascii: "-"))
        index = next
      } else if mayStandInTail(text[index]) {
        out.append(text[index])
        index += 1
      } else {
        out.removeLast(out.count - length)
        return false
      }
    }
    at = close + 1
    return true
  }

  private func mayStandInTail(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || "().,/&".utf8.contains(byte)
  }

  /// A resolution's letters and bracket behind the number already read: "43/78" + " H", "217" + " A (III)".
  mutating func numbered() -> [Symbol] {
    let stem = String(decoding: out, as: UTF8.self)
    let (letters, afterLetters) = endsInNumber ? text.letters(at: at) : ([], at)
    var bracket = ""
    var end = afterLetters
    if let (frame, behind) = text.bracketedFrame(at: afterLetters) {
      switch frame {
      case .suffixYear(let year) where stem.hasPrefix("S/"): bracket = "(\(year))"
      case .roman(let roman) where !stem.hasPrefix("S/"): bracket = "(\(roman))"
      default: end = afterLetters
      }
      if !bracket.isEmpty { end = behind }
    }
    at = end
    if bracket.isEmpty { return symbols(stem, letters, withTail: "") }
    return symbols(stem, letters, withTail: bracket)
  }

  /// Whether the last part is a number without a letter, which letters may follow: "27", but neither "27A" nor "ES-1".
  private var endsInNumber: Bool {
    out[(out.lastIndex(of: UInt8(ascii: "/")) ?? 0)...].dropFirst().allSatisfy(\.isDigit)
  }

  private func symbols(_ stem: String, _ letters: [String], withTail tail: String) -> [Symbol] {
    (letters.isEmpty ? [""] : letters).map { Symbol(canonical: stem + $0 + tail) }
  }

  /// "…/RES/…" and "…/DEC/…" of a principal organ: letters and a bracket may follow.
  var isResolution: Bool {
    let slash = UInt8(ascii: "/")
    guard let first = out.firstIndex(of: slash), let second = out[(first + 1)...].firstIndex(of: slash) else {
      return false
    }
    var isResolution = isAct(first + 1..<second)
    if !isResolution, let third = out[(second + 1)...].firstIndex(of: slash) {
      isResolution = isAct(second + 1..<third)
    }
    guard isResolution else { return false }
    let last = out.last ?? 0
    return (last.isDigit || last.isUpper) && !out.contains(UInt8(ascii: "."))
      || out[first + 1..<second].elementsEqual("CN.4".utf8)
  }

  private func isAct(_ part: Range<Int>) -> Bool {
    part.count == 3 && (out[part].elementsEqual("RES".utf8) || out[part].elementsEqual("DEC".utf8))
  }
}
