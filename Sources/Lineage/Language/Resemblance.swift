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

  /// That of a wording with its like.
  init(ofEqual wording: Wording) {
    similarity = 1
    distinctness = 1
    let all = [Bool](repeating: true, count: wording.words.count)
    shared = (all, all)
    held = (1, 1)
  }

  fileprivate init(
    similarity: Double, distinctness: Double, shared: (newer: [Bool], older: [Bool]),
    held: (newer: Double, older: Double)
  ) {
    (self.similarity, self.distinctness, self.shared, self.held) = (similarity, distinctness, shared, held)
  }

  /// Whether the newer paragraph says in other words what the older one says, or is a part of it, or holds it.
  var isRestatement: Bool {
    if similarity >= 0.5, distinctness >= 0.35 { return true }
    if similarity >= 0.4, distinctness >= 0.6 { return true }
    return held.newer >= 0.6 && shared.newer.count { $0 } >= 10
      || held.older >= 0.6 && shared.older.count { $0 } >= 10
  }
}

/// A paragraph made ready to be compared with many earlier ones.
struct Comparison {
  private let wording: Wording
  private let documentWeights: WordWeights
  private let weights: [Double]
  private let common: CommonWords
  private let bag: WeightedWords
  private let runs: SharedRuns

  /// - Parameter weights: those of the paragraph's document.
  init(of wording: Wording, weights documentWeights: WordWeights) {
    self.wording = wording
    self.documentWeights = documentWeights
    weights = documentWeights.weights(of: wording.words)
    common = CommonWords(wording.words)
    bag = WeightedWords(wording.words, weights)
    runs = SharedRuns(wording.words)
  }

  /// - Complexity: O(n · m / 64) for n and m words.
  func resemblance(to older: Wording) -> Resemblance {
    let total = wording.words.count + older.words.count
    let olderWeights = documentWeights.weights(of: older.words)
    let marks = runs.marks(with: older.words)
    return Resemblance(
      similarity: total == 0 ? 0 : Double(2 * common.length(with: older.words)) / Double(total),
      distinctness: bag.overlap(with: older.words, olderWeights), shared: (marks.own, marks.other),
      held: (share(of: marks.own, weights), share(of: marks.other, olderWeights)))
  }

  /// The weight of the marked words over the weight of all; 1 where nothing weighs.
  private func share(of marks: [Bool], _ weights: [Double]) -> Double {
    var (marked, all) = (0.0, 0.0)
    for (weight, isMarked) in zip(weights, marks) {
      all += weight
      if isMarked { marked += weight }
    }
    return all == 0 ? 1 : marked / all
  }
}
