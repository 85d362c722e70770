/// How a list counts its items.
enum ListStyle {
  case decimal
  case lowerLetter
  case upperLetter
  case lowerRoman
  case upperRoman

  /// The style that HTML's `type` names: "1", "a", "A", "i", "I".
  init(htmlType: String) {
    switch htmlType {
    case "a": self = .lowerLetter
    case "A": self = .upperLetter
    case "i": self = .lowerRoman
    case "I": self = .upperRoman
    default: self = .decimal
    }
  }

  /// The style that WordprocessingML's `numFmt` names; nil where it counts in no such way, as bullets do.
  init?(numberFormat: String) {
    switch numberFormat {
    case "decimal", "decimalZero": self = .decimal
    case "lowerLetter": self = .lowerLetter
    case "upperLetter": self = .upperLetter
    case "lowerRoman": self = .lowerRoman
    case "upperRoman": self = .upperRoman
    default: return nil
    }
  }

  /// A number that a list may start with, in the 32 bits that browsers and Word count with; so counting on never overflows.
  static func number(_ text: String) -> Int? { Int32(text).map { Int($0) } }

  /// `value` in this style: "3", "c", "III"; in digits where the style has no form for it.
  func written(_ value: Int) -> String {
    let isRoman = (1...3999).contains(value)
    return switch self {
    case .decimal: String(value)
    case .lowerLetter: ListStyle.letters(value)
    case .upperLetter: ListStyle.letters(value).uppercased()
    case .lowerRoman: isRoman ? RomanNumeral.written(value).lowercased() : String(value)
    case .upperRoman: isRoman ? RomanNumeral.written(value) : String(value)
    }
  }

  /// "a" … "z", "aa", "bb" …
  private static func letters(_ value: Int) -> String {
    guard (1...26 * 4).contains(value) else { return String(value) }
    let letter = String(Unicode.Scalar(UInt8(0x61 + (value - 1) % 26)))
    return String(repeating: letter, count: (value - 1) / 26 + 1)
  }
}
