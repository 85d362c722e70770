/// What the grammar says of a word by itself.
struct WordSense: Sendable {
  var traits: WordTraits = []
  /// What the cue of this one word says; empty where it is none.
  var classes: CueClass = []
  /// By the last six bits of their numbers: the words with which cues that start with this one go on.
  var next: UInt64 = 0

  @inline(__always)
  static func bit(_ word: Int32) -> UInt64 { 1 &<< UInt64(UInt32(bitPattern: word) & 63) }
}

/// Gives words that have been cut their numbers and senses.
struct WordSenses {
  let table: WordTable.Lookup
  let byNumber: UnsafeBufferPointer<WordSense>

  /// - Parameter keys: of each word its key; that of none where its number is known already.
  /// - Returns: what some word of them is.
  @inline(never)
  func give(
    to words: UnsafeMutablePointer<Words.Entry>, _ keys: UnsafeMutablePointer<WordKey>, _ count: Int
  ) -> WordTraits {
    let (table, byNumber) = (table, byNumber)
    var traits: WordTraits = []
    for index in 0..<max(0, count) {
      let key = keys[index]
      let number = key.length == 0 ? words[index].number : Words.number(table[key])
      let sense = byNumber[Int(number)]
      let its = sense.traits.union(words[index].traits)
      words[index].number = number
      words[index].traits = its
      words[index].classes = sense.classes
      traits.formUnion(its)
    }
    return traits
  }
}
