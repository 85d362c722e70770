/// Finds for the paragraphs of a document the earlier paragraphs whose language they repeat.
///
/// Candidates come from an index of fingerprints and are compared word by word; of all pairs of a document the nearest are settled
/// first, and a formula that an earlier paragraph has passed on to one paragraph it does not pass on to another as well.
struct Aligner {
  /// An earlier paragraph that a paragraph comes from.
  struct Match {
    let origin: Int
    let similarity: Double
  }

  /// A possible origin of a paragraph.
  private struct Candidate {
    let passage: Int
    let origin: Int
    let nearness: Nearness
    let isEqual: Bool
    let resemblance: Resemblance
    /// How far apart they stand, in their documents' orders.
    let distance: Int

    /// Where two earlier documents come equally near, that of the same series is taken; it may be a little farther.
    var rank: Double { resemblance.similarity + (nearness == .series ? 0.05 : 0) }
  }

  /// Possible origins of a paragraph that are compared word by word.
  private static let compared = 24

  let corpus: LanguageCorpus
  private var index = PassageIndex()
  /// Says how often the formula of each passage stands before it in its document.
  private var repetition: [Int32] = []
  private var votes: [UInt16]

  init(_ corpus: LanguageCorpus) {
    self.corpus = corpus
    votes = [UInt16](repeating: 0, count: corpus.passages.count)
    for entry in corpus.entries {
      var seen: [UInt64: Int32] = [:]
      for passage in entry.passages {
        let formula = corpus.wordings[passage].formula
        repetition.append(seen[formula] ?? 0)
        seen[formula, default: 0] += 1
      }
    }
  }

  /// Makes the paragraphs of a document known, for those that come later.
  mutating func insert(_ entry: Int) {
    for passage in corpus.entries[entry].passages { index.insert(corpus.wordings[passage], of: passage) }
  }

  /// The origins of each paragraph of a document among those that are known, the nearest first; none where it is new.
  ///
  /// - Parameter nearness: how each entry of the corpus stands to this one.
  mutating func align(_ entry: Int, nearness: (Int) -> Nearness) -> [[Match]] {
    let passages = corpus.entries[entry].passages
    let weights = WordWeights(corpus.wordings[passages])
    var candidates: [Candidate] = []
    for passage in passages { candidates += self.candidates(of: passage, nearness, weights) }
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

  private mutating func candidates(
    of passage: Int, _ nearness: (Int) -> Nearness, _ weights: WordWeights
  ) -> [Candidate] {
    let wording = corpus.wordings[passage]
    let corpus = corpus
    let near = { (other: Int) in nearness(Int(corpus.entryOf[other])) }
    var found: [(origin: Int, nearness: Nearness)] = []
    index.forEach(under: wording.whole, nearness: near) { origin, nearness in
      if corpus.wordings[origin].words == wording.words { found.append((origin, nearness)) }
    }
    let isEqual = !found.isEmpty
    if !isEqual { found = alike(wording, near) }
    let common = isEqual ? nil : CommonWords(wording.words)
    return found.compactMap { origin, nearness in
      let resemblance =
        common.map { Resemblance(of: wording, with: corpus.wordings[origin], common: $0, weights: weights) }
        ?? Resemblance(ofEqual: wording)
      guard isEqual || resemblance.isRestatement else { return nil }
      return Candidate(
        passage: passage, origin: origin, nearness: nearness, isEqual: isEqual, resemblance: resemblance,
        distance: abs(place(of: passage) - place(of: origin)))
    }
  }

  private func place(of passage: Int) -> Int {
    passage - corpus.entries[Int(corpus.entryOf[passage])].passages.lowerBound
  }

  /// The paragraphs with the most keys in common, of these the nearest.
  private mutating func alike(
    _ wording: Wording, _ near: (Int) -> Nearness
  ) -> [(origin: Int, nearness: Nearness)] {
    var met: [(origin: Int, nearness: Nearness)] = []
    for key in [wording.formula] + wording.fingerprints {
      index.forEach(under: key, nearness: near) { origin, nearness in
        if votes[origin] == 0 { met.append((origin, nearness)) }
        votes[origin] += 1
      }
    }
    met.sort { left, right in
      let (a, b) = (votes[left.origin], votes[right.origin])
      if a != b { return a > b }
      if left.nearness != right.nearness { return left.nearness == .series }
      return left.origin > right.origin
    }
    for item in met { votes[item.origin] = 0 }
    return Array(met.prefix(Aligner.compared))
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
