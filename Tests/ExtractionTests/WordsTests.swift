import Testing

@testable import Extraction

/// Words that are cut sixty-four bytes at once are those that are cut letter by letter.
@Suite struct WordsTests {
  /// What texts are made of: letters of both cases, what joins them, what parts them, accents, figures, quotation marks.
  private static let pieces = [
    "a", "b", "I", "iv", "XL", "the", "The", "Assembly", "decisions", "recalling", "Internationalization",
    "self-determination", "l’Assemblée", "État", "States’", "State's", "73/27", "1.2", "12", "é", "ß", "-",
    "/", "'",
    "’", String(repeating: "xY", count: 40), ".", ",", ";", ":", "(", ")", "“", "”", "–", " ", " ", " ", " ",
    "\u{A0}", "%", "委", "Ж",
  ]

  private static func text(_ seed: Int) -> String {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    var text = ""
    for _ in 0..<60 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int(state >> 33) % pieces.count]
    }
    return text
  }

  /// - Parameter behind: what stands behind the text and the blank at its end.
  @Test(arguments: 0..<200, [" ", "a", "-"])
  func manyAtOnce(seed: Int, behind: String) {
    let grammar = SampleParagraph.grammar
    let text = WordsTests.text(seed)
    var whole = text + " " + String(repeating: behind, count: PaddedText.padding)
    whole.withUTF8 { whole in
      let text = UnsafeBufferPointer(rebasing: whole[..<text.utf8.count])
      var reader = WordReader(grammar)
      let words = reader.words(PaddedText(text))
      let scratch = WordScratch()
      var at = 0
      var count = 0
      while at < text.count {
        guard let expected = scratch.scan(text, &at, grammar.words) else { continue }
        guard count < words.count else { break }
        let word = words[count]
        #expect(word.start == expected.start && word.end == expected.end)
        #expect(word.number == expected.number && word.kind == expected.kind)
        #expect(word.isCapital == expected.isCapital && word.isNumeral == expected.isNumeral)
        #expect(word.isPossessive == expected.isPossessive && words.traits.isSuperset(of: word.traits))
        let isComposite = expected.kind == .figure || expected.traits.contains(.composite)
        #expect(word.traits.contains(.composite) == isComposite)
        #expect(word.cueBefore == 0 && word.cueBehind == 0)
        count += 1
      }
      #expect(count == words.count)
      withExtendedLifetime(reader) {}
    }
  }

  @Test func tableOfWords() {
    var table = WordTable()
    let words = (1...3000).map { String(repeating: "abcdefghij", count: $0 % 5) + String($0, radix: 36) }
    func number(_ word: String) -> Int32 { Array(word.utf8).withUnsafeBufferPointer { table[$0] } }
    for (index, word) in words.enumerated() {
      #expect(number(word) == WordTable.unknown)
      #expect(Array(word.utf8).withUnsafeBufferPointer { table.insert($0) } == Int32(index + 1))
    }
    for (index, word) in words.enumerated() { #expect(number(word) == Int32(index + 1)) }
    for word in words { #expect(number(word + "-") == WordTable.unknown) }
  }

  @Test(arguments: [
    ("the", 3), ("Assembly,", 8), ("recalling also", 9), ("abcdefghijklmno", 15), ("abcdefghijklmnop", nil),
    ("l'État", 1), ("9th floor", nil), ("words12", 5), ("É", nil),
  ])
  func keys(text: String, length: Int?) {
    let bytes = Array((text + String(repeating: " ", count: 16)).utf8)
    bytes.withUnsafeBufferPointer { bytes in
      let key = bytes.baseAddress.flatMap {
        WordKey(lettersAt: $0, available: bytes.count)
      }
      #expect(key?.length == length)
      guard let key else { return }
      let spelling = bytes.prefix(key.length).map { $0 | 0x20 }
      #expect(spelling.withUnsafeBufferPointer { WordKey($0) } == key)
    }
  }

  /// Nothing behind the end of what may be read is read.
  @Test(arguments: ["word", "letters", "abcdefgh", "abcdefghijklmno"])
  func wordsAtTheEnd(word: String) {
    let bytes = Array(word.utf8)
    bytes.withUnsafeBufferPointer { bytes in
      let key = bytes.baseAddress.flatMap {
        WordKey(lettersAt: $0, available: bytes.count)
      }
      #expect(key == nil)
    }
  }
}
