import Testing

@testable import Documents

@Suite("What headers and first sentences tell")
struct HeaderTests {
  @Test func aNoteOnTheTitleIsAFootnote() throws {
    let file = """
      <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">
      <preface><docNumber>99/12 B.</docNumber><docTitle>Bridges<authorialNote marker="1"><p>Resolution 99/12
      becomes resolution 99/12 A.</p></authorialNote></docTitle></preface>
      <preamble><formula name="formula"><p>The General Assembly,</p></formula></preamble>
      <mainBody><paragraph><num>1.</num><content><p>Decides.</p></content></paragraph></mainBody>
      </statement></akomaNtoso>
      """
    let document = try #require(try DocumentReader.read(Array(file.utf8), name: "title").first)
    #expect(document.title == "Bridges")
    #expect(document.footnotes.map(\.text) == ["Resolution 99/12 becomes resolution 99/12 A."])
  }

  @Test func aStatementIsDatedByItsFirstSentence() throws {
    let statement = """
      S/PRST/2044/1

      Security Council

      Distr.: General

      19 January 2044

      Statement by the President of the Security Council

      At the 14896th meeting of the Security Council, held on 18 January 2044, in connection with bridges, the President of the Security Council made the following statement:

      “The Security Council welcomes the bridges of the capital and the roads that lead there.
      """
    let document = try #require(try DocumentReader.read(Array(statement.utf8), name: "statement").first)
    #expect(document.adoptedOn == "2044-01-18")
    #expect(document.meeting == "14896th meeting")
  }

  @Test func aDateWhoseBlankIsLostIsNoMarker() throws {
    let text = """
      S/RES/9713 (2044)

      Adopted by the Security Council at its 14490th meeting, on1 December 2044

      The Security Council,

      Recalling the bridges¹ of the capital,

      1. Decides to meet.

      ¹ A/99/1.
      """
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "bridges").first)
    #expect(document.adoptedOn == "2044-12-01")
    #expect(document.footnotes.map(\.text) == ["A/99/1."])
    #expect(document.paragraphs.contains { $0.markers.map(\.label) == ["1"] })
  }

  @Test(
    "old headers give number and day, whatever scanning left of them",
    arguments: [
      ("1 (2046) Resolution of 25 January 2046", "S/RES/1(2046)", "2046-01-25"),
      ("18 (2047). Resolution of 13 February 2047\n[S/268/Rev.1/Corr.1]", "S/RES/18(2047)", "2047-02-13"),
      ("Resolution 206 (2065)\nef 15 June 2065", "S/RES/206(2065)", "2065-06-15"),
      ("Resolution 226 (2066)\nof 14 October £066", "S/RES/226(2066)", "2066-10-14"),
      ("Resolution 290\nof 8 December 2070", "S/RES/290(2070)", "2070-12-08"),
      (
        "RESOLUTION 780 (2092)\n\nAdopted by the Security Council at its 3119th meeting,\n\non 6 October 2092",
        "S/RES/780(2092)", "2092-10-06"
      ),
    ])
  func oldHeader(header: String, symbol: String, day: String) throws {
    let text = header + "\n\nThe Security Council,\n\nNoting the lakes,\n\n1. Decides to keep them clean.\n"
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "old").first)
    #expect(document.symbol?.text == symbol)
    #expect(document.adoptedOn == day)
    #expect(document.symbolSource == (header.contains("290\n") ? .inferred : .printed))
  }

  @Test(
    "a symbol stands behind the name of the United Nations, whatever it is the symbol of",
    arguments: [
      ("United Nations S/2044/443", "S/2044/443"), ("United Nations A/C.3/99/L.12", "A/C.3/99/L.12"),
      ("United Nations A/DEC/99/513", "A/DEC/99/513"), ("Nations Unies S/2044/443", "S/2044/443"),
      ("Naciones Unidas S/RES/9567 (2044)", "S/RES/9567(2044)"),
      ("Naciones Unidas A/RES/99/12", "A/RES/99/12"),
    ])
  func symbolBehindName(line: String, symbol: String) throws {
    let text =
      line + "\nDistr.: General\n11 May 2044\nThe Security Council,\nNoting the lakes,\n1. Decides to row.\n"
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "lakes").first)
    #expect(document.symbol?.text == symbol)
  }

  @Test func theNameBeforeACitationIsNoHead() throws {
    let text = "United Nations reports, such as A/98/4\n\nThe General Assembly,\n\n1. Decides to row.\n"
    #expect(try DocumentReader.read(Array(text.utf8), name: "lakes").first?.symbol == nil)
  }

  @Test func aDecisionHasAHeaderWithoutAFormulaBehindIt() throws {
    let text = """
      United Nations A/DEC/99/513
      General Assembly
      Decision
      Ninety-ninth session
      Agenda item 97 (d)
      99/513. Fewer leaks, through norms and rules of responsible
      rowing
      At its 46th plenary meeting, on 7 December 2044, the General Assembly, by a recorded
      vote of 162 to 9, recalling its resolution 98/231 of 24 December 2043, decided to row.
      46th plenary meeting
      7 December 2044
      """
    let document = try leaks(text)
    #expect(document.adoptedOn == "2044-12-07")
    #expect(document.meeting == "46th plenary meeting")
    #expect(document.paragraphs.map(\.kind) == [.operative])
  }

  @Test func columnsOfTheFirstLinesStandApart() throws {
    let text = """
                     United Nations                                         A/DEC/99/513
                     General Assembly                             Distr.: General

           Decision

           99/513.      Fewer leaks, through norms and rules of
                       responsible rowing

                 At its 46th plenary meeting, on 7 December 2044, the General Assembly, by a recorded
           vote of 162 to 9, recalling its resolution 98/231 of 24 December 2043, decided to row.

                                                              46th plenary meeting
                                                              7 December 2044
      """
    let document = try leaks(text)
    #expect(document.symbolSource == .printed)
    #expect(document.organ == .generalAssembly)
  }

  /// The decision that both layouts print, with its symbol and title.
  private func leaks(_ text: String) throws -> Document {
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "leaks").first)
    #expect(document.symbol?.text == "A/DEC/99/513")
    #expect(document.title == "Fewer leaks, through norms and rules of responsible rowing")
    return document
  }

  @Test func theWordDecisionTellsTheSeriesOfANumber() throws {
    let text =
      "Decision\n\n99/513. Fewer leaks\n\nAt its 46th plenary meeting, on 7 December 2044, the General Assembly decided to row in the boats.\n"
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "leaks").first)
    #expect(document.symbol?.text == "A/DEC/99/513")
  }
}
