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
  private let nexts: UnsafeMutableBufferPointer<UInt64>

  /// - Parameters:
  ///   - senses: one for every word and mark.
  ///   - nexts: by number, with what words the cues that start with the word go on (see `bit`).
  init(_ table: WordTable, _ senses: [WordSense], nexts: [UInt64]) {
    precondition(senses.count > Int(Words.number(Int32(table.count))) && nexts.count == senses.count)
    slots = WordIndex.copy(table.slots.slots)
    firsts = WordIndex.copy(table.keys.map(\.first))
    rests = WordIndex.copy(table.keys.map { Rest(last: $0.last, length: $0.length) })
    self.senses = WordIndex.copy(senses)
    self.nexts = WordIndex.copy(nexts)
  }

  deinit {
    slots.deallocate()
    firsts.deallocate()
    rests.deallocate()
    senses.deallocate()
    nexts.deallocate()
  }

  private static func copy<Element>(_ elements: [Element]) -> UnsafeMutableBufferPointer<Element> {
    let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = copy.initialize(from: elements)
    return copy
  }

  /// By the last six bits of a word's number.
  @inline(__always)
  static func bit(_ word: Int32) -> UInt64 { 1 &<< UInt64(UInt32(bitPattern: word) & 63) }

  /// Whether a cue may start with one word and go on with another.
  @inline(__always)
  func mayJoin(_ word: Int32, _ next: Int32) -> Bool {
    precondition(UInt(bitPattern: Int(word)) < UInt(bitPattern: nexts.count), "no such word")
    return nexts[Int(word)] & WordIndex.bit(next) != 0
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
