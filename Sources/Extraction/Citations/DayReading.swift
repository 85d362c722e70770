/// Reads dates: "5 December 2018", "1er mars 2002", "9 de diciembre de 1981".
enum DayReading {
  /// The date that starts at `start`, and the offset behind it.
  static func match(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ lexicon: Lexicon
  ) -> (day: Day, end: Int)? {
    var at = start
    guard let day = digits(text, &at, atMost: 2), (1...31).contains(day) else { return nil }
    if at + 1 < text.count, text[at] == UInt8(ascii: "e"), text[at + 1] == UInt8(ascii: "r") { at += 2 }
    guard blank(text, &at) else { return nil }
    skipOf(text, &at)
    guard let month = month(text, &at, lexicon) else { return nil }
    guard blank(text, &at) else { return nil }
    skipOf(text, &at)
    guard let year = digits(text, &at, atMost: 4), (1900..<2200).contains(year) else { return nil }
    guard at == text.count || text[at] &- 0x30 >= 10 else { return nil }
    return (Day(year: year, month: month, day: day), at)
  }

  /// A month; in Arabic the name behind the slash of "كانون الأول/ديسمبر".
  private static func month(
    _ text: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ lexicon: Lexicon
  ) -> Int? {
    var start = at
    for _ in 0..<(lexicon.script == .arabic ? 4 : 1) {
      while at < text.count, text[at] != 0x20, Lexicon.isWordByte(text[at]) { at += 1 }
      if at > start {
        let month = lexicon.entry(text, start..<at).month
        if month > 0 { return Int(month) }
      }
      guard at < text.count, text[at] == 0x20 || text[at] == UInt8(ascii: "/") else { return nil }
      at += 1
      start = at
    }
    return nil
  }

  private static func digits(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int, atMost: Int) -> Int? {
    let start = at
    var value = 0
    while at < text.count, at - start < atMost, text[at] &- 0x30 < 10 {
      value = value * 10 + Int(text[at] - 0x30)
      at += 1
    }
    return at > start ? value : nil
  }

  private static func blank(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Bool {
    guard at < text.count, text[at] == 0x20 else { return false }
    at += 1
    return true
  }

  /// Spanish puts "de" before month and year.
  private static func skipOf(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) {
    guard at + 2 < text.count, text[at] == UInt8(ascii: "d"), text[at + 1] == UInt8(ascii: "e") else {
      return
    }
    if text[at + 2] == 0x20 {
      at += 3
    } else if text[at + 2] == UInt8(ascii: "l"), at + 3 < text.count, text[at + 3] == 0x20 {
      at += 4
    }
  }
}
