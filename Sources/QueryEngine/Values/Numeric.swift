/// A number on its way through arithmetic: exact while it can be, floating where an operand is (SPARQL 1.1 §17.3, XPath
/// numeric type promotion).
enum Numeric {
  case integer(Int128)
  case decimal(Decimal)
  /// An integer or a decimal that fits neither.
  case large(LargeNumber)
  case float(Float)
  case double(Double)

  init?(_ value: Value) {
    switch value.content {
    case .integer(let number): self = .integer(number)
    case .decimal(let number): self = .decimal(number)
    case .large(let number): self = .large(number)
    case .float(let number): self = .float(number)
    case .double(let number): self = .double(number)
    default: return nil
    }
  }

  var value: Value {
    switch self {
    case .integer(let number): Value(.integer(number))
    case .decimal(let number): Value(.decimal(number))
    case .large(let number): Value(.large(number))
    case .float(let number): Value(.float(number))
    case .double(let number): Value(.double(number))
    }
  }

  /// The exact value; nil for floating-point numbers and those that do not fit.
  var decimal: Decimal? {
    switch self {
    case .integer(let number): Decimal(number)
    case .decimal(let number): number
    case .large, .float, .double: nil
    }
  }

  /// Whether arithmetic with it is exact.
  private var isExact: Bool { rank < 2 }

  var double: Double {
    switch self {
    case .integer(let number): Decimal(number).double
    case .decimal(let number): number.double
    case .large(let number): number.double
    case .float(let number): Double(number)
    case .double(let number): number
    }
  }

  var float: Float {
    switch self {
    case .float(let number): number
    default: Float(double)
    }
  }

  private var rank: Int {
    switch self {
    case .integer: 0
    case .decimal: 1
    case .large(let number): number.isInteger ? 0 : 1
    case .float: 2
    case .double: 3
    }
  }

  static func + (left: Numeric, right: Numeric) -> Numeric? {
    combine(
      left, right, { $0.addingReportingOverflow($1) }, { $0 + $1 }, { $0 + $1 }, { $0 + $1 }, { $0 + $1 })
  }

  static func - (left: Numeric, right: Numeric) -> Numeric? {
    combine(
      left, right, { $0.subtractingReportingOverflow($1) }, { $0 - $1 }, { $0 - $1 }, { $0 - $1 }, { $0 - $1 }
    )
  }

  static func * (left: Numeric, right: Numeric) -> Numeric? {
    combine(
      left, right, { $0.multipliedReportingOverflow(by: $1) }, { $0 * $1 }, { $0 * $1 }, { $0 * $1 },
      { $0 * $1 })
  }

  /// Integers divide to a decimal; an exact number by zero is an error.
  static func / (left: Numeric, right: Numeric) -> Numeric? {
    if let first = left.decimal, let second = right.decimal, let quotient = first / second {
      return .decimal(quotient)
    }
    return combine(left, right, { _, _ in (0, true) }, { _, _ in nil }, { $0 / $1 }, { $0 / $1 }, { $0 / $1 })
  }

  @inline(__always)
  private static func combine(
    _ left: Numeric, _ right: Numeric, _ integers: (Int128, Int128) -> (partialValue: Int128, overflow: Bool),
    _ decimals: (Decimal, Decimal) -> Decimal?, _ floats: (Float, Float) -> Float,
    _ doubles: (Double, Double) -> Double, _ large: (LargeNumber, LargeNumber) -> LargeNumber?
  ) -> Numeric? {
    if case .integer(let first) = left, case .integer(let second) = right {
      let (result, overflow) = integers(first, second)
      return overflow ? exactly(left, right, large) : .integer(result)
    }
    if let first = left.decimal, let second = right.decimal {
      return decimals(first, second).map { .decimal($0) } ?? exactly(left, right, large)
    }
    if left.isExact && right.isExact { return exactly(left, right, large) }
    if max(left.rank, right.rank) == 2 { return .float(floats(left.float, right.float)) }
    return .double(doubles(left.double, right.double))
  }

  /// Where a machine's numbers end.
  @inline(never)
  private static func exactly(
    _ left: Numeric, _ right: Numeric, _ operation: (LargeNumber, LargeNumber) -> LargeNumber?
  ) -> Numeric? {
    guard let left = LargeNumber(left), let right = LargeNumber(right) else { return nil }
    return operation(left, right)?.numeric
  }

  /// Negative, zero or positive; nil where one of them is a floating-point number.
  func exactOrder(_ other: Numeric) -> Int? {
    if let left = decimal, let right = other.decimal { return left.order(right) }
    guard let left = LargeNumber(self), let right = LargeNumber(other) else { return nil }
    return left.order(right)
  }

  static prefix func - (value: Numeric) -> Numeric? {
    switch value {
    case .integer(let number) where number > .min: .integer(-number)
    case .decimal(let number) where number.mantissa > .min: (-number).map { .decimal($0) }
    case .float(let number): .float(-number)
    case .double(let number): .double(-number)
    case .integer, .decimal, .large: LargeNumber(value).flatMap { -$0 }?.numeric
    }
  }
}
