import Foundation
import Testing

@testable import Documents

/// The recorded vote of a sample document, state by state.
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
}
