/// A paragraph's words as they are compared: acronyms spelled out, and fingerprints that lead to paragraphs with words in common.
struct Wording: Sendable {
  /// In a shingle, and in a window of shingles of which one is kept.
  private static let (shingle, window) = (4, 4)

  let words: [UInt64]
  /// The hash of all words.
  let whole: UInt64
  /// The hash of all words, any number standing for any other: that of a formula.
  let formula: UInt64
  /// Hashes of some runs of four words, numbers alike, by winnowing (Schleimer, Wilkerson and Aiken, 2003): two paragraphs
  /// with seven words in a row in common have a fingerprint in common. Ascending, each once.
  let fingerprints: [UInt64]

  /// - Complexity: O(words).
  init(_ words: [UInt64]) {
    self.words = words
    whole = Wording.hash(words[...])
    let masked = words.map { $0 & WordList.number == 0 ? $0 : WordList.number }
    formula = Wording.hash(masked[...]) ^ 1
    var kept: [UInt64] = []
    let count = masked.count - Wording.shingle + 1
    if count > 0 {
      let hashes = (0..<count).map { Wording.hash(masked[$0..<$0 + Wording.shingle]) }
      for start in 0...max(0, count - Wording.window) {
        let last = min(start + Wording.window, count)
        if let least = hashes[start..<last].min(), kept.last != least { kept.append(least) }
      }
    }
    kept.sort()
    fingerprints = kept.indices.filter { $0 == 0 || kept[$0] != kept[$0 - 1] }.map { kept[$0] }
  }

  /// FNV-1a over whole words, then mixed, so that the least of several hashes is any of them.
  private static func hash(_ words: ArraySlice<UInt64>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for word in words {
      hash = (hash ^ word) &* 0x100_0000_01B3
      hash ^= hash >> 29
    }
    hash = hash &* 0xBF58_476D_1CE4_E5B9
    return hash ^ hash >> 32
  }
}
