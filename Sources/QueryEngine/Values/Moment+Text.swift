import TripleStore

extension Moment {
  /// The canonical form as an `xsd:dateTime`, in the time zone that is written.
  public var dateTimeText: String { dayText + "T" + clockText + zoneText }

  /// The form as an `xsd:date`.
  public var dateText: String { dayText + zoneText }

  /// The form as an `xsd:time`.
  public var timeText: String { clockText + zoneText }

  /// What TZ gives: `Z`, `-05:00`, or nothing.
  public var zoneText: String {
    guard let zone else { return "" }
    if zone == 0 { return "Z" }
    let minutes = zone.magnitude
    return (zone < 0 ? "-" : "+") + two(Int(minutes / 60)) + ":" + two(Int(minutes % 60))
  }

  private var dayText: String {
    let date = date
    let digits = String(date.year.magnitude)
    let padding = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
    return (date.year < 0 ? "-" : "") + padding + digits + "-" + two(date.month) + "-" + two(date.day)
  }

  private var clockText: String {
    let text = two(hours) + ":" + two(minutes) + ":" + two(secondOfDay % 60)
    if fraction == 0 { return text }
    let digits = String(fraction)
    var padded = String(repeating: "0", count: Moment.fractionDigits - digits.utf8.count) + digits
    while padded.utf8.last == UInt8(ascii: "0") { padded.removeLast() }
    return text + "." + padded
  }

  private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
