/// The senses of words by their numbers, as they are learnt.
struct SensesByWord: Sendable {
  private(set) var byWord: [WordSense] = []

  mutating func insert(_ trait: WordTraits, _ word: Int32) { of(word) { $0.traits.insert(trait) } }

  mutating func insert(_ classes: CueClass, _ word: Int32) { of(word) { $0.classes.formUnion(classes) } }

  /// Every number up to `last` has a sense.
  mutating func fill(to last: Int32) { of(last) { _ in } }

  private mutating func of(_ word: Int32, _ change: (inout WordSense) -> Void) {
    while byWord.count <= Int(word) { byWord.append(WordSense()) }
    change(&byWord[Int(word)])
  }
}
