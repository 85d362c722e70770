import Documents
import Testing

/// What a reader could not make sense of is said.
@Suite struct DoubtsTests {
  private func warnings(_ text: String) throws -> [String] {
    try #require(try DocumentReader.read(Array(text.utf8), name: "a").first).warnings
  }

  @Test func missingParagraphsAndDates() throws {
    let text = """
      A/RES/151/12

      The General Assembly,

      Recalling the report of the Committee,

      1. Decides to act;

      2. Requests a report;

      5. Decides to return to the matter.
      """
    #expect(
      try warnings(text) == ["paragraph 5 comes behind paragraph 2", "its date of adoption is not found"])
  }

  @Test func notesThatNothingLeadsTo() throws {
    let text = """
      A/RES/151/12
      Resolution adopted by the General Assembly on 7 December 2096

      The General Assembly,

      Recalling the report¹ of the Committee,

      1. Decides to act.

      ¹ A/151/7.

      ² A/151/8.
      """
    #expect(try warnings(text) == ["no marker leads to footnote 2"])
  }

  @Test func aReissueIsKnownByItsNote() throws {
    let text = """
      A/RES/151/12*

      The General Assembly,

      1. Decides to act.

      * Second reissue for technical reasons (9 March 2097).
      """
    #expect(try DocumentReader.read(Array(text.utf8), name: "a").first?.reissue == 2)
  }
}
