import Foundation
import Testing

@testable import Documents

/// The recorded vote of a document, state by state.
@Suite struct VoteTests {
  @Test func countsNameTheStates() throws {
    let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Corpus")
    let document = try #require(
      try DocumentReader.read(path: corpus.appendingPathComponent("A_RES_75_240.xml").path).first)
    #expect(document.votes.inFavour == ["CHINA", "CUBA", "IRAN (ISLAMIC REPUBLIC OF)", "RUSSIAN FEDERATION"])
    #expect(document.votes.against == ["CANADA", "FRANCE"])
    #expect(document.votes.abstained == ["BRAZIL"])
  }

  /// As the Human Rights Council prints it, in blocks of its own, in lines that break inside a name, in one block.
  @Test(arguments: [
    """
    [Adopted by a recorded vote of 5 to 2, with 1 abstention. The voting was as follows:

    In favour: Bolivia (Plurinational State of), Côte d’Ivoire, Gambia (the), Viet Nam and Chile

    Against: United Kingdom of Great Britain and Northern Ireland, Japan

    Abstaining: Georgia]
    """,
    """
    [Adopted by a recorded vote of 5 to 2, with 1 abstention. The voting was as
    follows:

    In favour: Bolivia (Plurinational State of), Côte d’Ivoire, Gambia (the), Viet
    Nam and Chile
    Against: United Kingdom of Great Britain and Northern
    Ireland, Japan
    Abstaining: Georgia].
    """,
    """
    [Adopted by a recorded vote of 5 to 2, with 1 abstention. The voting was as follows: In favour: Bolivia \
    (Plurinational State of), Côte d’Ivoire, Gambia (the), Viet Nam and Chile Against: United Kingdom of Great \
    Britain and Northern Ireland, Japan Abstaining: Georgia]
    """,
  ])
  func printedVotesNameTheStates(_ vote: String) throws {
    let text = """
      A/HRC/RES/155/9

      Resolution adopted by the Human Rights Council on 4 April 2057

      155/9. Quiet seas

      The Human Rights Council,

      Recalling its resolution 152/3,

      1. Decides to remain seized of the matter.

      40th meeting
      4 April 2057

      \(vote)
      """
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "text").first)
    #expect(
      document.votes.inFavour == [
        "Bolivia (Plurinational State of)", "Côte d’Ivoire", "Gambia (the)", "Viet Nam", "Chile",
      ])
    #expect(
      document.votes.against == ["United Kingdom of Great Britain and Northern Ireland", "Japan"])
    #expect(document.votes.abstained == ["Georgia"])
    #expect(document.paragraphs.allSatisfy { !$0.text.contains("Georgia") })
  }
}
