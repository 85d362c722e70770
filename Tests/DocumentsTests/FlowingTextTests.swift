import Documents
import Testing

@Suite struct FlowingTextTests {
  private let text = """
    United Nations

    A/RES/99/12

    General Assembly

    Ninety-ninth session

    Agenda item 7

    Resolution adopted by the General Assembly on 3 March 2044

    [on the report of the First Committee (A/99/40, para. 9)]

    99/12. Bridges over rivers

    The General Assembly,

    Recalling its resolution 98/3 H of 4 May 2043 on rivers,¹

    Noting the following needs:

    (a) Stone;

    (b) Iron,

    1. Welcomes the bridges² that were built;

    1.1. Builders should look twice.

    2. Requests builders:

    (a) To measure;

    (i) With a rope;

    (ii) With a rod,¹ where there is one;

    (b) To count.

    12th plenary meeting 3 March 2044

    Annex

    Rules for ropes

    1. A rope is long.

    ¹ A/97/2.

    ² See A/97/3.

    """

  @Test func readsHeader() throws {
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "bridges").first)
    #expect(document.symbol == Symbol(canonical: "A/RES/99/12"))
    #expect(document.symbolSource == .printed)
    #expect(document.title == "Bridges over rivers")
    #expect(document.organ == .generalAssembly)
    #expect(document.adoptedOn == "2044-03-03")
    #expect(document.session == 99)
    #expect(document.agendaItem == "7")
    #expect(document.meeting == "12th plenary meeting")
    #expect(document.committeeReport == Symbol(canonical: "A/99/40"))
  }

  @Test func numbersParagraphs() throws {
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "bridges").first)
    let lines = document.paragraphs.map {
      "\($0.fragment) \($0.kind.rawValue) \($0.number ?? "-") \($0.text)"
    }
    #expect(
      lines == [
        "h1 heading - The General Assembly,",
        "pp1 preambular - Recalling its resolution 98/3 H of 4 May 2043 on rivers,",
        "pp2 preambular - Noting the following needs:",
        "pp2.a preambular (a) Stone;",
        "pp2.b preambular (b) Iron,",
        "op1 operative 1 Welcomes the bridges that were built;",
        "op1.1 operative 1.1 Builders should look twice.",
        "op2 operative 2 Requests builders:",
        "op2.a operative 2(a) To measure;",
        "op2.a.i operative 2(a)(i) With a rope;",
        "op2.a.ii operative 2(a)(ii) With a rod, where there is one;",
        "op2.b operative 2(b) To count.",
        "h2 heading - Annex",
        "h3 heading - Rules for ropes",
        "annex-1 annex 1 A rope is long.",
      ])
    #expect(document.paragraphs[10].parent == 8)
  }

  @Test func liftsMarkersAndFootnotes() throws {
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "bridges").first)
    #expect(document.footnotes.map(\.fragment) == ["fn1", "fn2"])
    #expect(document.footnotes.map(\.text) == ["A/97/2.", "See A/97/3."])
    #expect(document.paragraphs[1].markers == [Marker(offset: 56, footnote: 0, label: "1")])
    #expect(document.paragraphs[5].markers == [Marker(offset: 20, footnote: 1, label: "2")])
    #expect(document.paragraphs[10].markers == [Marker(offset: 11, footnote: 0, label: "1")])
  }

  @Test(arguments: [([UInt8](), "'x' is empty"), (Array("  \n".utf8), "'x' is empty")])
  func emptyFilesAreNamed(bytes: [UInt8], message: String) {
    #expect(throws: Diagnosis(message)) { try Diagnosis.of { try DocumentReader.read(bytes, name: "x") } }
  }

  @Test func binaryFilesAreNamed() {
    #expect(throws: Diagnosis("'x' is a binary file, expected text, XML, Markdown or HTML")) {
      try Diagnosis.of { try DocumentReader.read([0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 1, 2], name: "x") }
    }
  }

  @Test func brokenXMLIsNamedWithItsPlace() {
    let broken = Array("<akomaNtoso>\n<meta></akomaNtoso>".utf8)
    #expect(
      throws: Diagnosis(
        "'x' is not well-formed XML in line 2, column 20: opening and ending tag mismatch: meta line 2 and akomaNtoso"
      )
    ) { try Diagnosis.of { try DocumentReader.read(broken, name: "x") } }
  }

  @Test func otherEncodingsAreDecoded() throws {
    let accented = text.replacing("rivers", with: "rivières")
    let latin = accented.unicodeScalars.filter { $0.value < 256 && $0.value != 0xB9 && $0.value != 0xB2 }.map
    { UInt8($0.value) }
    #expect(try DocumentReader.read(latin, name: "x")[0].title == "Bridges over rivières")
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in accented.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try DocumentReader.read(wide, name: "x")[0].title == "Bridges over rivières")
  }
}
