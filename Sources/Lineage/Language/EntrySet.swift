/// Some of the entries of a corpus, by position.
struct EntrySet: Sendable {
  private var words: [UInt64]

  /// None of `count`, or all.
  init(of count: Int, isFull: Bool = false) {
    words = [UInt64](repeating: isFull ? .max : 0, count: (count + 63) / 64)
  }

  func contains(_ entry: Int) -> Bool { words[entry >> 6] & 1 << UInt64(entry & 63) != 0 }

  mutating func insert(_ entry: Int) { words[entry >> 6] |= 1 << UInt64(entry & 63) }

  /// - Complexity: O(entries / 64).
  mutating func formUnion(_ other: EntrySet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  /// The last entry before `limit` that is in both; nil where there is none.
  ///
  /// - Complexity: O(entries / 64).
  func last(in other: EntrySet, before limit: Int) -> Int? {
    var index = limit >> 6
    var mask: UInt64 = (1 << UInt64(limit & 63)) - 1
    while index >= 0 {
      let both = index < words.count ? words[index] & other.words[index] & mask : 0
      if both != 0 { return index << 6 | (63 - both.leadingZeroBitCount) }
      index -= 1
      mask = .max
    }
    return nil
  }
}
