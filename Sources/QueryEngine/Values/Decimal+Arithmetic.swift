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
    let (product, overflow) = left.mantissa.multipliedReportingOverflow(by: right.mantissa)
    let scale = left.scale + right.scale
    return overflow || scale > 38 ? nil : Decimal(mantissa: product, scale: scale)
  }

  /// The quotient with at least 18 digits of fraction where it does not end before; nil by zero.
  public static func / (left: Decimal, right: Decimal) -> Decimal? {
    guard right.mantissa != 0 else { return nil }
    // left/right = (a·10ᵏ / b) · 10^(right.scale - left.scale - k); long division digit by digit, so that nothing overflows.
    let negative = (left.mantissa < 0) != (right.mantissa < 0)
    let divisor = right.mantissa.magnitude
    var (quotient, remainder) = left.mantissa.magnitude.quotientAndRemainder(dividingBy: divisor)
    var scale = left.scale - right.scale
    while remainder != 0 && scale < quotientDigits || scale < 0 {
      let (ten, carry) = remainder.multipliedReportingOverflow(by: 10)
      let (shifted, overflow) = quotient.multipliedReportingOverflow(by: 10)
      if carry || overflow { return nil }
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

  /// Negative, zero or positive, exactly.
  public func order(_ other: Decimal) -> Int {
    if let (first, second, _) = Decimal.aligned(self, other) {
      return first < second ? -1 : first == second ? 0 : 1
    }
    // Aligning overflows only where the whole parts decide, or where one of them is far larger.
    let (whole, otherWhole) = (floor.mantissa, other.floor.mantissa)
    if whole != otherWhole { return whole < otherWhole ? -1 : 1 }
    return Decimal(mantissa: aboveFloor, scale: scale).order(
      Decimal(mantissa: other.aboveFloor, scale: other.scale))
  }

  /// What the number has above its floor, as a mantissa of the same scale; the floor's own mantissa may not fit.
  private var aboveFloor: Int128 {
    let rest = mantissa % Decimal.powers[scale]
    return rest < 0 ? rest + Decimal.powers[scale] : rest
  }

  /// Both mantissas at the larger scale; nil where one does not fit.
  private static func aligned(_ left: Decimal, _ right: Decimal) -> (Int128, Int128, Int)? {
    if left.scale == right.scale { return (left.mantissa, right.mantissa, left.scale) }
    let scale = Swift.max(left.scale, right.scale)
    let (first, overflow) = left.mantissa.multipliedReportingOverflow(by: powers[scale - left.scale])
    let (second, carry) = right.mantissa.multipliedReportingOverflow(by: powers[scale - right.scale])
    return overflow || carry ? nil : (first, second, scale)
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
    return aboveFloor >= Decimal.powers[scale] - aboveFloor ? Decimal(below.mantissa + 1) : below
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
    guard scale <= 38 else { return nil }
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
