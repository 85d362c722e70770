import Glibc

extension Decimal {
  public static func + (left: Decimal, right: Decimal) -> Decimal? {
    guard let (first, second, scale) = aligned(left, right) else { return nil }
    let (sum, overflow) = first.addingReportingOverflow(second)
    return overflow ? nil : Decimal(mantissa: sum, scale: scale)
  }

  public static func - (left: Decimal, right: Decimal) -> Decimal? {
    guard let negated = -right else { return nil }
    return left + negated
  }

  public static prefix func - (value: Decimal) -> Decimal? {
    value.mantissa == .min ? nil : Decimal(mantissa: -value.mantissa, scale: value.scale)
  }

  public static func * (left: Decimal, right: Decimal) -> Decimal? {
    var (left, right) = (left, right)
    while true {
      let (product, overflow) = left.mantissa.multipliedReportingOverflow(by: right.mantissa)
      let scale = left.scale + right.scale
      if !overflow && scale <= 38 { return Decimal(mantissa: product, scale: scale) }
      // Gives up a digit of the longer fraction, as long as the result keeps the promised precision.
      guard scale > precision else { return nil }
      if left.scale >= right.scale {
        left = left.rounded(toScale: left.scale - 1)
      } else {
        right = right.rounded(toScale: right.scale - 1)
      }
    }
  }

  /// The quotient with at least 18 digits of fraction where it does not end before; nil by zero.
  public static func / (left: Decimal, right: Decimal) -> Decimal? {
    guard right.mantissa != 0 else { return nil }
    // left/right = (a·10ᵏ / b) · 10^(right.scale - left.scale - k); long division digit by digit, so that nothing overflows.
    let negative = (left.mantissa < 0) != (right.mantissa < 0)
    let divisor = right.mantissa.magnitude
    var (quotient, remainder) = left.mantissa.magnitude.quotientAndRemainder(dividingBy: divisor)
    var scale = left.scale - right.scale
    while remainder != 0 && scale < 24 || scale < 0 {
      let (ten, carry) = remainder.multipliedReportingOverflow(by: 10)
      let (shifted, overflow) = quotient.multipliedReportingOverflow(by: 10)
      if carry { return approximate(left, right) }
      if overflow { return nil }
      let (digit, rest) = ten.quotientAndRemainder(dividingBy: divisor)
      if shifted > UInt128(Int128.max) - digit {
        if scale >= precision { break }
        return nil
      }
      quotient = shifted + digit
      remainder = rest
      scale += 1
    }
    guard quotient <= UInt128(Int128.max), scale <= 38 else { return nil }
    return Decimal(mantissa: negative ? -Int128(quotient) : Int128(quotient), scale: scale)
  }

  /// The quotient where the divisor has so many digits that a remainder times ten does not fit: both lose digits first.
  private static func approximate(_ left: Decimal, _ right: Decimal) -> Decimal? {
    guard right.scale > 0 else { return nil }
    let shorter = right.rounded(toScale: right.scale - 1)
    return shorter.mantissa == 0 ? nil : left / shorter
  }

  /// Negative, zero or positive, exactly.
  public func order(_ other: Decimal) -> Int {
    if let (first, second, _) = Decimal.aligned(self, other) {
      return first < second ? -1 : first == second ? 0 : 1
    }
    // Aligning overflows only where the whole parts decide, or where one of them is far larger.
    let (whole, otherWhole) = (floor.mantissa, other.floor.mantissa)
    if whole != otherWhole { return whole < otherWhole ? -1 : 1 }
    let fractions = (
      mantissa - whole * Decimal.powers[scale], other.mantissa - otherWhole * Decimal.powers[other.scale]
    )
    return Decimal(mantissa: fractions.0, scale: scale).order(
      Decimal(mantissa: fractions.1, scale: other.scale))
  }

  /// Both mantissas at the larger scale; nil where one does not fit.
  private static func aligned(_ left: Decimal, _ right: Decimal) -> (Int128, Int128, Int)? {
    if left.scale == right.scale { return (left.mantissa, right.mantissa, left.scale) }
    let scale = Swift.max(left.scale, right.scale)
    let (first, overflow) = left.mantissa.multipliedReportingOverflow(by: powers[scale - left.scale])
    let (second, carry) = right.mantissa.multipliedReportingOverflow(by: powers[scale - right.scale])
    return overflow || carry ? nil : (first, second, scale)
  }

  /// The nearest number with `digits` fraction digits, ties to even.
  func rounded(toScale digits: Int) -> Decimal {
    guard digits < scale else { return self }
    let divisor = Decimal.powers[scale - digits]
    let (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: divisor)
    let half = divisor / 2
    let up =
      remainder.magnitude > half.magnitude || remainder.magnitude == half.magnitude && quotient & 1 != 0
    return Decimal(mantissa: up ? quotient + (mantissa < 0 ? -1 : 1) : quotient, scale: digits)
  }

  /// The largest integer not above.
  public var floor: Decimal {
    let (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: Decimal.powers[scale])
    return Decimal(remainder < 0 ? quotient - 1 : quotient)
  }

  /// The smallest integer not below.
  public var ceiling: Decimal {
    let (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: Decimal.powers[scale])
    return Decimal(remainder > 0 ? quotient + 1 : quotient)
  }

  /// The nearest integer, ties upwards (XPath fn:round).
  public var rounded: Decimal {
    if scale == 0 { return self }
    let below = floor
    let divisor = Decimal.powers[scale]
    let fraction = mantissa - below.mantissa * divisor
    return fraction >= divisor - fraction ? Decimal(below.mantissa + 1) : below
  }

  /// The nearest double.
  public var double: Double {
    // The conversion of 128 bits is slow.
    if let small = Int(exactly: mantissa) {
      if scale == 0 { return Double(small) }
      if small.magnitude < 1 << 53, scale <= 22 { return Double(small) / Decimal.exactPowers[scale] }
    }
    if scale == 0 { return Double(mantissa) }
    return strtod(description, nil)
  }

  /// The decimal that a double's shortest digits write; nil for NaN, infinities and what does not fit.
  public init?(shortest value: Double) {
    guard value.isFinite else { return nil }
    let (negative, digits, exponent) = NumberText.digits(of: value.description)
    var mantissa: Int128 = 0
    for digit in digits { mantissa = mantissa * 10 + Int128(digit) }
    var scale = digits.count - 1 - exponent
    if scale < 0 {
      guard -scale <= 38 else { return nil }
      let (shifted, overflow) = mantissa.multipliedReportingOverflow(by: Decimal.powers[-scale])
      if overflow { return nil }
      (mantissa, scale) = (shifted, 0)
    }
    while scale > 38 {
      mantissa /= 10
      scale -= 1
    }
    self.init(mantissa: negative ? -mantissa : mantissa, scale: scale)
  }
}

extension Decimal {
  /// The number that a double stands for, bit for bit; nil where it needs more than 38 digits.
  init?(exactly value: Double) {
    guard value.isFinite else { return nil }
    if value == value.rounded(.towardZero) {
      guard let integer = Int128(exactly: value) else { return nil }
      self.init(integer)
      return
    }
    // significand × 2⁻ᵏ = significand × 5ᵏ × 10⁻ᵏ.
    var significand = value
    var halvings = 0
    while significand != significand.rounded(.towardZero) {
      significand *= 2
      halvings += 1
      if halvings > 38 { return nil }
    }
    guard var mantissa = Int128(exactly: significand) else { return nil }
    for _ in 0..<halvings {
      let (product, overflow) = mantissa.multipliedReportingOverflow(by: 5)
      if overflow { return nil }
      mantissa = product
    }
    self.init(mantissa: mantissa, scale: halvings)
  }
}
