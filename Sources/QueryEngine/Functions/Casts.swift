import RDF

/// Constructor functions (SPARQL 1.1 §17.5, XPath Functions §17): by the IRI of the datatype.
extension QueryFunction {
  static let castTable: [QueryFunction] = [
    cast(.string, "the characters of a value in canonical form") { string($0) },
    cast(.boolean, "true or false of a string or number") { boolean($0) },
    cast(.double, "a double of a string, number or boolean") { value in
      number(value).map { Value(.double($0.double)) } ?? parsed(value, .double)
    },
    cast(.float, "a float of a string, number or boolean") { value in
      number(value).map { Value(.float($0.float)) } ?? parsed(value, .float)
    },
    cast(.decimal, "a decimal of a string, number or boolean") { value in
      guard let number = number(value) else { return parsed(value, .decimal) }
      return decimal(number).map { Value(.decimal($0)) }
        ?? large(number)?.converted(toInteger: false)?.numeric.value
    },
    cast(.integer, "the whole part of a string, number or boolean") { value in
      guard let number = number(value) else { return parsed(value, .integer) }
      guard let decimal = decimal(number) else {
        return large(number)?.converted(toInteger: true)?.numeric.value
      }
      return Value(.integer(decimal.mantissa < 0 ? decimal.ceiling.mantissa : decimal.floor.mantissa))
    },
    cast(.dateTime, "a dateTime of a string or date") { value in
      if case .date(let moment) = value.content { return Value(.dateTime(moment)) }
      return parsed(value, .dateTime)
    },
    cast(.date, "a date of a string or dateTime") { value in
      if case .dateTime(let moment) = value.content {
        return Value(.date(Moment(seconds: moment.days * 86_400, zone: moment.zone)))
      }
      return parsed(value, .date)
    },
    cast(.time, "a time of a string or dateTime") { value in
      if case .dateTime(let moment) = value.content {
        return Value(.time(Moment(seconds: moment.secondOfDay, fraction: moment.fraction, zone: moment.zone)))
      }
      return parsed(value, .time)
    },
    cast(.duration, "a duration of a string") { duration($0, .duration) { $0 } },
    cast(.dayTimeDuration, "the days and seconds of a string or duration") {
      duration($0, .dayTimeDuration) { Duration(seconds: $0.seconds) }
    },
    cast(.yearMonthDuration, "the years and months of a string or duration") {
      duration($0, .yearMonthDuration) { Duration(months: $0.months) }
    },
  ]

  private static func cast(
    _ datatype: Datatype, _ summary: String, _ body: @escaping @Sendable (Value) -> Value?
  ) -> QueryFunction {
    QueryFunction(String(decoding: datatype.iri, as: UTF8.self), summary, unary: { value, _ in body(value) })
  }

  /// A string's value in `datatype`, or the value itself where it is of that type.
  private static func parsed(_ value: Value, _ datatype: Datatype) -> Value? {
    if case .string(let text) = value.content {
      return text.withBytes { Value.Content(lexical: $0, datatype: datatype) }.map { Value($0) }
    }
    return value.content.datatype == datatype ? Value(value.content) : nil
  }

  /// What `part` takes of a duration of any type (XPath Functions §17.1.4).
  private static func duration(_ value: Value, _ datatype: Datatype, _ part: (Duration) -> Duration) -> Value?
  {
    guard case .duration(let duration, _) = value.content else { return parsed(value, datatype) }
    return Value(.duration(part(duration), datatype))
  }

  private static func string(_ value: Value) -> Value? {
    switch value.content {
    case .blank: nil
    case .double(let number): .string(NumberText.plain(number.description))
    case .float(let number): .string(NumberText.plain(number.description))
    default: .string(value.content.text)
    }
  }

  private static func boolean(_ value: Value) -> Value? {
    if case .string = value.content { return parsed(value, .boolean) }
    if case .boolean = value.content { return Value(value.content) }
    return value.isNumeric ? value.effectiveBoolean.map { .boolean($0) } : nil
  }

  /// A number, or a boolean as 0 or 1.
  private static func number(_ value: Value) -> Numeric? {
    if case .boolean(let truth) = value.content { return .integer(truth ? 1 : 0) }
    return Numeric(value)
  }

  /// The decimal of a number, a floating-point one's too; nil for NaN, infinities and what does not fit.
  private static func decimal(_ number: Numeric) -> Decimal? {
    if case .large = number { return nil }
    return number.decimal ?? Decimal(shortest: number.double)
  }

  /// The same of what does not fit; nil for NaN and infinities.
  private static func large(_ number: Numeric) -> LargeNumber? {
    LargeNumber(number) ?? LargeNumber(shortest: number.double)
  }
}
