import Documents

/// The series that United Nations symbols open with, and the bodies whose records some of them carry.
enum SymbolSeries {
  /// Every other series is another organization's ("LEG/CONF.15/21") or no symbol at all ("III/21").
  static let known: Set<String> = [
    "A", "S", "E", "T", "ST", "TD", "CD", "DC", "DP", "ID", "JIU", "CEB", "UNEP", "UNCTAD", "UNW", "UNAT",
    "FCCC", "ICCD",
    "CBD", "CAC", "CTOC", "SPLOS", "CLCS", "LOS", "ISBA", "NPT", "BWC", "CCW", "CCM", "APLC", "TPNW", "ATT",
    "CRC", "CCPR",
    "CEDAW", "CAT", "CED", "CERD", "CMW", "CRPD", "HRI", "HSP", "HS", "PBC", "ECE", "ESCAP", "LC", "ICC",
    "PCNICC", "IDB",
    "GC", "TRANS", "ENERGY", "TRADE", "AG", "MP", "ITC", "WFP", "IPBES", "UNITAR", "SG", "AT", "ECA", "ICEF",
    "HIV", "OPS",
    "UNOPS", "EB", "DSG", "SAICM",
  ]

  /// The commissions whose yearly reports are supplements of the Economic and Social Council's records, by E/year/number.
  private static let commissions = [
    "24": "Statistical Commission", "25": "Commission on Population and Development",
    "26": "Commission for Social Development", "27": "Commission on the Status of Women",
    "28": "Commission on Narcotic Drugs", "29": "Commission on Sustainable Development",
    "30": "Commission on Crime Prevention and Criminal Justice",
    "31": "Commission on Science and Technology for Development",
  ]

  /// Whether `symbol` stands in a United Nations series; a number behind the series ("GC.18", "IDB.51") does not matter.
  static func isKnown(_ symbol: Symbol) -> Bool {
    let series = symbol.text.utf8.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ".") }
    return known.contains(String(Substring(series)))
  }

  /// Whether a form with slashes is worth a word: in a known series, or long enough to be another organization's symbol.
  static func mayBeSymbol(_ symbol: Symbol) -> Bool {
    isKnown(symbol) || symbol.text.hasPrefix("PRST/")
      || symbol.text.utf8.count { $0 == UInt8(ascii: "/") } > 1
  }

  /// Whether a number is a resolution's or decision's symbol by itself: "EC-94/DEC.2", "GC(61)/RES/8".
  static func isAct(_ number: String) -> Bool {
    number.split(separator: "/").dropFirst().contains { part in
      ["RES", "DEC"].contains(part.prefix { $0 != "." }.uppercased())
    }
  }

  /// Whose resolutions and decisions a record holds: A/67/53 is the Human Rights Council's report, A/52/25 that of the
  /// Governing Council of UNEP, E/2004/23 that of the Commission on Human Rights.
  static func body(ofRecord symbol: Symbol) -> Body? {
    let parts = symbol.text.split(separator: "/")
    guard parts.count >= 3 else { return nil }
    switch (parts[0], parts[2]) {
    case ("A", "53") where Int(parts[1]).map { $0 >= 61 } == true: return .organ(.humanRightsCouncil)
    case ("A", "25") where Int(parts[1]) != nil:
      return .named("Governing Council of the United Nations Environment Programme")
    case ("E", "23") where Int(parts[1]) != nil: return .organ(.commissionOnHumanRights)
    case ("E", let number) where Int(parts[1]) != nil: return commissions[String(number)].map { .named($0) }
    case ("CAC", _):
      return .named("Conference of the States Parties to the United Nations Convention against Corruption")
    case ("CTOC", _):
      return .named(
        "Conference of the Parties to the United Nations Convention against Transnational Organized Crime")
    case ("CBD", "COP"): return .named("Conference of the Parties to the Convention on Biological Diversity")
    case ("UNEP", "COP") where parts[1] == "CBD":
      return .named("Conference of the Parties to the Convention on Biological Diversity")
    default: return nil
    }
  }
}

extension CitationReading {
  /// The body whose record stands right before the head at `index`, but for the parts in between: "(A/67/53), chap. III,
  /// resolution 20/8".
  func body(ofSeriesBefore index: Int) -> Body? {
    var at = index - 1
    while at >= 0 {
      switch token(at).kind {
      case .symbol:
        return text.symbols[Int(token(at).value)].first.flatMap { SymbolSeries.body(ofRecord: $0) }
      case .close, .comma, .digits: at -= 1
      case .word
      where isPart(at) || token(at).end - token(at).start <= 4 && !isWord(at, .and) && !isWord(at, .lower):
        at -= 1
      default: return nil
      }
    }
    return nil
  }
}
