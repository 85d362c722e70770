import Documents
import Testing

@Suite struct MarkdownTests {
  private let text = """
    Ninety-ninth session

    Resolution adopted by the General Assembly on 3 March 2044

    99/12. Bridges over rivers

    The General Assembly,

    *Recalling* its resolution [98/3 H](#) of 4 May 2043,¹

    1. *Also welcomes*, with **great** joy, the bridges that were built by the masons of the cities on the river² and

    ¹ A/97/2.

    ² See *Masons*, chap. 2 and [A/97/3](https://example.com/x_(y)).

    General Assembly decision 98/5;

    1.1. Builders should look\\* twice.[^3]

    *12th plenary meeting
    3 March 2044*

    [^3]: Twice is enough.
    """

  @Test func emphasisLinksAndCuttingNotes() throws {
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "bridges.md").first)
    #expect(document.symbol == Symbol(canonical: "A/RES/99/12"))
    #expect(document.meeting == "12th plenary meeting")
    #expect(
      document.paragraphs.map { "\($0.fragment) [\($0.openingPhrase ?? "")] \($0.text)" } == [
        "h1 [] The General Assembly,",
        "pp1 [Recalling] Recalling its resolution 98/3 H of 4 May 2043,",
        "op1 [Also welcomes] Also welcomes, with great joy, the bridges that were built by the masons of the cities"
          + " on the river and General Assembly decision 98/5;",
        "op1.1 [] Builders should look* twice.",
      ])
    #expect(document.footnotes.map(\.label).sorted() == ["1", "2", "3"])
    #expect(document.footnotes.first { $0.label == "2" }?.text == "See Masons, chap. 2 and A/97/3.")
    #expect(document.footnotes.first { $0.label == "3" }?.text == "Twice is enough.")
    #expect(document.paragraphs[2].markers.map(\.label) == ["2"])
    #expect(document.paragraphs[3].markers.map(\.label) == ["3"])
  }

  @Test func anIndentedLineGoesOnWithItsNote() throws {
    let text = """
      A/RES/99/12

      *The General Assembly*,

      *Noting* the report,[^1]

      1.  *Decides* to row.

      [^1]: *Official Records*, Supplement No. 36 (A/98/36), chap.
          III.
      """
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "boats.md").first)
    #expect(document.footnotes.map(\.text) == ["Official Records, Supplement No. 36 (A/98/36), chap. III."])
    #expect(document.paragraphs.count == 3)
  }

  @Test func aDecisionIsOneSentenceInManyLines() throws {
    let text = """
      A/DEC/99/513

      # 99/513. Fewer leaks

      At its 46th plenary meeting, on 7 December 2044, the General Assembly,
      recalling its resolution
      [98/231](https://example.com/98/231) of 24 December 2043,
      decided to row.

      *46th plenary meeting\\
      7 December 2044*
      """
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "leaks.md").first)
    #expect(
      document.paragraphs.map(\.text) == [
        "At its 46th plenary meeting, on 7 December 2044, the General Assembly, recalling its resolution 98/231 of 24 December 2043, decided to row."
      ])
    #expect(document.adoptedOn == "2044-12-07")
  }

  @Test("a marker at the start of a wrapped line opens no note", arguments: ["<sup>1</sup>", "[^1]"])
  func markerAtLineStart(marker: String) throws {
    let note = marker.hasPrefix("[") ? "[^1]:" : marker
    let text = """
      A/RES/99/12

      *The General Assembly*,

      *Noting* the report on the lakes,
      \(marker) and the boats,

      1.  *Decides* to row.

      \(note) A/98/3.
      """
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "boats.md").first)
    #expect(document.paragraphs.map(\.text)[1] == "Noting the report on the lakes, and the boats,")
    #expect(document.footnotes.map(\.text) == ["A/98/3."])
    #expect(document.paragraphs[1].markers.map(\.footnote) == [0])
  }
}
