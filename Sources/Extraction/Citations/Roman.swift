/// Roman numerals as sessions bear them.
enum Roman {
  /// The value of a Roman numeral; nil for special sessions ("S-VII") and for what is none.
  static func value(_ text: String) -> Int? {
    var total = 0
    var previous = 0
    for byte in text.utf8.reversed() {
      let digit: Int
      switch byte {
      case UInt8(ascii: "I"): digit = 1
      case UInt8(ascii: "V"): digit = 5
      case UInt8(ascii: "X"): digit = 10
      case UInt8(ascii: "L"): digit = 50
      case UInt8(ascii: "C"): digit = 100
      default: return nil
      }
      total += digit < previous ? -digit : digit
      previous = max(previous, digit)
    }
    return total > 0 ? total : nil
  }
}
