/// Functions on numbers (SPARQL 1.1 §17.4.4); the result has the type of the argument.
extension QueryFunction {
  static let numbers: [QueryFunction] = [
    QueryFunction(
      "ABS", "the absolute value",
      unary: { value, _ in
        switch value.content {
        case .integer(let number): number == .min ? nil : Value(.integer(abs(number)))
        case .decimal(let number):
          number.mantissa < 0 ? (-number).map { Value(.decimal($0)) } : Value(.decimal(number))
        case .float(let number): Value(.float(abs(number)))
        case .double(let number): Value(.double(abs(number)))
        default: nil
        }
      }),
    QueryFunction(
      "CEIL", "the smallest whole number not below",
      unary: { value, _ in whole(value, { $0.ceiling }, { $0.rounded(.up) }, { $0.rounded(.up) }) }),
    QueryFunction(
      "FLOOR", "the largest whole number not above",
      unary: { value, _ in whole(value, { $0.floor }, { $0.rounded(.down) }, { $0.rounded(.down) }) }),
    QueryFunction(
      "ROUND", "the nearest whole number, halves upwards",
      unary: { value, _ in
        whole(value, { $0.rounded }, { nearest($0) }, { nearest($0) })
      }),
    QueryFunction(
      "RAND", 0...0, "a random double from 0 to 1", .impure,
      variadic: { _, _ in Value(.double(Double.random(in: 0..<1))) }),
  ]

  private static func whole(
    _ value: Value, _ decimals: (Decimal) -> Decimal, _ floats: (Float) -> Float,
    _ doubles: (Double) -> Double
  ) -> Value? {
    switch value.content {
    case .integer(let number): Value(.integer(number))
    case .decimal(let number): Value(.decimal(decimals(number)))
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
