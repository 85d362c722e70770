/// Functions on numbers (SPARQL 1.1 §17.4.4); the result has the type of the argument.
extension QueryFunction {
  static let numbers: [QueryFunction] = [
    QueryFunction(
      "ABS", "the absolute value",
      unary: { value, _ in
        guard let number = Numeric(value) else { return nil }
        return switch number {
        case .integer(let integer): integer < 0 ? (-number)?.value : number.value
        case .decimal(let decimal): decimal.mantissa < 0 ? (-number)?.value : number.value
        case .large(let large): large.magnitude?.numeric.value
        case .float(let float): Value(.float(abs(float)))
        case .double(let double): Value(.double(abs(double)))
        }
      }),
    QueryFunction(
      "CEIL", "the smallest whole number not below",
      unary: { value, _ in whole(value, .up, { $0.ceiling }, { $0.rounded(.up) }, { $0.rounded(.up) }) }),
    QueryFunction(
      "FLOOR", "the largest whole number not above",
      unary: { value, _ in whole(value, .down, { $0.floor }, { $0.rounded(.down) }, { $0.rounded(.down) }) }),
    QueryFunction(
      "ROUND", "the nearest whole number, halves upwards",
      unary: { value, _ in
        whole(value, .toNearestOrAwayFromZero, { $0.rounded }, { nearest($0) }, { nearest($0) })
      }),
    QueryFunction(
      "RAND", 0...0, "a random double from 0 to 1", .impure,
      variadic: { _, _ in Value(.double(Double.random(in: 0..<1))) }),
  ]

  private static func whole(
    _ value: Value, _ rule: FloatingPointRoundingRule, _ decimals: (Decimal) -> Decimal,
    _ floats: (Float) -> Float, _ doubles: (Double) -> Double
  ) -> Value? {
    switch value.content {
    case .integer(let number): Value(.integer(number))
    case .decimal(let number): Value(.decimal(decimals(number)))
    case .large(let number): number.rounded(rule)?.numeric.value
    case .float(let number): Value(.float(floats(number)))
    case .double(let number): Value(.double(doubles(number)))
    default: nil
    }
  }

  /// fn:round: halves go up, also below zero.
  private static func nearest<Number: FloatingPoint>(_ number: Number) -> Number {
    let below = number.rounded(.down)
    return number - below >= 1 / 2 ? number.rounded(.up) : below
  }
}
