/// The words of a grammar as texts are read by them, with the sense of each: laid out for the nearest caches.
///
/// Most words have at most eight letters and are told by those alone.
final class WordIndex: @unchecked Sendable {
  /// What longer words have beside their first eight letters.
  private struct Rest {
    let last: UInt64
    let length: Int
  }

  private let slots: UnsafeMutableBufferPointer<WordSlots.Slot>
  /// By number less one.
  private let firsts: UnsafeMutableBufferPointer<UInt64>
  private let rests: UnsafeMutableBufferPointer<Rest>
  /// By the number of a word or mark in `Words`.
  private let senses: UnsafeMutableBufferPointer<WordSense>
  /// A bit for every hash of two words with which a cue may start.
  private let pairs: UnsafeMutableBufferPointer<UInt64>
  private let pairMask: UInt32

  /// - Parameters:
  ///   - senses: one for every word and mark.
  ///   - pairs: the first two words of every longer cue.
  init(_ table: WordTable, _ senses: [WordSense], pairs: [(first: Int32, next: Int32)]) {
    precondition(senses.count > Int(Words.number(Int32(table.count))), "a word without a sense")
    slots = WordIndex.copy(table.slots.slots)
    firsts = WordIndex.copy(table.keys.map(\.first))
    rests = WordIndex.copy(table.keys.map { Rest(last: $0.last, length: $0.length) })
    self.senses = WordIndex.copy(senses)
    // Of sixteen bits one is set, or fewer.
    var words = 64
    while words * 4 < pairs.count { words *= 2 }
    pairMask = UInt32(words * 64 - 1)
    self.pairs = WordIndex.copy([UInt64](repeating: 0, count: words))
    for (first, next) in pairs {
      let place = WordIndex.hash(first, next) & pairMask
      self.pairs[Int(place >> 6)] |= 1 << UInt64(place & 63)
    }
  }

  deinit {
    slots.deallocate()
    firsts.deallocate()
    rests.deallocate()
    senses.deallocate()
    pairs.deallocate()
  }

  private static func copy<Element>(_ elements: [Element]) -> UnsafeMutableBufferPointer<Element> {
    let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = copy.initialize(from: elements)
    return copy
  }

  @inline(__always)
  private static func hash(_ first: Int32, _ next: Int32) -> UInt32 {
    let mixed = UInt32(bitPattern: first) &* 0x9E37_79B9 ^ UInt32(bitPattern: next) &* 0x85EB_CA6B
    return mixed ^ mixed >> 15
  }

  /// Whether a cue may start with these two words: of pairs that none starts with, fifteen of sixteen are told.
  @inline(__always)
  func mayStartCue(_ first: Int32, _ next: Int32) -> Bool {
    let place = WordIndex.hash(first, next) & pairMask
    return pairs[Int(place >> 6)] & 1 << UInt64(place & 63) != 0
  }

  /// Gives words that have been cut their numbers and senses.
  ///
  /// - Parameter keys: of each word its key; that of none where its number is known already.
  /// - Returns: what some word of them is.
  @inline(never)
  func give(
    to words: UnsafeMutablePointer<Words.Entry>, _ keys: UnsafeMutablePointer<WordKey>, _ count: Int
  ) -> WordTraits {
    let (slots, firsts, rests, senses) = (UnsafeBufferPointer(slots), firsts, rests, senses)
    var traits: WordTraits = []
    for index in 0..<max(0, count) {
      let key = keys[index]
      var number = words[index].number
      if key.length > 0 {
        number = Words.number(
          WordSlots.number(of: key, in: slots) { number in
            let place = Int(number) &- 1
            return firsts[place] == key.first
              && (key.length < 8 || rests[place].last == key.last && rests[place].length == key.length)
          })
      }
      let sense = senses[Int(number)]
      let its = sense.traits.union(words[index].traits)
      words[index].number = number
      words[index].traits = its
      words[index].classes = sense.classes
      traits.formUnion(its)
    }
    return traits
  }
}
