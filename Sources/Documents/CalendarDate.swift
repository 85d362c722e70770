/// Dates as documents print them: "5 December 2018", "1er décembre 2020", "9 de diciembre de 1981", "2018年12月5日",
/// "5 كانون الأول/ديسمبر 2018".
enum CalendarDate {
  private static let months: [String: Int] = [
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
    "janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8,
    "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12,
    "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8,
    "septiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12,
    "января": 1, "февраля": 2, "марта": 3, "апреля": 4, "мая": 5, "июня": 6, "июля": 7, "августа": 8,
    "сентября": 9, "октября": 10, "ноября": 11, "декабря": 12,
    "يناير": 1, "فبراير": 2, "مارس": 3, "أبريل": 4, "مايو": 5, "يونيه": 6, "يوليه": 7, "أغسطس": 8,
    "سبتمبر": 9,
    "أكتوبر": 10, "نوفمبر": 11, "ديسمبر": 12,
  ]

  /// Whether a word is a French or Spanish month, which are written small.
  static func isRomanceMonth(_ word: String) -> Bool { romanceMonths.contains(word) }

  private static let romanceMonths: Set<String> = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre",
    "décembre", "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "octubre",
    "noviembre", "diciembre",
  ]

  /// Whether the end of one line and the start of the next make a date that neither has: "… on 5 December" + "2018".
  static func isBroken(between line: [UInt8], and next: [UInt8]) -> Bool {
    guard let last = line.last, last.isDigit || last.isLetter || last >= 0x80 else { return false }
    let start = String(decoding: line.suffix(40), as: UTF8.self)
    let end = String(decoding: next.prefix(40), as: UTF8.self)
    return first(in: end) == nil && first(in: start) == nil && first(in: start + " " + end) != nil
  }

  /// The first date in `text`, ISO 8601, nil where there is none.
  ///
  /// - Parameter year: the year of a date whose own cannot be read ("14 October £964").
  static func first(in text: some StringProtocol, year: Int? = nil) -> String? {
    // Without a digit there is no day.
    guard text.utf8.contains(where: { $0.isDigit }) else { return nil }
    let words = Substring(text).unicodeScalars.split(whereSeparator: isSeparator).map { Substring($0) }
    for (index, word) in words.enumerated() {
      // Arabic gives two names for a month, the first of which may be two words.
      let name = word.split(separator: "/").last.map { $0.lowercased() } ?? ""
      guard let month = months[name] else { continue }
      var before = index - 1
      if before >= 0, words[before] == "كانون" || words[before] == "تشرين" { before -= 1 }
      var after = index + 1
      if before >= 0, words[before] == "de" { before -= 1 }
      if after < words.count, words[after] == "de" { after += 1 }
      guard before >= 0, after < words.count, let year = year ?? number(words[after]),
        (1900...2200).contains(year),
        let day = number(words[before]), (1...31).contains(day)
      else { continue }
      return written(year, month, day)
    }
    return chinese(in: text)
  }

  /// "2018年12月5日".
  private static func chinese(in text: some StringProtocol) -> String? {
    let scalars = Substring(text).unicodeScalars
    guard text.utf8.contains(0xE5), let sign = scalars.firstIndex(of: "年"),
      let year = Int(String(scalars[..<sign].suffix(4))), (1900...2200).contains(year)
    else { return nil }
    let parts = scalars[sign...].dropFirst().prefix(8).split { $0 == "月" || $0 == "日" }
    guard parts.count >= 2, let month = Int(String(parts[0])), (1...12).contains(month),
      let day = Int(String(parts[1])), (1...31).contains(day)
    else { return nil }
    return written(year, month, day)
  }

  private static func written(_ year: Int, _ month: Int, _ day: Int) -> String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", ",", ".", ";", ":", "(", ")", "[", "]", "\n", "\u{A0}": true
    default: false
    }
  }

  /// Whether a date and nothing else is written.
  static func isWhole(_ text: some StringProtocol) -> Bool {
    guard text.utf8.count < 60, hasYear(text) else { return false }
    let words = text.split { " ,.\u{A0}".contains($0) }.filter { $0 != "de" }
    return words.count == 3 && first(in: text) != nil
  }

  /// Whether four digits stand in a row, as those of every year do.
  private static func hasYear(_ text: some StringProtocol) -> Bool {
    var run = 0
    for byte in text.utf8 {
      run = byte.isDigit ? run + 1 : 0
      if run == 4 { return true }
    }
    return false
  }

  /// The digits in a word: 1 of "1er", 30 of "on30" where the blank was lost.
  private static func number(_ word: some StringProtocol) -> Int? {
    Int(String(word.drop { !$0.isNumber }.prefix { $0.isNumber }))
  }
}
