/// Finds for the paragraphs of a document the earlier paragraphs whose language they repeat.
///
/// Candidates come from an index of fingerprints and are compared word by word; of all pairs of a document the nearest are settled
/// first, and a formula that an earlier paragraph has passed on to one paragraph it does not pass on to another as well.
struct Aligner: Sendable {
  /// An earlier paragraph that a paragraph comes from.
  struct Match {
    let origin: Int
    let similarity: Double
  }

  /// A possible origin of a paragraph.
  private struct Candidate {
    let passage: Int
    let origin: Int
    let isSeries: Bool
    let isEqual: Bool
    let resemblance: Resemblance
    /// How far apart they stand, in their documents' orders.
    let distance: Int

    /// Where two earlier documents come equally near, that of the same series is taken; it may be a little farther.
    var rank: Double { resemblance.similarity + (isSeries ? 0.05 : 0) }
  }

  /// Possible origins of a paragraph that are compared word by word.
  private static let compared = 24

  let corpus: LanguageCorpus
  private let index: PassageIndex
  /// Says how often the formula of each passage stands before it in its document.
  private let repetition: [Int32]

  /// - Complexity: O(words of the corpus).
  init(_ corpus: LanguageCorpus) {
    self.corpus = corpus
    index = PassageIndex(corpus)
    var repetition: [Int32] = []
    for entry in corpus.entries {
      var seen: [UInt64: Int32] = [:]
      for passage in entry.passages {
        let formula = corpus.wordings[passage].formula
        repetition.append(seen[formula] ?? 0)
        seen[formula, default: 0] += 1
      }
    }
    self.repetition = repetition
  }

  /// The origins of each paragraph of a document, the nearest first; none where it is new.
  ///
  /// - Parameters:
  ///   - kin: the documents in which origins are sought, as far as they stand
  ///   - limit: before this entry.
  /// - Complexity: O(words of the document), with a factor for how many paragraphs are like one.
  func align(_ entry: Int, before limit: Int, kin: Kin) -> [[Match]] {
    let passages = corpus.entries[entry].passages
    let weights = WordWeights(corpus.wordings[passages])
    let first = corpus.entries[limit].passages.lowerBound
    var candidates: [Candidate] = []
    for passage in passages { candidates += self.candidates(of: passage, before: first, kin, weights) }
    candidates.sort(by: precedes)
    var settled = Settlement(corpus, repetition)
    for candidate in candidates {
      settled.offer(candidate.passage, candidate.origin, candidate.resemblance, isEqual: candidate.isEqual)
    }
    return passages.map { settled.matches[$0] ?? [] }
  }

  private func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    if left.isEqual != right.isEqual { return left.isEqual }
    if left.rank != right.rank { return left.rank > right.rank }
    let (a, b) = (corpus.entryOf[left.origin], corpus.entryOf[right.origin])
    if a != b { return a > b }
    if left.distance != right.distance { return left.distance < right.distance }
    return (left.passage, left.origin) < (right.passage, right.origin)
  }

  private func candidates(
    of passage: Int, before first: Int, _ kin: Kin, _ weights: WordWeights
  ) -> [Candidate] {
    let wording = corpus.wordings[passage]
    func candidate(_ origin: Int, _ isSeries: Bool, _ resemblance: Resemblance, isEqual: Bool) -> Candidate {
      Candidate(
        passage: passage, origin: origin, isSeries: isSeries, isEqual: isEqual, resemblance: resemblance,
        distance: abs(place(of: passage) - place(of: origin)))
    }
    var equal: [Candidate] = []
    index.forEach(under: index.wholeKey(of: passage), before: first, kin: kin) { origin, isSeries in
      if corpus.wordings[origin].words == wording.words {
        equal.append(candidate(origin, isSeries, Resemblance(ofEqual: wording), isEqual: true))
      }
    }
    if !equal.isEmpty { return equal }
    let alike = alike(passage, before: first, kin)
    if alike.isEmpty { return [] }
    let comparison = Comparison(of: wording, weights: weights)
    return alike.compactMap { origin, isSeries in
      let resemblance = comparison.resemblance(to: corpus.wordings[origin])
      return resemblance.isRestatement ? candidate(origin, isSeries, resemblance, isEqual: false) : nil
    }
  }

  private func place(of passage: Int) -> Int {
    passage - corpus.entries[Int(corpus.entryOf[passage])].passages.lowerBound
  }

  /// The paragraphs with the most keys in common, of these the nearest.
  private func alike(_ passage: Int, before first: Int, _ kin: Kin) -> [(origin: Int, isSeries: Bool)] {
    var numbers = HashNumbers(minimumCapacity: 64)
    var met: [(origin: Int, isSeries: Bool, votes: Int)] = []
    for key in index.looseKeys(of: passage) {
      index.forEach(under: key, before: first, kin: kin) { origin, isSeries in
        let number = numbers.add(UInt64(origin))
        if number == met.count { met.append((origin, isSeries, 0)) }
        met[number].votes += 1
      }
    }
    met.sort { left, right in
      if left.votes != right.votes { return left.votes > right.votes }
      if left.isSeries != right.isSeries { return left.isSeries }
      return left.origin > right.origin
    }
    return met.prefix(Aligner.compared).map { ($0.origin, $0.isSeries) }
  }
}

/// Which paragraphs of a document come from which earlier ones, as it is settled, the nearest pair first.
private struct Settlement {
  private let corpus: LanguageCorpus
  private let repetition: [Int32]
  private(set) var matches: [Int: [Aligner.Match]] = [:]
  /// Of each paragraph, which words are accounted for.
  private var explained: [Int: [Bool]] = [:]
  /// Of each earlier formula, which words have been passed on.
  private var passedOn: [Formula: [Bool]] = [:]

  /// An earlier paragraph and its versions of other years, which differ in numbers.
  private struct Formula: Hashable {
    let hash: UInt64
    let repetition: Int32
  }

  init(_ corpus: LanguageCorpus, _ repetition: [Int32]) {
    self.corpus = corpus
    self.repetition = repetition
  }

  mutating func offer(_ passage: Int, _ origin: Int, _ resemblance: Resemblance, isEqual: Bool) {
    let formula = Formula(hash: corpus.wordings[origin].formula, repetition: repetition[origin])
    let taken = passedOn[formula] ?? [Bool](repeating: false, count: resemblance.shared.older.count)
    guard isEqual || isFree(resemblance.shared.older, beside: taken) else { return }
    if let nearest = matches[passage]?.first {
      guard !isEqual, corpus.entryOf[nearest.origin] == corpus.entryOf[origin],
        isMerged(resemblance, into: passage)
      else { return }
    }
    matches[passage, default: []].append(
      Aligner.Match(origin: origin, similarity: resemblance.similarity))
    explained[passage] = union(explained[passage], resemblance.shared.newer)
    let hasRuns = resemblance.shared.older.contains(true)
    passedOn[formula] = union(taken, hasRuns ? resemblance.shared.older : taken.map { _ in true })
  }

  /// Runs of this many words in common are language, which may be repeated; fewer are a formula, "Recalling its resolution 81/4 of
  /// 4 December 2031", of which each instance goes on in one.
  private static let language = 20

  /// Whether half of what would be passed on has not been yet. A paragraph too short for shared runs is passed on once.
  private func isFree(_ shared: [Bool], beside taken: [Bool]) -> Bool {
    let all = shared.count { $0 }
    if all >= Settlement.language { return true }
    if all == 0 { return !taken.contains(true) }
    return zip(shared, taken).count { $0 && !$1 } * 2 >= all
  }

  /// A further origin: most of it stands in the paragraph, and accounts for words that nothing else does.
  private func isMerged(_ resemblance: Resemblance, into passage: Int) -> Bool {
    let (newer, older) = resemblance.shared
    let gained = zip(newer, explained[passage] ?? []).count { $0 && !$1 }
    return older.count { $0 } * 10 >= older.count * 6 && gained >= 8
  }

  private func union(_ left: [Bool]?, _ right: [Bool]) -> [Bool] {
    guard let left else { return right }
    return zip(left, right).map { $0 || $1 }
  }
}
