import Lineage
import Testing

@Suite struct WordDiffTests {
  private func shown(_ older: String, _ newer: String) -> String {
    WordDiff(from: older, to: newer).runs.map { run in
      switch run.kind {
      case .kept: run.text
      case .removed: "[-" + run.text + "-]"
      case .added: "{+" + run.text + "+}"
      }
    }.joined()
  }

  @Test("what was replaced stands as removed, then added")
  func replaced() {
    #expect(
      shown("Recalling its resolution 81/4,", "Recalling also its resolution 82/7,")
        == "Recalling {+also +}its resolution [-81/4,-]{+82/7,+}")
  }

  @Test("letter case, hyphens and punctuation alone are no change")
  func sameWords() {
    #expect(
      shown("Capacity building, everywhere;", "capacity-building everywhere.")
        == "capacity-building everywhere.")
  }

  @Test("texts without a word in common, and empty ones")
  func extremes() {
    #expect(shown("one two", "three") == "[-one two-]{+three+}")
    #expect(shown("", "“three”") == "“{+three”+}")
    #expect(shown("one", "") == "[-one-]")
    #expect(WordDiff(from: "", to: "").runs.isEmpty)
  }

  @Test("characters that are words of their own")
  func ideographs() {
    #expect(shown("回顾其决议", "回顾大会决议") == "回顾[-其-]{+大会+}决议")
  }

  @Test("kept and added runs join to the newer text, whatever the texts", arguments: 1...60)
  func joins(seed: Int) {
    var numbers = FixedNumbers(state: UInt64(seed))
    let pool = ["States,", "“should", "é", "co-operate", " ", "(a)", "国家", "…", "Ä.", "in ICT"]
    func text() -> String {
      (0..<Int.random(in: 0..<20, using: &numbers)).map { _ in pool.randomElement(using: &numbers) ?? "" }
        .joined(separator: " ")
    }
    let newer = text()
    let runs = WordDiff(from: text(), to: newer).runs
    #expect(runs.filter { $0.kind != .removed }.map(\.text).joined() == newer)
  }
}
