import Testing

@testable import Lineage

@Suite struct AcronymTests {
  /// What `text` says in a document that also says `definition`.
  private func spelledOut(_ text: String, after definition: String) -> [UInt64] {
    let texts = [WordList(definition), WordList(text)]
    return Acronyms(in: texts).expand(texts[1])
  }

  @Test(
    "acronyms stand for the words that the document gives them",
    arguments: [
      ("use of new river technologies (NRTs)", "safe NRTs", "safe new river technologies"),
      ("use of new river technologies (NRTs)", "NRT security", "new river technology security"),
      ("new river technologies (NRT)", "NRT and NRTs", "new river technologies and new river technologies"),
      ("the Office of the River for the Seas (ORS)", "the ORS", "the Office of the River for the Seas"),
      ("non-river organizations (NROs)", "an NRO", "an non-river organization"),
      ("inland countries (ICs)", "an IC", "an inland country"),
    ])
  func expands(definition: String, text: String, expected: String) {
    #expect(spelledOut(text, after: definition) == WordList(expected).words)
  }

  @Test(
    "what defines nothing changes nothing",
    arguments: [
      ("see the table (NRT)", "NRT security"),
      ("new river technologies (NRT)", "nrt security"),
      ("new rivers (A)", "A new dawn"),
      ("river illness (RIV-31)", "RIV-31"),
    ])
  func leavesAlone(definition: String, text: String) {
    #expect(spelledOut(text, after: definition) == WordList(text).words)
  }

  @Test("where it is defined, the acronym itself is left out")
  func definition() {
    let text = "use of new river technologies (NRTs) in peace"
    #expect(
      spelledOut(text, after: text) == WordList("use of new river technologies in peace").words)
  }
}
