import Documents
import Testing

@Suite("Statements by a president, which are quoted")
struct StatementTests {
  @Test(
    "a short last paragraph is a paragraph, whatever closes the quotation",
    arguments: ["“ ”", "\" \"", "« »", "‘ ’"])
  func lastParagraph(marks: String) throws {
    let (open, close) = (marks.split(separator: " ")[0], marks.split(separator: " ")[1])
    let text = """
      S/PRST/2044/1

      Statement by the President of the Security Council

      At the 14896th meeting of the Security Council, held on 18 January 2044, the President of the Security Council made the following statement on behalf of the Council:

      \(open)The Security Council welcomes the bridges of the capital.

      \(open)The Security Council will look at resolution 2399 (2043) again.\(close)
      """
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "statement").first)
    #expect(document.paragraphs.last?.kind == .operative)
    #expect(
      document.paragraphs.last?.text
        == "\(open)The Security Council will look at resolution 2399 (2043) again.\(close)")
  }

  @Test func aTitleThatEndsInAQuotationIsAHeading() throws {
    let text = """
      A/RES/99/12

      The General Assembly,

      1. Decides to row.

      Annex

      Rules named “Of boats”

      1. Boats float.
      """
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "boats").first)
    #expect(document.paragraphs.map(\.kind) == [.heading, .operative, .heading, .heading, .annex])
  }
}
