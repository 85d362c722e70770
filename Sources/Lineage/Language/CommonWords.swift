/// How many words of one paragraph other paragraphs have in the same order: the length of their longest common subsequence.
///
/// Bit-parallel (Hyyrö, "Bit-parallel LCS-length computation revisited", 2004).
struct CommonWords {
  private let count: Int
  private let blocks: Int
  /// The distinct words, and where each stands, `blocks` integers a word.
  private let numbers: HashNumbers
  private let masks: [UInt64]

  init(_ words: [UInt64]) {
    count = words.count
    blocks = (words.count + 63) / 64
    var numbers = HashNumbers(minimumCapacity: words.count)
    var masks: [UInt64] = []
    for (position, word) in words.enumerated() {
      let row = numbers.add(word) * blocks
      if row == masks.count { masks += repeatElement(0, count: blocks) }
      masks[row + position / 64] |= 1 << (position % 64)
    }
    self.numbers = numbers
    self.masks = masks
  }

  /// - Complexity: O(n · m / 64) for n and m words.
  func length(with other: [UInt64]) -> Int {
    var state = [UInt64](repeating: .max, count: blocks)
    for word in other {
      guard let number = numbers.number(of: word) else { continue }
      let row = number * blocks
      var carry: UInt64 = 0
      for block in 0..<blocks {
        let (old, mask) = (state[block], masks[row + block])
        let (partial, first) = old.addingReportingOverflow(old & mask)
        let (sum, second) = partial.addingReportingOverflow(carry)
        carry = first || second ? 1 : 0
        state[block] = sum | (old & ~mask)
      }
    }
    let spare = blocks * 64 - count
    return state.enumerated().reduce(0) { total, item in
      let isLast = item.offset == blocks - 1
      return total + (isLast ? (~item.element << spare) : ~item.element).nonzeroBitCount
    }
  }
}
