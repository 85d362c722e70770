import Documents
import Testing

@Suite struct SymbolTests {
  @Test func writtenFormsBecomeCanonical() throws {
    let rows = try Table("symbols").rows
    #expect(rows.count >= 60)
    for row in rows {
      let found = Symbol.parseAll(row.left).map(\.text).joined(separator: " ")
      #expect(found == (row.right == "-" ? "" : row.right), "\(row.left)")
    }
  }

  @Test func canonicalSymbolsParseToThemselves() throws {
    for row in try Table("symbols").rows where row.right != "-" {
      for symbol in row.right.split(separator: " ") {
        #expect(Symbol.parse(String(symbol))?.text == String(symbol))
      }
    }
  }

  /// Found by the fuzzer: what is found in a text reads as itself.
  @Test func whatIsFoundParsesToItself() {
    for text in [
      "A/CONF.1/2/Rev.1 (Vol.4\u{15}0 I)", "A/CONF.1/2 (Vol. I\nand more)", "ICCD/1/COP(15)//x",
      "A/RES/31/6 AA and B", "A/74/6 (Sect. 3)/x", "TD/B/DEC/ES-1 R", "E/Res/0\u{91}",
    ] {
      for symbol in SymbolScanner.matches(in: Array(text.utf8)).flatMap(\.symbols) {
        #expect(Symbol.parse(symbol.text) == symbol, "\(symbol) in \(text.debugDescription)")
      }
    }
  }

  @Test func printedSymbolsAreFoundInText() throws {
    for row in try Table("printed-symbols").rows {
      let matches = SymbolScanner.matches(in: Array(row.left.utf8))
      #expect(matches.flatMap { $0.symbols.map(\.text) }.joined(separator: " ") == row.right, "\(row.left)")
    }
  }

  @Test func rangesCoverWhatIsPrinted() {
    let text = Array("x A/CONF.1/2/Rev.1 (Vol. I) y S/RES/5 (1950).".utf8)
    let words = SymbolScanner.matches(in: text).map { String(decoding: text[$0.range], as: UTF8.self) }
    #expect(words == ["A/CONF.1/2/Rev.1 (Vol. I)", "S/RES/5 (1950)"])
  }

  @Test func lineBreaksAndNoBreakSpacesStandInside() {
    let text = Array("S/RES/338\n(1973) and S/RES/252\u{A0}(1968)".utf8)
    #expect(
      SymbolScanner.matches(in: text).flatMap(\.symbols).map(\.text) == [
        "S/RES/338(1973)", "S/RES/252(1968)",
      ])
  }

  @Test(
    arguments: [
      ("A/RES/73/27", Symbol.Kind.resolution, Organ.generalAssembly, 73, nil),
      ("A/RES/3363(XXX)", .resolution, .generalAssembly, 30, nil),
      ("S/RES/1373(2001)", .resolution, .securityCouncil, nil, 2001),
      ("A/DEC/78/542", .decision, .generalAssembly, 78, nil),
      ("S/PRST/2010/21", .presidentialStatement, .securityCouncil, nil, 2010),
      ("A/68/98", .report, .generalAssembly, 68, nil),
      ("A/C.1/73/L.27/Rev.1", .draft, .generalAssembly, 73, nil),
      ("A/78/PV.50", .record, .generalAssembly, 78, nil),
      ("A/HRC/RES/20/8", .resolution, .humanRightsCouncil, 20, nil),
      ("E/RES/2006/46", .resolution, .economicAndSocialCouncil, nil, 2006),
      ("E/CN.4/2006/91", .report, .commissionOnHumanRights, nil, 2006),
      ("A/65/517-S/2010/534", .letter, .generalAssembly, 65, nil),
      ("UNEP/EA.5/Res.14", .resolution, nil, nil, nil),
    ] as [(String, Symbol.Kind, Organ?, Int?, Int?)])
  func formTellsKindOrganSessionYear(
    text: String, kind: Symbol.Kind, organ: Organ?, session: Int?, year: Int?
  ) {
    let symbol = Symbol(canonical: text)
    #expect(symbol.kind == kind)
    #expect(symbol.organ == organ)
    #expect(symbol.session == session)
    #expect(symbol.year == year)
  }

  @Test func iriEscapesOnlyWhatAnIRICannotHold() {
    #expect(Symbol(canonical: "S/RES/1373(2001)").iri == "https://undocs.org/S/RES/1373(2001)")
    #expect(Symbol(canonical: "A/1 \"x\"#").iri == "https://undocs.org/A/1%20%22x%22%23")
  }

  @Test func corrigendaCorrect() {
    #expect(Symbol(canonical: "A/67/53/Corr.1").corrected == Symbol(canonical: "A/67/53"))
    for text in ["A/67/53", "A/67/53/Add.1", "A/67/Corr.1/53", "Corr.1", ""] {
      #expect(Symbol(canonical: text).corrected == nil)
    }
  }

  @Test func symbolsOfNumbers() {
    func text(_ number: Int, _ letters: [String], _ frame: ResolutionNumber.Frame) -> String {
      ResolutionNumber(number: number, letters: letters, frame: frame).symbols(decision: true)
        .map(\.text).joined(separator: " ")
    }
    #expect(text(27, [], .session(73)) == "A/DEC/73/27")
    #expect(text(0, [], .session(9)) == "A/DEC/9/0")
    #expect(text(100, ["A", "AA"], .year(2006)) == "E/DEC/2006/100A E/DEC/2006/100AA")
    #expect(text(2252, [], .roman("ES-V")) == "A/DEC/2252(ES-V)")
    #expect(text(4, [], .special(prefix: "S", 20)) == "A/DEC/S-20/4")
    #expect(text(.max, [], .suffixYear(2001)) == "S/DEC/\(Int.max)(2001)")
    #expect(text(.min, [], .session(.min)) == "A/DEC/\(Int.min)/\(Int.min)")
    let long = String(repeating: "X", count: 500)
    #expect(text(1, [long], .roman(long)) == "A/DEC/1\(long)(\(long))")
  }
}
