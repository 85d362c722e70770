/// How floating-point numbers are written.
enum NumberText {
  /// The canonical form of `xsd:double` and `xsd:float`: `1.0E0`, `-2.5E-3`, `INF`, `NaN` (XML Schema part 2 §3.3.5.2).
  ///
  /// `description` is what Swift prints for the number: its shortest digits.
  static func canonical(_ description: String) -> String {
    if let special = special(description) { return special }
    let (negative, digits, exponent) = digits(of: description)
    let fraction = digits.count > 1 ? text(digits.dropFirst()) : "0"
    return "\(negative ? "-" : "")\(digits[0]).\(fraction)E\(exponent)"
  }

  /// What an XPath cast to string prints: plain digits from 10⁻⁶ to 10⁶, the canonical form beyond (XPath Functions §19.1.2).
  static func plain(_ description: String) -> String {
    if let special = special(description) { return special }
    let (negative, digits, exponent) = digits(of: description)
    if digits == [0] { return negative ? "-0" : "0" }
    guard exponent >= -6, exponent < 6 else { return canonical(description) }
    let sign = negative ? "-" : ""
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + text(digits[...]) }
    if digits.count <= exponent + 1 {
      return sign + text(digits[...]) + String(repeating: "0", count: exponent + 1 - digits.count)
    }
    return sign + text(digits[...exponent]) + "." + text(digits[(exponent + 1)...])
  }

  /// The significant digits of Swift's description of a finite number, without zeros at the ends, and the power of ten of the
  /// first; `[0]` and 0 for zero.
  static func digits(of description: String) -> (negative: Bool, digits: [UInt8], exponent: Int) {
    var digits: [UInt8] = []
    var negative = false
    var exponent = 0
    var point: Int?
    var index = description.utf8.startIndex
    let end = description.utf8.endIndex
    while index < end {
      let byte = description.utf8[index]
      index = description.utf8.index(after: index)
      switch byte {
      case UInt8(ascii: "-"): negative = true
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"):
        exponent = Int(description[index...].drop { $0 == "+" }) ?? 0
        index = end
      default: digits.append(byte &- 48)
      }
    }
    exponent += (point ?? digits.count) - 1
    let zeros = digits.prefix { $0 == 0 }.count
    if zeros == digits.count { return (negative, [0], 0) }
    digits.removeFirst(zeros)
    exponent -= zeros
    while digits.last == 0 { digits.removeLast() }
    return (negative, digits, exponent)
  }

  private static func special(_ description: String) -> String? {
    switch description {
    case "inf": "INF"
    case "-inf": "-INF"
    case "nan", "-nan": "NaN"
    default: nil
    }
  }

  private static func text(_ digits: ArraySlice<UInt8>) -> String {
    String(decoding: digits.map { $0 + 48 }, as: UTF8.self)
  }
}
