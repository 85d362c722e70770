/// The number of a resolution or decision as people write it, without its body: "43/78 H", "3314 (XXIX)", "1373 (2001)".
public struct ResolutionNumber: Hashable, Sendable {
  /// What the number is counted within.
  public enum Frame: Hashable, Sendable {
    /// "73/27": the regular session stands before the slash.
    case session(Int)
    /// "S-10/2", "ES-11/1": a special or an emergency special session before the slash.
    case special(prefix: String, Int)
    /// "2006/46": a year before the slash; "2030/2031" is a period.
    case year(Int)
    /// "3314 (XXIX)", "2252 (ES-V)": the session in Roman numerals behind the number, as printed.
    case roman(String)
    /// "1373 (2001)": a year behind the number.
    case suffixYear(Int)
  }

  public var number: Int
  /// "H" of "43/78 H"; several where "A and B" or "A to E" is written; empty where none is.
  public var letters: [String]
  public var frame: Frame

  public init(number: Int, letters: [String] = [], frame: Frame) {
    self.number = number
    self.letters = letters
    self.frame = frame
  }

  /// The body that such a number belongs to where nobody is named: `(2001)` is the Security Council's, `2006/46` and
  /// Roman sessions above 30 the Economic and Social Council's, everything else the General Assembly's.
  public var usualOrgan: Organ {
    switch frame {
    case .suffixYear: return .securityCouncil
    case .year: return .economicAndSocialCouncil
    case .roman(let text):
      return (RomanNumeral.value(text) ?? 0) > 30 ? .economicAndSocialCouncil : .generalAssembly
    case .session, .special: return .generalAssembly
    }
  }

  /// The symbols it stands for, one per letter, as a resolution or decision of `organ` (by default the usual one).
  public func symbols(of organ: Organ? = nil, decision: Bool = false) -> [Symbol] {
    let organ = organ ?? usualOrgan
    if letters.isEmpty { return [symbol(of: organ, decision: decision, letter: "")] }
    return letters.map { symbol(of: organ, decision: decision, letter: $0) }
  }

  /// The symbol it stands for with one of its letters, or with none.
  private func symbol(of organ: Organ, decision: Bool, letter: String) -> Symbol {
    // Two numbers, the organ, the series and what parts them.
    let text = String(capacity: 64 + letter.utf8.count + frame.letters) { text in
      text.write(organ.symbolStem)
      text.write(decision ? "/DEC/" : "/RES/")
      switch frame {
      case .session(let frame), .year(let frame):
        text.write(frame)
        text.write("/")
      case .special(let prefix, let session):
        text.write(prefix)
        text.write("-")
        text.write(session)
        text.write("/")
      case .roman, .suffixYear: break
      }
      text.write(number)
      text.write(letter)
      switch frame {
      case .roman(let roman):
        text.write("(")
        text.write(roman)
        text.write(")")
      case .suffixYear(let year):
        text.write("(")
        text.write(year)
        text.write(")")
      case .session, .special, .year: break
      }
    }
    return Symbol(canonical: text)
  }
}

extension ResolutionNumber.Frame {
  /// How many letters it is printed with.
  fileprivate var letters: Int {
    switch self {
    case .special(let prefix, _): prefix.utf8.count
    case .roman(let roman): roman.utf8.count
    case .session, .year, .suffixYear: 0
    }
  }
}

extension ResolutionNumber {
  /// The number that starts at `start`, and the offset behind it; nil where none does.
  ///
  /// Blanks, no-break spaces and line breaks may stand before a letter and a bracket; U+2011 is a hyphen.
  /// - Complexity: O(length of the number).
  public static func match(in bytes: [UInt8], at start: Int) -> (number: ResolutionNumber, end: Int)? {
    bytes.withUnsafeBufferPointer { match(in: SymbolText($0), at: start) }
  }

  /// The same in bytes that stand in somebody else's memory.
  public static func match(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (number: ResolutionNumber, end: Int)? {
    match(in: SymbolText(bytes), at: start)
  }

  static func match(in text: SymbolText, at start: Int) -> (number: ResolutionNumber, end: Int)? {
    var at = start
    var prefix: String?
    if text[at] == UInt8(ascii: "E"), text[at + 1] == UInt8(ascii: "S"), let next = text.hyphen(at: at + 2) {
      prefix = "ES"
      at = next
    } else if text[at] == UInt8(ascii: "S"), let next = text.hyphen(at: at + 1) {
      prefix = "S"
      at = next
    }
    guard let (first, afterFirst) = text.integer(at: at) else { return nil }
    if text[afterFirst] == UInt8(ascii: "/"), let (second, afterSecond) = text.integer(at: afterFirst + 1) {
      let frame: Frame
      if let prefix {
        frame = .special(prefix: prefix, first)
      } else if first >= 1946 && first < 2200 {
        if second == first + 1 { return nil }
        frame = .year(first)
      } else if first < 400 {
        frame = .session(first)
      } else {
        return nil
      }
      guard !text.continuesNumber(at: afterSecond) else { return nil }
      let (letters, end) = text.letters(at: afterSecond)
      return (ResolutionNumber(number: second, letters: letters, frame: frame), end)
    }
    guard prefix == nil, !text.continuesNumber(at: afterFirst) else { return nil }
    let (letters, afterLetters) = text.letters(at: afterFirst)
    guard let (frame, end) = text.bracketedFrame(at: afterLetters) else { return nil }
    return (ResolutionNumber(number: first, letters: letters, frame: frame), end)
  }
}
