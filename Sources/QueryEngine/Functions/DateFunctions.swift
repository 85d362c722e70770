import TripleStore

/// Functions on dates and times (SPARQL 1.1 §17.4.5); the fields of `xsd:date` and `xsd:time` may be asked for too.
extension QueryFunction {
  static let dates: [QueryFunction] = [
    QueryFunction(
      "NOW", 0...0, "the dateTime at which the query began",
      variadic: { _, context in Value(.dateTime(context.pool.now)) }),
    QueryFunction("YEAR", "the year", unary: { value, _ in day(value).map { .integer($0.date.year) } }),
    QueryFunction(
      "MONTH", "the month, 1 to 12", unary: { value, _ in day(value).map { .integer($0.date.month) } }),
    QueryFunction(
      "DAY", "the day of the month", unary: { value, _ in day(value).map { .integer($0.date.day) } }),
    QueryFunction(
      "HOURS", "the hour, 0 to 23", unary: { value, _ in clock(value).map { .integer($0.hours) } }),
    QueryFunction("MINUTES", "the minute", unary: { value, _ in clock(value).map { .integer($0.minutes) } }),
    QueryFunction(
      "SECONDS", "the second with its fraction",
      unary: { value, _ in clock(value).map { Value(.decimal($0.secondOfMinute)) } }),
    QueryFunction(
      "TIMEZONE", "the time zone as a duration; an error where there is none",
      unary: { value, _ in
        guard let zone = moment(value)?.zone else { return nil }
        return Value(.duration(Duration(seconds: Decimal(Int128(zone * 60))), .dayTimeDuration))
      }),
    QueryFunction(
      "TZ", "the time zone as it is written, or the empty string",
      unary: { value, _ in moment(value).map { .string($0.zoneText) } }),
  ]

  private static func moment(_ value: Value) -> Moment? {
    switch value.content {
    case .dateTime(let moment), .date(let moment), .time(let moment): moment
    default: nil
    }
  }

  private static func day(_ value: Value) -> Moment? {
    if case .time = value.content { return nil }
    return moment(value)
  }

  private static func clock(_ value: Value) -> Moment? {
    if case .date = value.content { return nil }
    return moment(value)
  }
}
