import Glibc

/// An exact number that does not fit `Int128` or `Decimal`: an `xsd:integer` or `xsd:decimal` of many digits.
///
/// A class, so that the values of everyday numbers stay small.
public final class LargeNumber: Sendable {
  private let isNegative: Bool
  /// Without zeros at the end of the fraction.
  private let digits: Digits
  /// Digits of the fraction.
  private let scale: Int
  /// Whether it is an `xsd:integer`; an `xsd:decimal` may have no fraction, too.
  let isInteger: Bool

  /// Digits beyond which arithmetic is an error: the work grows with their square.
  static let limit = 10_000

  /// nil beyond the limit.
  private init?(_ isNegative: Bool, _ digits: Digits, scale: Int, isInteger: Bool) {
    guard digits.count <= LargeNumber.limit, scale <= LargeNumber.limit else { return nil }
    var (digits, scale) = (digits, digits.isZero ? 0 : scale)
    while scale > 0 {
      // By groups while they are zero, then digit by digit.
      let step = scale >= Digits.groupSize && digits.groups.first == 0 ? Digits.groupSize : 1
      let (shorter, rest) = digits.quotientAndRemainder(dividingBy: .power(step))
      if !rest.isZero { break }
      (digits, scale) = (shorter, scale - step)
    }
    self.isNegative = isNegative && !digits.isZero
    self.digits = digits
    self.scale = scale
    self.isInteger = isInteger
  }

  /// The value of a lexical form of `xsd:integer` or `xsd:decimal`; nil where it is none, or too long.
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>, isInteger: Bool) -> LargeNumber? {
    guard bytes.count <= 2 * limit, let first = bytes.first else { return nil }
    let isSigned = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
    let body = bytes.slice(isSigned ? 1..<bytes.count : 0..<bytes.count)
    let point = isInteger ? nil : body.firstIndex(of: UInt8(ascii: "."))
    let digits = body.enumerated().filter { $0.offset != point }.map(\.element)
    guard !digits.isEmpty, digits.allSatisfy({ $0.digit != nil }) else { return nil }
    return LargeNumber(
      first == UInt8(ascii: "-"), Digits(digits), scale: point.map { body.count - $0 - 1 } ?? 0,
      isInteger: isInteger)
  }

  convenience init?(_ number: Numeric) {
    switch number {
    case .integer(let value): self.init(value < 0, Digits(value.magnitude), scale: 0, isInteger: true)
    case .decimal(let value):
      self.init(value.mantissa < 0, Digits(value.mantissa.magnitude), scale: value.scale, isInteger: false)
    case .large(let value):
      self.init(value.isNegative, value.digits, scale: value.scale, isInteger: value.isInteger)
    case .float, .double: return nil
    }
  }

  /// The decimal that a double's shortest digits write; nil for NaN and infinities.
  convenience init?(shortest value: Double) {
    guard value.isFinite else { return nil }
    let (negative, written, exponent) = NumberText.digits(of: value.description)
    let digits = Digits(written)
    let scale = written.count - 1 - exponent
    self.init(
      negative, scale < 0 ? digits * .power(-scale) : digits, scale: max(scale, 0), isInteger: false)
  }

  /// As the smallest kind of number that holds it.
  var numeric: Numeric {
    guard let small = digits.small, small <= UInt128(Int128.max), scale <= 38 else { return .large(self) }
    let mantissa = isNegative ? -Int128(small) : Int128(small)
    return isInteger ? .integer(mantissa) : .decimal(Decimal(mantissa: mantissa, scale: scale))
  }

  var description: String {
    let sign = isNegative ? "-" : ""
    if scale == 0 { return sign + digits.description }
    let text = digits.description
    let padded = String(repeating: "0", count: max(0, scale + 1 - text.utf8.count)) + text
    return sign + padded.dropLast(scale) + "." + padded.suffix(scale)
  }

  /// The nearest double.
  var double: Double { strtod(description, nil) }

  /// Whether it is in the value space of an integer type.
  func belongs(to datatype: Datatype) -> Bool {
    switch datatype {
    case .integer: true
    case .nonNegativeInteger, .positiveInteger: !isNegative
    case .nonPositiveInteger, .negativeInteger: isNegative
    default: false
    }
  }
}

// MARK: - Arithmetic

extension LargeNumber {
  static func + (left: LargeNumber, right: LargeNumber) -> LargeNumber? {
    let (first, second, scale) = aligned(left, right)
    let isInteger = left.isInteger && right.isInteger
    if left.isNegative == right.isNegative {
      return LargeNumber(left.isNegative, first + second, scale: scale, isInteger: isInteger)
    }
    return first.order(second) >= 0
      ? LargeNumber(left.isNegative, first - second, scale: scale, isInteger: isInteger)
      : LargeNumber(right.isNegative, second - first, scale: scale, isInteger: isInteger)
  }

  static func - (left: LargeNumber, right: LargeNumber) -> LargeNumber? { (-right).flatMap { left + $0 } }

  static prefix func - (value: LargeNumber) -> LargeNumber? {
    LargeNumber(!value.isNegative, value.digits, scale: value.scale, isInteger: value.isInteger)
  }

  static func * (left: LargeNumber, right: LargeNumber) -> LargeNumber? {
    LargeNumber(
      left.isNegative != right.isNegative, left.digits * right.digits, scale: left.scale + right.scale,
      isInteger: left.isInteger && right.isInteger)
  }

  /// The quotient, cut off where `Decimal`'s is; nil by zero.
  static func / (left: LargeNumber, right: LargeNumber) -> LargeNumber? {
    if right.digits.isZero { return nil }
    let (first, second, _) = aligned(left, right)
    let quotient = (first * .power(Decimal.quotientDigits)).quotientAndRemainder(dividingBy: second).quotient
    return LargeNumber(
      left.isNegative != right.isNegative, quotient, scale: Decimal.quotientDigits, isInteger: false)
  }

  var magnitude: LargeNumber? { isNegative ? -self : self }

  /// The nearest integer below, above, or in the middle upwards; of the same type.
  func rounded(_ rule: FloatingPointRoundingRule) -> LargeNumber? {
    let (whole, rest) = digits.quotientAndRemainder(dividingBy: .power(scale))
    let isAway: Bool
    switch rule {
    case .up: isAway = !isNegative && !rest.isZero
    case .down: isAway = isNegative && !rest.isZero
    case .towardZero: isAway = false
    default:
      let half = (rest + rest).order(.power(scale))
      isAway = !rest.isZero && (half > 0 || half == 0 && !isNegative)
    }
    return LargeNumber(isNegative, isAway ? whole + Digits(1) : whole, scale: 0, isInteger: isInteger)
  }

  /// As an `xsd:integer`, or as an `xsd:decimal`; a fraction is cut off for the first.
  func converted(toInteger isInteger: Bool) -> LargeNumber? {
    let whole = isInteger ? rounded(.towardZero) : self
    return whole.flatMap { LargeNumber($0.isNegative, $0.digits, scale: $0.scale, isInteger: isInteger) }
  }

  /// Negative, zero or positive.
  func order(_ other: LargeNumber) -> Int {
    if isNegative != other.isNegative { return isNegative ? -1 : 1 }
    let (first, second, _) = LargeNumber.aligned(self, other)
    return isNegative ? second.order(first) : first.order(second)
  }

  /// The digits of both at the longer fraction.
  private static func aligned(_ left: LargeNumber, _ right: LargeNumber) -> (Digits, Digits, Int) {
    let scale = max(left.scale, right.scale)
    return (
      left.scale < scale ? left.digits * .power(scale - left.scale) : left.digits,
      right.scale < scale ? right.digits * .power(scale - right.scale) : right.digits, scale
    )
  }
}
