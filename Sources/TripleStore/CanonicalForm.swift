/// The canonical lexical forms of the values that ids carry (XML Schema 1.1 part 2 §3.3).
enum CanonicalForm {
  /// Bytes that the longest form may take.
  static let capacity = 64
  /// Digits of a year at most.
  private static let yearDigits = 9

  /// `0`, or an optional `-` and digits without a leading zero, of at most 59 bits.
  static func integer(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    let isNegative = text.first == UInt8(ascii: "-")
    if isNegative { index = 1 }
    let digits = text.count - index
    guard digits >= 1, digits <= 18 else { return nil }
    if text[index] == UInt8(ascii: "0"), digits > 1 || isNegative { return nil }
    guard let value = number(text, index, digits) else { return nil }
    return isNegative ? -value : value
  }

  /// `YYYY-MM-DD` with a valid day.
  static func date(_ text: UnsafeBufferPointer<UInt8>) -> CivilDate? {
    guard let (date, end) = leadingDate(text), end == text.count else { return nil }
    return date
  }

  /// `YYYY-MM-DDThh:mm:ss`, perhaps with `Z`.
  static func dateTime(_ text: UnsafeBufferPointer<UInt8>) -> (seconds: Int, utc: Bool)? {
    guard let (date, start) = leadingDate(text) else { return nil }
    let utc = text.last == UInt8(ascii: "Z")
    guard text.count == start + 9 + (utc ? 1 : 0), text[start] == UInt8(ascii: "T"),
      text[start + 3] == UInt8(ascii: ":"), text[start + 6] == UInt8(ascii: ":"),
      let hour = number(text, start + 1, 2), let minute = number(text, start + 4, 2),
      let second = number(text, start + 7, 2), hour < 24, minute < 60, second < 60
    else { return nil }
    return (date.days * 86400 + hour * 3600 + minute * 60 + second, utc)
  }

  /// The date at the beginning and the offset behind it.
  private static func leadingDate(_ text: UnsafeBufferPointer<UInt8>) -> (date: CivilDate, end: Int)? {
    let isNegative = text.first == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    var end = start
    while end < text.count, text[end] != UInt8(ascii: "-") { end += 1 }
    let digits = end - start
    guard digits >= 4, digits <= yearDigits, end + 6 <= text.count, text[end + 3] == UInt8(ascii: "-"),
      digits == 4 || text[start] != UInt8(ascii: "0"),
      let year = number(text, start, digits), let month = number(text, end + 1, 2),
      let day = number(text, end + 4, 2), !(isNegative && year == 0)
    else { return nil }
    let date = CivilDate(year: isNegative ? -year : year, month: month, day: day)
    return date.isValid ? (date, end + 6) : nil
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int? {
    var value = 0
    for index in start..<start + count {
      let digit = text[index] &- UInt8(ascii: "0")
      if digit > 9 { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  /// Writes forms into memory of the caller's.
  struct Writer {
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

    mutating func write(_ text: StaticString) {
      for offset in 0..<text.utf8CodeUnitCount { buffer[count + offset] = text.utf8Start[offset] }
      count += text.utf8CodeUnitCount
    }

    /// A number with at least `digits` digits.
    mutating func write(_ value: Int, digits: Int) {
      var rest = value.magnitude
      var length = 1
      while rest >= 10 {
        rest /= 10
        length += 1
      }
      length = max(length, digits)
      if value < 0 { write("-") }
      rest = value.magnitude
      for offset in (0..<length).reversed() {
        buffer[count + offset] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      }
      count += length
    }

    mutating func write(_ date: CivilDate) {
      write(date.year, digits: 4)
      write("-")
      write(date.month, digits: 2)
      write("-")
      write(date.day, digits: 2)
    }
  }
}
