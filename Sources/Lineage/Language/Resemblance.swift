/// How much of one paragraph's wording there is in another's.
struct Resemblance {
  /// Twice the words that both have in the same order, over the words of both (Dice's coefficient over the longest common
  /// subsequence): 1 for equal wordings, 0 where they share no word.
  let similarity: Double
  /// Dice's coefficient over the words of both in any order, each weighed by how few paragraphs of the newer document have it. Numbers
  /// weigh nothing. A long name that the whole document repeats makes two paragraphs similar, but not distinctly so.
  let distinctness: Double
  /// Which words of the newer and of the older wording stand in a run of three that both have; numbers are alike.
  let shared: (newer: [Bool], older: [Bool])
  /// The weight of those words over the weight of all, in the newer and in the older wording.
  let held: (newer: Double, older: Double)

  init(of newer: Wording, with older: Wording, common: CommonWords, weights: WordWeights) {
    let total = newer.words.count + older.words.count
    similarity = total == 0 ? 0 : Double(2 * common.length(with: older.words)) / Double(total)
    distinctness = weights.overlap(newer.words, older.words)
    shared = SharedRuns.marks(newer.words, older.words)
    held = (weights.share(of: shared.newer, newer.words), weights.share(of: shared.older, older.words))
  }

  /// That of a wording with its like.
  init(ofEqual wording: Wording) {
    similarity = 1
    distinctness = 1
    let all = [Bool](repeating: true, count: wording.words.count)
    shared = (all, all)
    held = (1, 1)
  }

  /// Whether the newer paragraph says in other words what the older one says, or is a part of it, or holds it.
  var isRestatement: Bool {
    if similarity >= 0.5, distinctness >= 0.35 { return true }
    if similarity >= 0.4, distinctness >= 0.6 { return true }
    return held.newer >= 0.6 && shared.newer.count { $0 } >= 10
      || held.older >= 0.6 && shared.older.count { $0 } >= 10
  }
}

/// What the words of a document weigh: one over the number of its paragraphs that have the word.
struct WordWeights {
  private var paragraphs: [UInt64: Int] = [:]

  init(_ wordings: ArraySlice<Wording>) {
    for wording in wordings { for word in Set(wording.words) { paragraphs[word, default: 0] += 1 } }
  }

  /// Numbers weigh nothing, and words that the document has not weigh 1.
  func weight(_ word: UInt64) -> Double {
    word & WordList.number != 0 ? 0 : 1 / Double(paragraphs[word] ?? 1)
  }

  /// The weight of the marked words over the weight of all; 1 where nothing weighs.
  func share(of marks: [Bool], _ words: [UInt64]) -> Double {
    var (marked, all) = (0.0, 0.0)
    for (word, isMarked) in zip(words, marks) {
      all += weight(word)
      if isMarked { marked += weight(word) }
    }
    return all == 0 ? 1 : marked / all
  }

  /// Twice the weight of the words in common over the weight of all; 1 where nothing weighs.
  func overlap(_ newer: [UInt64], _ older: [UInt64]) -> Double {
    var counts: [UInt64: Int] = [:]
    var all = 0.0
    for word in newer {
      counts[word, default: 0] += 1
      all += weight(word)
    }
    var common = 0.0
    for word in older {
      let weight = weight(word)
      all += weight
      if let count = counts[word], count > 0 {
        counts[word] = count - 1
        common += weight
      }
    }
    return all == 0 ? 1 : 2 * common / all
  }
}

/// Runs of three words that two wordings have in common, wherever they stand.
enum SharedRuns {
  private static let length = 3

  /// Which words of each stand in such a run.
  static func marks(_ newer: [UInt64], _ older: [UInt64]) -> (newer: [Bool], older: [Bool]) {
    let (ofNewer, ofOlder) = (runs(newer), runs(older))
    let (inNewer, inOlder) = (Set(ofNewer), Set(ofOlder))
    return (marks(newer.count, ofNewer, inOlder), marks(older.count, ofOlder, inNewer))
  }

  private static func runs(_ words: [UInt64]) -> [UInt64] {
    guard words.count >= length else { return [] }
    let masked = words.map { $0 & WordList.number == 0 ? $0 : WordList.number }
    return (0...masked.count - length).map { start in
      masked[start..<start + length].reduce(0) { ($0 &* 0x9E37_79B9_7F4A_7C15 ^ $1) &* 0x100_0000_01B3 }
    }
  }

  private static func marks(_ count: Int, _ runs: [UInt64], _ others: Set<UInt64>) -> [Bool] {
    var marks = [Bool](repeating: false, count: count)
    for (start, run) in runs.enumerated() where others.contains(run) {
      for word in start..<start + length { marks[word] = true }
    }
    return marks
  }
}
