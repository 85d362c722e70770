import QuerySyntax
import TripleStore

extension Value {
  /// Arithmetic of moments and durations (XPath Operators §10.6–10.8): the difference of two moments, a moment shifted by a
  /// duration, durations added and scaled; nil = error.
  func calculate(_ operation: QueryExpression.Arithmetic, _ other: Value) -> Value? {
    switch (content, operation, other.content) {
    case (.dateTime(let left), .subtract, .dateTime(let right)),
      (.date(let left), .subtract, .date(let right)),
      (.time(let left), .subtract, .time(let right)):
      return (left.instant - right.instant).map { Value(.duration(Duration(seconds: $0), .dayTimeDuration)) }
    case (.dateTime(let moment), .add, .duration(let duration, _)):
      return moment.shifted(by: duration, sign: 1).map { Value(.dateTime($0)) }
    case (.dateTime(let moment), .subtract, .duration(let duration, _)):
      return moment.shifted(by: duration, sign: -1).map { Value(.dateTime($0)) }
    case (.date(let moment), .add, .duration(let duration, _)):
      return moment.shifted(by: duration, sign: 1).map { Value(.date($0.startOfDay)) }
    case (.date(let moment), .subtract, .duration(let duration, _)):
      return moment.shifted(by: duration, sign: -1).map { Value(.date($0.startOfDay)) }
    case (.duration, .add, .dateTime), (.duration, .add, .date):
      return other.calculate(.add, self)
    case (.duration(let left, let datatype), .add, .duration(let right, let otherDatatype)):
      guard datatype == otherDatatype, let seconds = left.seconds + right.seconds else { return nil }
      return Value(.duration(Duration(months: left.months + right.months, seconds: seconds), datatype))
    case (.duration(let left, let datatype), .subtract, .duration(let right, let otherDatatype)):
      guard datatype == otherDatatype, let seconds = left.seconds - right.seconds else { return nil }
      return Value(.duration(Duration(months: left.months - right.months, seconds: seconds), datatype))
    default: return nil
    }
  }
}

extension Moment {
  /// Seconds on the UTC clock with their fraction.
  fileprivate var instant: Decimal {
    let whole = Int128(utcSeconds) * Decimal.powers[Moment.fractionDigits]
    return Decimal(mantissa: whole + Int128(fraction), scale: Moment.fractionDigits)
  }

  fileprivate var startOfDay: Moment { Moment(seconds: days * 86_400, zone: zone) }

  /// The moment a duration later or earlier; the day is cut to the length of the month it falls in. Nil where it does not fit.
  fileprivate func shifted(by duration: Duration, sign: Int) -> Moment? {
    var target = date
    let months = target.year * 12 + target.month - 1 + sign * duration.months
    target.year = months >= 0 ? months / 12 : -((11 - months) / 12)
    target.month = months - target.year * 12 + 1
    guard abs(target.year) < 1_000_000_000 else { return nil }
    target.day = min(target.day, CivilDate.length(ofMonth: target.month, year: target.year))
    let start = target.days * 86_400 + secondOfDay
    let unit = Decimal.powers[Moment.fractionDigits]
    let exact = Decimal(mantissa: Int128(start) * unit + Int128(fraction), scale: Moment.fractionDigits)
    guard let moved = sign < 0 ? exact - duration.seconds : exact + duration.seconds,
      let seconds = Int(exactly: moved.floor.mantissa), seconds.magnitude < 1 << 55,
      let rest = moved - moved.floor
    else { return nil }
    let fraction =
      rest.mantissa * Decimal.powers[Moment.fractionDigits - min(rest.scale, Moment.fractionDigits)]
    return Moment(seconds: seconds, fraction: UInt64(fraction), zone: zone)
  }
}
