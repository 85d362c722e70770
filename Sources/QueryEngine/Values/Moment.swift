import TripleStore

/// A point on the timeline of `xsd:dateTime`, `xsd:date` (its first instant) or `xsd:time` (on day 0).
public struct Moment: Sendable {
  /// Seconds since 1970-01-01T00:00:00 on the clock that is written, before any time zone is taken off.
  public let seconds: Int
  /// 10⁻¹⁸ seconds.
  public let fraction: UInt64
  /// Minutes east of UTC; nil where none is written.
  public let zone: Int?

  public init(seconds: Int, fraction: UInt64 = 0, zone: Int? = nil) {
    self.seconds = seconds
    self.fraction = fraction
    self.zone = zone
  }

  /// Digits of a fraction of a second that are kept.
  static let fractionDigits = 18

  /// Seconds on the UTC clock; a moment without a time zone is taken as written.
  var utcSeconds: Int { seconds - (zone ?? 0) * 60 }

  var days: Int { seconds >= 0 ? seconds / 86_400 : -((86_399 - seconds) / 86_400) }

  var secondOfDay: Int { seconds - days * 86_400 }

  public var date: CivilDate { CivilDate(days: days) }
  public var hours: Int { secondOfDay / 3_600 }
  public var minutes: Int { secondOfDay / 60 % 60 }

  /// Seconds of the minute with their fraction.
  public var secondOfMinute: Decimal {
    Decimal(
      mantissa: Int128(secondOfDay % 60) * Decimal.powers[Moment.fractionDigits] + Int128(fraction),
      scale: Moment.fractionDigits)
  }

  /// Negative, zero or positive; nil where only one has a time zone and the order depends on the other's
  /// (XML Schema part 2 §3.2.7.4: any zone from -14:00 to +14:00).
  public func order(_ other: Moment) -> Int? {
    switch (zone == nil, other.zone == nil) {
    case (true, true), (false, false): return totalOrder(other)
    case (false, true):
      if totalOrder(other.shifted(by: -50_400)) < 0 { return -1 }
      return totalOrder(other.shifted(by: 50_400)) > 0 ? 1 : nil
    case (true, false): return other.order(self).map { -$0 }
    }
  }

  /// The order on the UTC clock, a moment without a time zone taken as UTC: total, for ORDER BY.
  public func totalOrder(_ other: Moment) -> Int {
    if utcSeconds != other.utcSeconds { return utcSeconds < other.utcSeconds ? -1 : 1 }
    return fraction < other.fraction ? -1 : fraction == other.fraction ? 0 : 1
  }

  private func shifted(by delta: Int) -> Moment {
    Moment(seconds: seconds + delta, fraction: fraction, zone: zone)
  }
}
