/// Runs of three words that a paragraph has in common with others, wherever they stand; numbers are alike.
struct SharedRuns {
  private static let length = 3

  private let count: Int
  private let runs: [UInt64]
  private let known: HashNumbers

  init(_ words: [UInt64]) {
    count = words.count
    runs = SharedRuns.runs(words)
    known = HashNumbers(runs)
  }

  /// Which words of the paragraph, and which of the other, stand in such a run.
  func marks(with other: [UInt64]) -> (own: [Bool], other: [Bool]) {
    let others = SharedRuns.runs(other)
    var isMet = [Bool](repeating: false, count: known.count)
    var ofOther = [Bool](repeating: false, count: other.count)
    for (start, run) in others.enumerated() {
      guard let number = known.number(of: run) else { continue }
      isMet[number] = true
      SharedRuns.mark(&ofOther, start)
    }
    var own = [Bool](repeating: false, count: count)
    for (start, run) in runs.enumerated() {
      if let number = known.number(of: run), isMet[number] { SharedRuns.mark(&own, start) }
    }
    return (own, ofOther)
  }

  private static func mark(_ marks: inout [Bool], _ start: Int) {
    for word in start..<start + length { marks[word] = true }
  }

  private static func runs(_ words: [UInt64]) -> [UInt64] {
    guard words.count >= length else { return [] }
    return (0...words.count - length).map { start in
      var hash: UInt64 = 0
      for word in words[start..<start + length] {
        let masked = word & WordList.number == 0 ? word : WordList.number
        hash = (hash &* 0x9E37_79B9_7F4A_7C15 ^ masked) &* 0x100_0000_01B3
      }
      return hash
    }
  }
}
