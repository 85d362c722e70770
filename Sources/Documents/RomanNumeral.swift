/// Roman numerals as sessions and volumes use them.
enum RomanNumeral {
  /// The value of a capital Roman numeral, nil where `text` is none or is not in its usual form ("IIX").
  static func value(_ text: some StringProtocol) -> Int? {
    var total = 0
    var previous = 0
    for byte in text.utf8.reversed() {
      guard let digit = digit(byte) else { return nil }
      total += digit < previous ? -digit : digit
      previous = max(previous, digit)
    }
    return total > 0 && written(total).utf8.elementsEqual(text.utf8) ? total : nil
  }

  /// `number` in capitals; 1...3999.
  static func written(_ number: Int) -> String {
    let steps = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
      (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var text = ""
    for (value, letters) in steps {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "I"): 1
    case UInt8(ascii: "V"): 5
    case UInt8(ascii: "X"): 10
    case UInt8(ascii: "L"): 50
    case UInt8(ascii: "C"): 100
    case UInt8(ascii: "D"): 500
    case UInt8(ascii: "M"): 1000
    default: nil
    }
  }
}
