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

  private static func text(_ seed: Int) -> String {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    var text = ""
    for _ in 0..<(1 + seed % 12) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int(state >> 33) % pieces.count]
    }
    return text
  }

  /// A text that is cut along its words has the tokens that it has by itself.
  @Test(arguments: ["en", "fr", "es", "ru"], 0..<200)
  func tokensAlongWords(language: String, seed: Int) {
    var text = SkimmingTests.text(seed)
    text.withUTF8 { text in
      var reader = WordReader(SampleParagraph.grammar)
      let lexicon = Lexicons.shared.of(language)
      let (whole, along) = (TokenizedText(lexicon: lexicon), TokenizedText(lexicon: lexicon))
      let words = reader.words(text)
      whole.read(text)
      along.skim(text, words: words)
      func says(_ tokens: Tokens) -> [String] {
        tokens.map { "\($0.kind) \($0.word) \($0.start) \($0.end) \($0.value)" }
      }
      if along.tokens.isEmpty {
        #expect(!whole.contents.contains(.citable))
      } else {
        #expect(says(along.tokens) == says(whole.tokens))
        #expect(along.contents == whole.contents)
      }
      #expect(!lexicon.saysNothing(words, of: text) || !whole.contents.contains(.citable))
      withExtendedLifetime(reader) {}
    }
  }

  @Test(arguments: ["en", "fr", "es", "ru", "ar", "zh"], 0..<100)
  func nothingIsPassedOver(language: String, seed: Int) {
    var text = SkimmingTests.text(seed)
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
    text.withUTF8 { text in
      #expect(Lexicons.shared.of("en").saysNothing(text) == isNothing)
      var reader = WordReader(SampleParagraph.grammar)
      #expect(Lexicons.shared.of("en").saysNothing(reader.words(text), of: text) == isNothing)
      withExtendedLifetime(reader) {}
    }
  }
}
