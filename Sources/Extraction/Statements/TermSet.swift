/// A set of terms by their numbers, a bit each.
struct TermSet: Sendable {
  private var words: [UInt64] = []

  /// Whether the term was not in the set yet; it is now.
  mutating func insert(_ term: UInt32) -> Bool {
    let (word, bit) = (Int(term >> 6), UInt64(1) << UInt64(term & 63))
    if word >= words.count { words += [UInt64](repeating: 0, count: word + 1 - words.count) }
    guard words[word] & bit == 0 else { return false }
    words[word] |= bit
    return true
  }
}
