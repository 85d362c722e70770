/// Words and their numbers: every word that some cue of the ontology contains, in lower case.
///
/// - Complexity: a lookup is O(length of the word).
struct WordIndex: Sendable {
  /// The number of every word that no cue contains.
  static let unknown: Int32 = 0
  /// Numbers below this one stand for punctuation and figures (`Words.Kind`).
  static let firstWord: Int32 = 16

  private struct Slot: Sendable {
    var hash: UInt32 = 0
    var start: Int32 = 0
    var length: Int32 = 0
    var number: Int32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 8192)
  private var spellings: [UInt8] = []
  private(set) var count = WordIndex.firstWord

  /// The number of `word`, given now where it is new.
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>) -> Int32 {
    let known = self[word]
    if known != WordIndex.unknown { return known }
    if Int(count) * 2 > slots.count { grow() }
    let slot = Slot(
      hash: WordIndex.hash(word), start: Int32(spellings.count), length: Int32(word.count), number: count)
    spellings += word
    place(slot)
    count += 1
    return slot.number
  }

  /// The number of `word` (already in lower case), or `unknown`.
  subscript(word: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = WordIndex.hash(word)
    var index = Int(hash) & (slots.count - 1)
    while slots[index].number != 0 {
      let slot = slots[index]
      if slot.hash == hash, Int(slot.length) == word.count, matches(slot, word) { return slot.number }
      index = (index + 1) & (slots.count - 1)
    }
    return WordIndex.unknown
  }

  private func matches(_ slot: Slot, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(slot.start)
    for offset in 0..<word.count where spellings[start + offset] != word[offset] { return false }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.number != 0 { place(slot) }
  }

  private mutating func place(_ slot: Slot) {
    var index = Int(slot.hash) & (slots.count - 1)
    while slots[index].number != 0 { index = (index + 1) & (slots.count - 1) }
    slots[index] = slot
  }

  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in word { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash ^ hash >> 15
  }
}
