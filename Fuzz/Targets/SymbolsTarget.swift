import Documents

extension FuzzTarget {
  /// Every symbol that is found lies in the text, behind the one before, and reads as itself when it is read again.
  static let symbols = FuzzTarget(
    name: "symbols", summary: "the grammar of document symbols and resolution numbers", maxLength: 100,
    words: [
      "A/RES/", "S/RES/", "E/RES/", "A/HRC/RES/", "A/DEC/", "A/CONF.", "A/C.1/", "/Add.", "/Rev.", "/Corr.",
      "/INF/", "/L.", "/PV.", "/SR.",
      " (Vol. I)", " (XXI)", " (2001)", "ES-10/", "S-27/", " and ", "A and B", "A-C", " to ", "\u{2011}",
      "\u{A0}", "\u{AD}", "–", "undocs.org/en/",
      "99999999999999999999", "GC(", "/RES/", "T/", "CEDAW/C/", "CCPR/C/", "St/", "ST/SGB/", "TD/B/", "DP/",
      "FCCC/CP/", "/Amend.", "/Summary",
    ],
    seeds: {
      let texts = [
        "A/RES/73/27", "A/RES/31/6 A and B", "S/RES/1373 (2001)", "A/CONF.151/26/Rev.1 (Vol. I)",
        "resolution 2200 A (XXI)", "A/HRC/RES/20/8",
        "resolutions 58/32, 59/61 and 60/45 of 8 December", "ES-10/21", "217 A (III)",
        "https://undocs.org/en/A/68/98", "A/73/505/Add.2, E/2019/INF/5",
      ]
      return texts.map { Array($0.utf8) } + Corpus.files(".txt").map { Array($0.prefix(200)) }
    },
    start: {
      { input in
        let bytes = Array(input)
        var end = 0
        for match in SymbolScanner.matches(in: bytes) {
          require(
            match.range.lowerBound >= end && match.range.upperBound <= bytes.count, "ranges that overlap")
          require(!match.range.isEmpty && !match.symbols.isEmpty, "a match of nothing")
          end = match.range.upperBound
          for symbol in match.symbols {
            require(
              Symbol.parse(symbol.text) == symbol,
              "'\(symbol.text)' reads as \(Symbol.parse(symbol.text)?.text ?? "nothing")")
          }
        }
        _ = Symbol.parse(bytes)
        for start in bytes.indices {
          guard let (number, end) = ResolutionNumber.match(in: bytes, at: start) else { continue }
          require(end > start && end <= bytes.count, "a number beyond its text")
          _ = number.symbols(of: nil)
          for organ in Organ.allCases { _ = number.symbols(of: organ, decision: start.isMultiple(of: 2)) }
        }
      }
    })
}
