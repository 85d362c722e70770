/// What the words of a document weigh: one over the number of its paragraphs that have the word.
struct WordWeights {
  private var numbers = HashNumbers()
  /// By number: how many paragraphs have the word, and the last of them.
  private var paragraphs: [(count: Int32, last: Int32)] = []

  init(_ wordings: ArraySlice<Wording>) {
    for (paragraph, wording) in wordings.enumerated() {
      for word in wording.words {
        let number = numbers.add(word)
        if number == paragraphs.count { paragraphs.append((0, -1)) }
        if paragraphs[number].last != paragraph {
          paragraphs[number] = (paragraphs[number].count + 1, Int32(paragraph))
        }
      }
    }
  }

  /// Numbers weigh nothing, and words that the document has not weigh 1.
  func weights(of words: [UInt64]) -> [Double] {
    words.map { word in
      if word & WordList.number != 0 { return 0 }
      return numbers.number(of: word).map { 1 / Double(paragraphs[$0].count) } ?? 1
    }
  }
}

/// The words of a paragraph, however they are ordered, with their weights.
struct WeightedWords {
  private var numbers: HashNumbers
  /// How often each distinct word stands in the paragraph, by number.
  private var counts: [Int32] = []
  private let total: Double

  init(_ words: [UInt64], _ weights: [Double]) {
    numbers = HashNumbers(minimumCapacity: words.count)
    for word in words {
      let number = numbers.add(word)
      if number == counts.count { counts.append(0) }
      counts[number] += 1
    }
    total = weights.reduce(0, +)
  }

  /// Twice the weight of the words in common over the weight of all; 1 where nothing weighs.
  func overlap(with words: [UInt64], _ weights: [Double]) -> Double {
    var left = counts
    var (all, common) = (total, 0.0)
    for (word, weight) in zip(words, weights) {
      all += weight
      if let number = numbers.number(of: word), left[number] > 0 {
        left[number] -= 1
        common += weight
      }
    }
    return all == 0 ? 1 : 2 * common / all
  }
}
