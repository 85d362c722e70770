/// Numbers, days and meetings as the lines about a resolution's adoption give them.
extension HeaderReader {
  mutating func readAdoption(_ line: String) -> Bool {
    let lower = line.lowercased()
    let isAdoption =
      HeaderReader.adoptions.contains { lower.hasPrefix($0) }
      || HeaderReader.chineseAdoptions.contains { line.hasSuffix($0) } && CalendarDate.first(in: line) != nil
    let isDated =
      line.utf8.count < 60 && lower.holds("resolution of ") && CalendarDate.first(in: line) != nil
    guard isAdoption || isDated else { return false }
    adoptedOn = adoptedOn ?? CalendarDate.first(in: line)
    meeting = meeting ?? HeaderReader.meetingName(in: line)
    if let named = Organ.named(in: line) { organ = named }
    if lower.hasPrefix("decision") { isDecision = true }
    if isDated { _ = readNumber(line, Array(line.utf8)) }
    return true
  }

  /// How lines that tell of the adoption start.
  private static let adoptions = [
    "resolution adopted by", "resolutions adopted by", "decision adopted by", "decisions adopted by",
    "adopted by the",
    "résolution adoptée par", "résolutions adoptées par", "adoptée par", "resolución aprobada por",
    "resoluciones aprobadas por",
    "aprobada por", "резолюция, принятая", "принятая советом", "قرار اتخذته", "قرار اتخذه", "اتخذه مجلس",
  ]

  /// How they end in Chinese, behind the day.
  private static let chineseAdoptions = ["决议", "通过"]

  /// Whether a part of one of those words stands in the line: most lines need not be read for them.
  static func mayTellAdoption(_ line: [UInt8]) -> Bool {
    adopting.contains { ByteSearch.contains($0, in: line) }
  }

  private static let adopting = [
    "dopt", "DOPT", "probad", "PROBAD", "ринят", "РИНЯТ", "اتخذ", "决议", "通过", "esolution of", "ESOLUTION OF",
  ].map { Array($0.utf8) }

  /// "of 15 June 1965", "on 6 October 1992" in a line of its own.
  mutating func readDate(_ line: String) -> Bool {
    guard line.utf8.count < 40, let first = line.first, first.isLowercase, HeaderReader.isDated(line[...])
    else {
      return false
    }
    adoptedOn = adoptedOn ?? CalendarDate.first(in: line)
    return true
  }

  /// Whether a date and at most one word before it is all that is written.
  private static func isDated(_ text: Substring) -> Bool {
    text.split(separator: " ").count <= 4 && CalendarDate.first(in: text) != nil
  }

  /// "73/27. Developments …", "Resolution 1542 (2004)", "4 (1946). Resolution of 29 April 1946", "Resolution 290 of 8 December 1970".
  mutating func readNumber(_ line: String, _ bytes: [UInt8]) -> Bool {
    var start = 0
    for word in ["resolution ", "decision "] where line.lowercased().hasPrefix(word) {
      start = word.utf8.count
      if word == "decision " { isDecision = true }
    }
    guard let (found, end) = ResolutionNumber.match(in: bytes, at: start) else {
      return start > 0 && readBareNumber(bytes, start)
    }
    let rest = bytes[end...].drop { $0 == 0x20 }
    let words = String(decoding: rest, as: UTF8.self)
    let isDay = bytes.count < 60 && (rest.starts(with: "of ".utf8) || HeaderReader.isDated(words[...]))
    let text = words.drop { $0 == "." || $0 == " " }
    let isResolution = text.lowercased().hasPrefix("resolution of ")
    guard
      isDay || isResolution || rest.isEmpty || rest.first == UInt8(ascii: ".")
        || start > 0 && bytes.count < 40
    else { return false }
    if number == nil { number = found }
    if isDay || isResolution {
      adoptedOn = adoptedOn ?? date(in: text.prefix(60), of: found)
    } else if !text.isEmpty {
      take(title: String(text))
    }
    return true
  }

  /// The day in `text`; where its year cannot be read, the year that a number of the Security Council bears.
  private func date(in text: Substring, of number: ResolutionNumber) -> String? {
    if let date = CalendarDate.first(in: text) { return date }
    guard case .suffixYear(let year) = number.frame else { return nil }
    return CalendarDate.first(in: text, year: year)
  }

  /// "Resolution 290", "Resolution 290 of 8 December 1970".
  private mutating func readBareNumber(_ bytes: [UInt8], _ start: Int) -> Bool {
    var end = start
    while end < bytes.count, bytes[end].isDigit { end += 1 }
    let rest = String(decoding: bytes[end...], as: UTF8.self)
    guard (1...4).contains(end - start),
      rest.isEmpty || rest.hasPrefix(" ") && HeaderReader.isDated(rest[...])
    else { return false }
    bareNumber = bareNumber ?? Int(String(decoding: bytes[start..<end], as: UTF8.self))
    adoptedOn = adoptedOn ?? CalendarDate.first(in: rest)
    return true
  }

  /// Whether the symbol had to be put together from a number and the year of the date.
  var isSymbolInferred: Bool { symbols.isEmpty && number == nil && datedNumber != nil }

  /// The Security Council's number with the year of its adoption, where only that year is missing from it.
  var datedNumber: ResolutionNumber? {
    guard organ == .securityCouncil, !isDecision, let bareNumber,
      let year = adoptedOn.flatMap({ Int($0.prefix(4)) })
    else { return nil }
    return ResolutionNumber(number: bareNumber, frame: .suffixYear(year))
  }

  /// "45th plenary meeting" of a line; the number word and what stands between it and "meeting".
  static func meetingName(in line: some StringProtocol) -> String? {
    let words = line.split(separator: " ")
    guard let last = words.firstIndex(where: { $0.hasPrefix("meeting") }) else { return nil }
    var first = last - 1
    while first >= 0, last - first <= 4 {
      let word = words[first]
      if word.first?.isNumber == true, ["st", "nd", "rd", "th"].contains(where: { word.hasSuffix($0) }) {
        return words[first..<last].joined(separator: " ") + " meeting"
      }
      first -= 1
    }
    return nil
  }
}
