/// The senses of words by their numbers, as they are learnt.
struct SensesByWord: Sendable {
  private(set) var byWord: [WordSense] = []
  /// What `WordIndex.bit` says of the words with which cues that start with a word go on.
  private(set) var nexts: [UInt64] = []

  mutating func insert(_ trait: WordTraits, _ word: Int32) { of(word) { $0.traits.insert(trait) } }

  mutating func insert(_ classes: CueClass, _ word: Int32) { of(word) { $0.classes.formUnion(classes) } }

  mutating func insert(next words: UInt64, _ word: Int32) {
    of(word) { _ in }
    nexts[Int(word)] |= words
  }

  /// Every number up to `last` has a sense.
  mutating func fill(to last: Int32) { of(last) { _ in } }

  private mutating func of(_ word: Int32, _ change: (inout WordSense) -> Void) {
    while byWord.count <= Int(word) {
      byWord.append(WordSense())
      nexts.append(0)
    }
    change(&byWord[Int(word)])
  }
}
