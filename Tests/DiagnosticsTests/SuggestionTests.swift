import Diagnostics
import Testing

/// "Did you mean …?": near words are offered, far ones are not.
@Suite struct SuggestionTests {
  @Test(arguments: [
    ("recals", "recalls"), ("SELCT", "SELECT"), ("fitler", "FILTER"), ("endorse", "endorses"),
  ])
  func offersTheNearest(typed: String, meant: String) {
    let words = ["recalls", "SELECT", "FILTER", "endorses", "LIMIT"]
    #expect(Suggestion.nearest(to: typed, among: words) == meant)
    #expect(Suggestion.hint(for: typed, among: words) == "did you mean '\(meant)'?")
  }

  @Test(arguments: ["xyz", "", "paragraph"])
  func offersNothingFar(typed: String) {
    #expect(Suggestion.nearest(to: typed, among: ["recalls", "SELECT"]) == nil)
  }

  @Test func theFirstOfEquallyNearWordsWins() {
    #expect(Suggestion.nearest(to: "cat", among: ["bat", "hat"]) == "bat")
  }
}
