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
    "Union", "Совет по правам человека", "глава", "резолюция", "\u{F0B7}Chapter", "l’Assemblée",
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

  /// A text that is cut along its words has the tokens that it has by itself; what is passed over has none that matter.
  @Test(arguments: ["en", "fr", "es", "ru"], 0..<200)
  func tokensAlongWords(language: String, seed: Int) {
    var text = SkimmingTests.text(seed)
    text.withUTF8 { text in
      var reader = WordReader(SampleParagraph.grammar)
      let lexicon = Lexicons.shared.of(language)
      let (whole, along) = (TokenizedText(lexicon: lexicon), TokenizedText(lexicon: lexicon))
      let words = reader.words(text)
      whole.read(text)
      along.skim(text, words)
      func says(_ tokens: Tokens) -> [String] {
        tokens.map { "\($0.kind) \($0.word) \($0.start) \($0.end) \($0.value)" }
      }
      if !along.tokens.isEmpty {
        #expect(says(along.tokens) == says(whole.tokens))
        #expect(along.contents == whole.contents)
      }
      if lexicon.saysNothing(words, of: text) || lexicon.saysNothing(text) {
        #expect(!whole.contents.contains(.citable))
        for (token, next) in zip(whole.tokens, whole.tokens.dropFirst()) {
          #expect(token.kind != .body || !lexicon.bodies[Int(token.value)].isRemembered)
          #expect(token.kind != .word || token.word != .bodyNoun || next.kind != .word || next.word != .of)
        }
      }
      withExtendedLifetime(reader) {}
    }
  }

  @Test(arguments: [
    ("en", "Welcoming the work done by States to keep their lakes clean", true),
    ("en", "Welcoming the work of the General Assembly", true), ("en", "Welcoming the Committee", true),
    ("en", "Welcoming the committee of the year", true),
    ("en", "Welcoming the Committee of the year", false), ("en", "on 3 May", false),
    ("en", "the Human Rights Council", false), ("en", "under Chapter VII", false), ("en", "sales", false),
    ("en", "", true), ("en", "\u{F0B7}Chapter VII of the Charter", false), ("en", "and/or chapters", false),
    ("ru", "отмечая работу, которую проделал Совет по правам человека", false),
    ("ru", "отмечая работу, которую проделали государства", true),
    ("en", "Noting the Secretary-General’s work", true), ("en", "Inter\u{2010}Chapter", false),
    ("fr", "Notant que l’Assemblée de l’Union a dit", false), ("fr", "Notant ce que les États ont dit", true),
  ])
  func whatIsPassedOver(language: String, text: String, isNothing: Bool) {
    var text = text
    text.withUTF8 { text in
      var reader = WordReader(SampleParagraph.grammar)
      let lexicon = Lexicons.shared.of(language)
      #expect(lexicon.saysNothing(reader.words(text), of: text) == isNothing)
      // Without words no text is passed over that may say something.
      #expect(isNothing || !lexicon.saysNothing(text))
      withExtendedLifetime(reader) {}
    }
  }
}
