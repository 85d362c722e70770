/// A length of time: months and seconds, which have no common measure (`xsd:duration`, XML Schema part 2 §3.2.6).
public struct Duration: Hashable, Sendable {
  /// Years × 12 + months; has the sign of the whole.
  public let months: Int
  public let seconds: Decimal

  /// Months that a duration has at most, so that years and months can be added without a second look.
  static let monthLimit = 1 << 55

  public init(months: Int = 0, seconds: Decimal = .zero) {
    self.months = months
    self.seconds = seconds
  }

  /// Reads `-?PnYnMnDTnHnMnS` with at least one field; nil where the form is not allowed or does not fit.
  public init?(parsing bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    let negative = bytes.first == UInt8(ascii: "-")
    if negative { index = 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "P") else { return nil }
    index += 1
    var months = 0
    var seconds = Decimal.zero
    var last = -1
    var inTime = false
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "T"), !inTime {
        inTime = true
        last = max(last, 2)
        index += 1
        if index == bytes.count { return nil }
        continue
      }
      let start = index
      while index < bytes.count, bytes[index].digit != nil || bytes[index] == UInt8(ascii: ".") { index += 1 }
      guard index < bytes.count, let amount = Decimal(parsing: bytes.slice(start..<index)) else { return nil }
      let field: Int
      let unit: Int
      switch (bytes[index], inTime) {
      case (UInt8(ascii: "Y"), false): (field, unit) = (0, 12)
      case (UInt8(ascii: "M"), false): (field, unit) = (1, 1)
      case (UInt8(ascii: "D"), false): (field, unit) = (2, 86_400)
      case (UInt8(ascii: "H"), true): (field, unit) = (3, 3_600)
      case (UInt8(ascii: "M"), true): (field, unit) = (4, 60)
      case (UInt8(ascii: "S"), true): (field, unit) = (5, 1)
      default: return nil
      }
      let isWhole = !bytes.slice(start..<index).contains(UInt8(ascii: "."))
      guard field > last, isWhole || field == 5 else { return nil }
      last = field
      index += 1
      guard let length = amount * Decimal(Int128(unit)) else { return nil }
      if field < 2 {
        guard length.mantissa <= Int128(Duration.monthLimit) else { return nil }
        months += Int(length.mantissa)
      } else {
        guard let sum = seconds + length else { return nil }
        seconds = sum
      }
    }
    guard last >= 0, months <= Duration.monthLimit, let signed = negative ? -seconds : seconds else {
      return nil
    }
    self.init(months: negative ? -months : months, seconds: signed)
  }

  /// The canonical form; a zero is written as `datatype` wants it: `P0M`, or `PT0S`.
  public func text(_ datatype: Datatype) -> String {
    if months == 0 && seconds == .zero { return datatype == .yearMonthDuration ? "P0M" : "PT0S" }
    var text = months < 0 || seconds.mantissa < 0 ? "-P" : "P"
    let (years, rest) = Int(months.magnitude).quotientAndRemainder(dividingBy: 12)
    if years > 0 { text += "\(years)Y" }
    if rest > 0 { text += "\(rest)M" }
    let magnitude = Decimal(
      mantissa: seconds.mantissa < 0 ? -seconds.mantissa : seconds.mantissa, scale: seconds.scale)
    let whole = magnitude.floor.mantissa
    if whole >= 86_400 { text += "\(whole / 86_400)D" }
    let clock = whole % 86_400
    guard let fraction = magnitude - Decimal(whole - whole % 60), clock > 0 || !magnitude.isInteger else {
      return text
    }
    text += "T"
    if clock >= 3_600 { text += "\(clock / 3_600)H" }
    if clock / 60 % 60 > 0 { text += "\(clock / 60 % 60)M" }
    if fraction != .zero { text += fraction.description + "S" }
    return text
  }
}
