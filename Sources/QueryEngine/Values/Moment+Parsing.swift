import TripleStore

/// Reads the lexical forms of date and time types from left to right.
struct MomentReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// `-?yyyy-mm-ddThh:mm:ss(.s+)?zone?` (XML Schema part 2 §3.2.7); nil where the form or a field is not allowed.
  static func dateTime(_ bytes: UnsafeBufferPointer<UInt8>) -> Moment? {
    var reader = MomentReader(bytes)
    guard let days = reader.date(), reader.accept("T"), let clock = reader.clock() else { return nil }
    return reader.finish(seconds: days * 86_400 + clock.seconds, fraction: clock.fraction)
  }

  static func date(_ bytes: UnsafeBufferPointer<UInt8>) -> Moment? {
    var reader = MomentReader(bytes)
    guard let days = reader.date() else { return nil }
    return reader.finish(seconds: days * 86_400, fraction: 0)
  }

  static func time(_ bytes: UnsafeBufferPointer<UInt8>) -> Moment? {
    var reader = MomentReader(bytes)
    guard let clock = reader.clock() else { return nil }
    return reader.finish(seconds: clock.seconds % 86_400, fraction: clock.fraction)
  }

  private mutating func date() -> Int? {
    let negative = accept("-")
    let start = index
    var year = 0
    while index < bytes.count, let digit = bytes[index].digit {
      year = year * 10 + digit
      index += 1
      if index - start > 9 { return nil }
    }
    let length = index - start
    guard length >= 4, length == 4 || bytes[start] != UInt8(ascii: "0") else { return nil }
    if negative { year = -year }
    guard accept("-"), let month = two(1...12), accept("-"),
      let day = two(1...CivilDate.length(ofMonth: month, year: year))
    else { return nil }
    return CivilDate(year: year, month: month, day: day).days
  }

  private mutating func clock() -> (seconds: Int, fraction: UInt64)? {
    guard let hours = two(0...24), accept(":"), let minutes = two(0...59), accept(":"),
      let seconds = two(0...59)
    else { return nil }
    var fraction: UInt64 = 0
    if accept(".") {
      let start = index
      while index < bytes.count, let digit = bytes[index].digit {
        if index - start < Moment.fractionDigits { fraction = fraction * 10 + UInt64(digit) }
        index += 1
      }
      if index == start { return nil }
      for _ in stride(from: index - start, to: Moment.fractionDigits, by: 1) { fraction *= 10 }
    }
    if hours == 24 && (minutes > 0 || seconds > 0 || fraction > 0) { return nil }
    return (hours * 3_600 + minutes * 60 + seconds, fraction)
  }

  /// The time zone and the end.
  private mutating func finish(seconds: Int, fraction: UInt64) -> Moment? {
    var zone: Int?
    if accept("Z") {
      zone = 0
    } else if index < bytes.count {
      let negative = accept("-")
      guard negative || accept("+"), let hours = two(0...14), accept(":"), let minutes = two(0...59),
        hours < 14 || minutes == 0
      else { return nil }
      zone = (hours * 60 + minutes) * (negative ? -1 : 1)
    }
    return index == bytes.count ? Moment(seconds: seconds, fraction: fraction, zone: zone) : nil
  }

  private mutating func accept(_ byte: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: byte) else { return false }
    index += 1
    return true
  }

  private mutating func two(_ range: ClosedRange<Int>) -> Int? {
    guard index + 1 < bytes.count, let tens = bytes[index].digit, let ones = bytes[index + 1].digit,
      range.contains(tens * 10 + ones)
    else { return nil }
    index += 2
    return tens * 10 + ones
  }
}
