import Testing

@testable import Extraction

/// A text that is passed over holds nothing that the search would look at.
@Suite struct SkimmingTests {
  private static let pieces = [
    "the States", "General Assembly", "Human Rights Council", "Commission on Narcotic Drugs",
    "Conference of the Parties",
    "conference", "Chapter VII of the Charter", "chapters", "Sales No. E.IV", "sales", "Inter-Committee",
    "Conférence",
    "12", "resolution 1/2", "A/RES/1/2", "so that", "’s", "“", "”", " ", " ", ", ", "; ", ". ", "É",
    "committee", "État",
    "such charges", "sand", "Committee’s", "-Union", "/Chapter", "S-1/2", "ibid", "of", "Forum", "Meeting",
    "Union",
  ]

  @Test(arguments: ["en", "fr", "es", "ru", "ar", "zh"], 0..<100)
  func nothingIsPassedOver(language: String, seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    var text = ""
    for _ in 0..<(1 + seed % 12) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += SkimmingTests.pieces[Int(state >> 33) % SkimmingTests.pieces.count]
    }
    text.withUTF8 { text in
      let tokens = TokenizedText(lexicon: Lexicons.shared.of(language))
      tokens.read(text)
      guard tokens.lexicon.saysNothing(text) else { return }
      #expect(!tokens.contents.contains(.citable))
      for (token, next) in zip(tokens.tokens, tokens.tokens.dropFirst()) {
        #expect(token.kind != .body || !tokens.lexicon.bodies[Int(token.value)].isRemembered)
        #expect(token.kind != .word || token.word != .bodyNoun || next.kind != .word || next.word != .of)
      }
    }
  }

  @Test(arguments: [
    ("Welcoming the work done by States to keep their lakes clean", true),
    ("Welcoming the work of the General Assembly", true), ("Welcoming the Committee", true),
    ("Welcoming the committee of the year", true),
    ("Welcoming the Committee of the year", false), ("on 3 May", false), ("the Human Rights Council", false),
    ("under Chapter VII", false), ("sales", false), ("", true),
  ])
  func whatIsPassedOver(text: String, isNothing: Bool) {
    var text = text
    text.withUTF8 { #expect(Lexicons.shared.of("en").saysNothing($0) == isNothing) }
  }
}
