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
    case (.time(let moment), .add, .duration(let duration, .dayTimeDuration)):
      return moment.shifted(by: duration, sign: 1).map { Value(.time($0.timeOfDay)) }
    case (.time(let moment), .subtract, .duration(let duration, .dayTimeDuration)):
      return moment.shifted(by: duration, sign: -1).map { Value(.time($0.timeOfDay)) }
    case (.duration, .add, .dateTime), (.duration, .add, .date), (.duration, .add, .time):
      return other.calculate(.add, self)
    case (.duration(let left, let datatype), .add, .duration(let right, let otherDatatype)):
      guard datatype == otherDatatype else { return nil }
      return (left + right).map { Value(.duration($0, datatype)) }
    case (.duration(let left, let datatype), .subtract, .duration(let right, let otherDatatype)):
      guard datatype == otherDatatype else { return nil }
      return (-right).flatMap { left + $0 }.map { Value(.duration($0, datatype)) }
    case (.duration(let duration, let datatype), .multiply, _):
      return duration.scaled(by: other, datatype) { $0 * $1 }
    case (_, .multiply, .duration): return other.calculate(.multiply, self)
    case (.duration(let left, let datatype), .divide, .duration(let right, let otherDatatype)):
      guard datatype == otherDatatype else { return nil }
      return datatype == .yearMonthDuration
        ? (Decimal(Int128(left.months)) / Decimal(Int128(right.months))).map { Value(.decimal($0)) }
        : datatype == .dayTimeDuration ? (left.seconds / right.seconds).map { Value(.decimal($0)) } : nil
    case (.duration(let duration, let datatype), .divide, _):
      return duration.scaled(by: other, datatype) { $0 / $1 }
    default: return nil
    }
  }
}

extension Duration {
  /// nil where the sum does not fit.
  fileprivate static func + (left: Duration, right: Duration) -> Duration? {
    let months = left.months + right.months
    guard months.magnitude <= monthLimit, let seconds = left.seconds + right.seconds, seconds.mantissa > .min
    else { return nil }
    return Duration(months: months, seconds: seconds)
  }

  fileprivate static prefix func - (value: Duration) -> Duration? {
    (-value.seconds).map { Duration(months: -value.months, seconds: $0) }
  }

  /// A duration times a number, or divided by it: months are rounded to the nearest (XPath Functions §10.6); nil for
  /// `xsd:duration`, NaN and what does not fit.
  fileprivate func scaled(
    by factor: Value, _ datatype: Datatype, _ operation: (Decimal, Decimal) -> Decimal?
  ) -> Value? {
    guard let number = Numeric(factor), let factor = number.decimal ?? Decimal(shortest: number.double) else {
      return nil
    }
    switch datatype {
    case .dayTimeDuration:
      guard let seconds = operation(seconds, factor), seconds.mantissa > .min else { return nil }
      return Value(.duration(Duration(seconds: seconds), datatype))
    case .yearMonthDuration:
      guard
        let months = operation(Decimal(Int128(months)), factor).flatMap({ Int(exactly: $0.rounded.mantissa) }
        ),
        months.magnitude <= Duration.monthLimit
      else { return nil }
      return Value(.duration(Duration(months: months), datatype))
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

  fileprivate var timeOfDay: Moment { Moment(seconds: secondOfDay, fraction: fraction, zone: zone) }

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
    let surplus = rest.scale - Moment.fractionDigits
    let fraction =
      surplus > 0 ? rest.mantissa / Decimal.powers[surplus] : rest.mantissa * Decimal.powers[-surplus]
    return Moment(seconds: seconds, fraction: UInt64(fraction), zone: zone)
  }
}
