import Ontology
import Testing

@testable import Extraction

/// What the index says of words is what the table and the grammar's cues say.
@Suite struct WordIndexTests {
  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// Words of every length around those of a key, and such as share their first or last eight letters.
  private static let words =
    (1...20).map { String(repeating: "ab", count: 10).prefix($0) + "" }
    + ["aaaaaaaaa", "aaaaaaaaaa", "abcdefgh", "abcdefghi", "abcdefghabcdefgh", "xbcdefghabcdefgh", "abcdefg"]

  @Test func lengths() {
    var table = WordTable()
    for word in Self.words {
      let number = Self.bytes(word).withUnsafeBufferPointer { table.insert($0) }
      let known = Self.bytes(word).withUnsafeBufferPointer { table[$0] }
      #expect(known == number)
    }
    #expect(table.count == Set(Self.words).count)
    let senses = (0...Words.number(Int32(table.count))).map {
      WordSense(traits: WordTraits(rawValue: UInt32($0)))
    }
    let index = WordIndex(table, senses, pairs: [])
    var text = Self.words.joined(separator: " ") + " bababab zzzz "
    text.withUTF8 { text in
      var reader = WordReader(table, index)
      let found = reader.words(text)
      for at in 0..<found.count {
        let range = Int(found[at].start)..<Int(found[at].end)
        let number = Words.number(table[UnsafeBufferPointer(rebasing: text[range])])
        #expect(found[at].number == number)
        #expect(found[at].traits.rawValue & ~WordTraits.composite.rawValue == UInt32(number))
      }
      #expect(found.count == Self.words.count + 2)
      withExtendedLifetime(reader) {}
    }
  }

  /// Every word of many has a place of its own; at those of others stands none of their hash, or one that comparing tells.
  @Test(arguments: [0, 1, 2, 64, 65, 5000])
  func places(count: Int) {
    let masks = PlainKey.Masks()
    func key(_ number: Int) -> PlainKey {
      PlainKey(String(number, radix: 26).utf8.map { $0 < 0x61 ? $0 + 0x41 : $0 }, masks)
    }
    let keys = (0..<count).map(key)
    let layout = WordLayout(keys)
    func word(_ key: PlainKey) -> Int {
      let hash = key.hash(layout.seed)
      let place = hash >> UInt64(layout.shifts[Int(hash >> layout.bucketShift)])
      return Int(layout.places[Int(place & UInt64(layout.places.count - 1))].word(hash))
    }
    #expect(keys.map(word) == Array(1..<count + 1))
    let taken = (count..<2 * count).count { word(key($0)) > 0 }
    #expect(taken * 16 <= count)
  }

  /// The starts of cues are those of pairs that may start one, and leading words of which they or the word before have a capital.
  @Test(arguments: [
    "Recalling the report of the Committee on the Peaceful Uses of Outer Space, in accordance with",
    "In", "of", "", "taking note of Developments in the Field of Information, in particular", "As well as",
  ])
  func cueStarts(text: String) {
    var text = text
    text.withUTF8 { text in
      let index = SampleParagraph.grammar.index
      var reader = WordReader(SampleParagraph.grammar)
      let words = reader.words(text)
      let expected = (0..<words.count).filter { at in
        let next = min(at + 1, words.count - 1)
        let isNamed = words[at].isCapital || at > 0 && words[at - 1].isCapital
        return words[at].traits.contains(.startsCue)
          && (index.mayStartCue(words[at].number, words[next].number)
            || isNamed && !words[at].classes.isDisjoint(with: .leading))
      }
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: words.count) { starts in
        let count = index.cueStarts(in: words, to: starts)
        #expect(starts.prefix(count).elementsEqual(expected.map { Int32($0) }))
      }
      withExtendedLifetime(reader) {}
    }
  }

  /// No cue is missed, and few pairs of words that start none are taken for one.
  @Test func pairs() {
    let grammar = SampleParagraph.grammar
    var table = grammar.words
    var known: Set<[Int32]> = []
    for (name, _) in CueClass.lists {
      for cue in grammar.ontology.cues(name) {
        let words = Words.numbers(of: cue, learning: &table)
        if words.count > 1 { known.insert([words[0], words[1]]) }
      }
    }
    #expect(table.count == grammar.words.count && known.count > 100)
    #expect(Set(grammar.cues.pairs.map { [$0.first, $0.next] }) == known)
    for pair in known { #expect(grammar.index.mayStartCue(pair[0], pair[1])) }
    let others = (0..<10_000).map { [Int32($0 * 7 % 2000), Int32($0 * 13 % 1999)] }
      .filter { !known.contains($0) }
    let taken = others.count { grammar.index.mayStartCue($0[0], $0[1]) }
    #expect(taken * 8 < others.count)
  }

  @Test func memoryGrows() {
    let tokens = Growing<Token>()
    for place in 0..<1000 { tokens.append(Token(kind: .comma, start: Int32(place), end: Int32(place + 1))) }
    #expect(tokens.elements.map(\.start) == (0..<1000).map { Int32($0) })
    tokens.removeAll()
    #expect(tokens.elements.isEmpty)
    let spelling = Growing<UInt8>()
    for place in 0..<1000 { spelling.append(UInt8(place % 251)) }
    #expect(spelling.elements.elementsEqual((0..<1000).map { UInt8($0 % 251) }))
    spelling.removeAll()
    #expect(spelling.elements.isEmpty)
  }
}
