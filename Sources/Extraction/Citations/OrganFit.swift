import Documents

/// Whether an organ can have adopted an act with a given number, on a given day.
enum OrganFit: Int, Comparable {
  /// The form is none of that organ's.
  case impossible
  /// The form would do, the date does not.
  case misdated
  case possible
  /// The form would do and so does the date.
  case dated

  static func < (left: OrganFit, right: OrganFit) -> Bool { left.rawValue < right.rawValue }

  /// How well `number` suits `organ`.
  static func of(_ number: ResolutionNumber, decision: Bool, organ: Organ, date: Day?) -> OrganFit {
    switch organ {
    case .generalAssembly: generalAssembly(number, decision, date)
    case .securityCouncil: securityCouncil(number, decision, date)
    case .economicAndSocialCouncil: economicAndSocialCouncil(number, date)
    case .humanRightsCouncil: humanRightsCouncil(number, decision, date)
    case .commissionOnHumanRights: commissionOnHumanRights(number, date)
    }
  }

  private static func byDate(_ date: Day?, _ years: ClosedRange<Int>) -> OrganFit {
    guard let date else { return .possible }
    return years.contains(date.year) ? .dated : .misdated
  }

  /// Session n opens in September of 1945 + n and may be resumed for a year; slashes came with session 31. Decisions
  /// count from 301 on; of resolutions only some of session 56 have such numbers, and their date shows it.
  private static func generalAssembly(_ number: ResolutionNumber, _ decision: Bool, _ date: Day?) -> OrganFit
  {
    switch number.frame {
    case .session(let session):
      guard session >= 31, number.number < 1000, !decision || number.number >= 300 else { return .impossible }
      let fit = byDate(date, 1945 + session...1946 + session)
      return decision || number.number < 400 || fit == .dated ? fit : .impossible
    case .special(let prefix, let session):
      if prefix == "ES" { return byDate(date, 1956...2200) }
      guard let date else { return .possible }
      return specialSessions.indices.contains(session - 1) && specialSessions[session - 1] != date.year
        ? .misdated : .dated
    case .roman(let text):
      guard let session = Roman.value(text) else { return .possible }
      guard session <= 30 else { return .impossible }
      guard Counting.isReached(number.number, inSession: session, Counting.assembly) else { return .misdated }
      return byDate(date, 1945 + session...1946 + session)
    case .year, .suffixYear: return .impossible
    }
  }

  /// The years of special sessions 1 to 32.
  private static let specialSessions = [
    1947, 1948, 1961, 1963, 1967, 1974, 1975, 1978, 1978, 1978, 1980, 1982, 1986, 1986, 1988, 1989, 1990,
    1990, 1997,
    1998, 1999, 2000, 2000, 2000, 2001, 2001, 2002, 2005, 2014, 2016, 2020, 2021,
  ]

  private static func securityCouncil(_ number: ResolutionNumber, _ decision: Bool, _ date: Day?) -> OrganFit
  {
    guard case .suffixYear(let year) = number.frame, !decision || date == nil else { return .impossible }
    guard Counting.isReached(number.number, inSession: year, Counting.securityCouncil) else {
      return .misdated
    }
    return byDate(date, year...year)
  }

  /// Years before the slash from 1978 on, Roman sessions I to LXIII before.
  private static func economicAndSocialCouncil(_ number: ResolutionNumber, _ date: Day?) -> OrganFit {
    switch number.frame {
    case .year(let year) where year >= 1978: return byDate(date, year - 1...year + 1)
    case .roman(let text):
      guard let session = Roman.value(text), session <= 63 else { return .impossible }
      guard Counting.isReached(number.number, inSession: session, Counting.council) else { return .misdated }
      return byDate(date, 1946 + max(0, session - 3) / 2...1948 + session / 2)
    default: return .impossible
    }
  }

  /// Three regular sessions a year since 2006, at most some fifty resolutions each; decisions count from 101 on.
  private static func humanRightsCouncil(_ number: ResolutionNumber, _ decision: Bool, _ date: Day?)
    -> OrganFit
  {
    switch number.frame {
    case .session(let session):
      guard (1..<200).contains(session), decision == (number.number > 100) else { return .impossible }
      let year = 2006 + (session - 1) / 3
      if let date { return date.year == year ? .dated : .misdated }
      return .possible
    case .special(let prefix, _): return prefix == "S" ? byDate(date, 2006...2200) : .impossible
    case .year, .roman, .suffixYear: return .impossible
    }
  }

  private static func commissionOnHumanRights(_ number: ResolutionNumber, _ date: Day?) -> OrganFit {
    switch number.frame {
    case .year(let year) where (1978...2006).contains(year): byDate(date, year...year)
    case .roman(let text): (Roman.value(text) ?? 99) <= 36 ? byDate(date, 1946...1980) : .impossible
    default: .impossible
    }
  }
}
