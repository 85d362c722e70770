import Documents
import Testing

@Suite("Notes that are typed as text")
struct TypedNotesTests {
  private static let head = "A/RES/99/12\n\nThe General Assembly,\n\n"

  private func check(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "lakes").first)
    #expect(
      document.footnotes.map { "\($0.label) \($0.text)" } == [
        "1 See resolution 98/2.", "2 A/98/3, annex.", "3 See A/97/9.",
      ],
      sourceLocation: sourceLocation)
    #expect(
      document.paragraphs.map(\.text) == [
        "The General Assembly,", "Noting the report on lakes, and the plan for boats,", "Asks for oars;",
        "Decides to row.",
      ], sourceLocation: sourceLocation)
    #expect(
      document.paragraphs.map { $0.markers.map(\.footnote) } == [[], [0, 1], [2], []],
      sourceLocation: sourceLocation)
  }

  @Test(
    "plain text: lines below each other, labels in brackets",
    arguments: [
      ("1", "1 "), ("[1]", "[1] "), ("¹", "¹ "),
    ], ["\n", "\n\n"])
  func plain(forms: (String, String), between: String) throws {
    let digits = ["1": ["1", "2", "3"], "[1]": ["[1]", "[2]", "[3]"], "¹": ["¹", "²", "³"]][forms.0] ?? []
    let notes = ["See resolution 98/2.", "A/98/3, annex.", "See A/97/9."]
    try check(
      TypedNotesTests.head
        + "Noting the report on lakes,\(digits[0]) and the plan for boats,\(digits[1])\n\n1. Asks for oars;\(digits[2])\n\n2. Decides to row.\n\n"
        + zip(digits, notes).map { "\($0) \($1)" }.joined(separator: between))
  }

  @Test(
    "Markdown: what converters make of notes",
    arguments: [
      ("<sup>N</sup>", "<sup>N</sup> TEXT"), ("^N^", "^N^ TEXT"),
      ("[[N]](#footnote-N)", "N. TEXT [↑](#footnote-ref-N)"),
      ("[\\[N\\]](#_ftnN)", "[\\[N\\]](#_ftnrefN) TEXT"),
      ("[^N]", "[^N]: TEXT"),
    ], ["\n", "\n\n"])
  func markdown(forms: (marker: String, note: String), between: String) throws {
    func marker(_ number: Int) -> String { forms.marker.replacing("N", with: "\(number)") }
    let notes = ["See resolution 98/2.", "A/98/3, annex.", "See A/97/9."].enumerated().map {
      forms.note.replacing("N", with: "\($0.offset + 1)").replacing("TEXT", with: $0.element)
    }
    try check(
      "A/RES/99/12\n\n*The General Assembly*,\n\n"
        + "*Noting* the report on lakes,\(marker(1)) and the plan for boats,\(marker(2))\n\n1. *Asks* for oars;\(marker(3))\n\n"
        + "2. *Decides* to row.\n\n---\n\n" + notes.joined(separator: between))
  }

  @Test func bracketsThatAreNoMarkersStay() throws {
    let text = TypedNotesTests.head + "1. Asks for [three] oars and [4] boats.1\n\n1 A/98/2."
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "lakes").first)
    #expect(document.paragraphs.last?.text == "Asks for [three] oars and [4] boats.")
  }

  @Test("a note goes on behind an abbreviation, whatever the next line begins with")
  func wrappedNote() throws {
    let text = """
      A/RES/99/12
      The General Assembly,
      Noting the report,1 and the plan,2
      1. Asks for oars;3
      2. Decides to row.
      __________________
      1 Official Records of the General Assembly, Ninety-eighth Session, Supplement No.
      53 (A/98/53); and chap.
      II, sect. A.
      2 Resolution 98/2.
      3 A/97/9.
      """
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "lakes").first)
    #expect(
      document.footnotes.map(\.text) == [
        "Official Records of the General Assembly, Ninety-eighth Session, Supplement No. 53 (A/98/53); and chap. II, sect. A.",
        "Resolution 98/2.", "A/97/9.",
      ])
    #expect(document.paragraphs.last?.text == "Decides to row.")
  }

  @Test(
    "numbers in French and Spanish words are no markers",
    arguments: [
      "L’Assemblée générale,\n\nRappelant ses résolutions 98/49 du 2 décembre 2043, et le paragraphe 1 de la résolution 98/25, dans les 2 ans,",
      "La Asamblea General,\n\nRecordando sus resoluciones 98/49, de 1 de diciembre de 2043, el párrafo 1 de la resolución 98/25 y el Artículo 2 de la Carta,",
      "La Asamblea General,\n\nRecordando los lagos, de 2 de mayo de 2043, y el plazo de 1 año,",
    ])
  func romanceNumbers(opening: String) throws {
    let text = """
      A/RES/99/12

      \(opening)

      1. Decide los lagos1;

      2. Decide los barcos2.

      ___________
      1 A/98/265.
      2 A/98/266.
      """
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "lagos").first)
    #expect(document.paragraphs.prefix(2).map(\.text).joined(separator: "\n\n") == opening)
    #expect(document.paragraphs.map { $0.markers.map(\.label) } == [[], [], ["1"], ["2"]])
  }
}
