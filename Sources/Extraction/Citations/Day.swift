/// A date as documents give it; month and day count from 1.
struct Day: Hashable {
  var year: Int
  var month: Int
  var day: Int

  /// ISO 8601: "2018-12-05".
  var iso: String { Day.padded(year, 4) + "-" + Day.padded(month, 2) + "-" + Day.padded(day, 2) }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
