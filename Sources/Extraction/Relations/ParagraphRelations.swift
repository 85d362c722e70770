import Documents

/// The relations of the citations in one paragraph, and of the footnotes whose markers stand in it.
struct ParagraphRelations {
  private let reading: ParagraphReading
  private let sentence: Sentence
  private let cites: Int
  /// The paragraph's citations in the order of their places.
  private let citations: ArraySlice<Citation>
  /// What was decided of each.
  private(set) var decisions: [RelationDecision] = []
  /// By citation: where the earliest of it and all behind it starts, so that the last one before an offset can be looked up.
  private var earliest: [Int] = []

  /// - Parameter citations: those of this paragraph, in order.
  init(_ reading: ParagraphReading, citations: ArraySlice<Citation>) {
    self.reading = reading
    self.citations = citations
    sentence = reading.sentence
    cites = sentence.grammar.cites
    decisions.reserveCapacity(citations.count)
    decide()
    earliest = citations.map(\.phrase.lowerBound)
    for index in earliest.indices.dropLast().reversed() {
      earliest[index] = min(earliest[index], earliest[index + 1])
    }
  }

  // MARK: Citations in the text

  /// The citation before, as the next one needs it.
  private struct Previous {
    var end: Int
    var governor: Int
    var decision: RelationDecision
  }

  private mutating func decide() {
    var previous: Previous?
    var heads = [RelationDecision?](repeating: nil, count: reading.governors.count)
    for index in citations.indices {
      let (phrase, range) = (citations[index].phrase, citations[index].range)
      let at = sentence.words.index(atOrAfter: phrase.lowerBound)
      let end = sentence.words.index(atOrAfter: max(phrase.upperBound, range.upperBound))
      guard let governor = reading.governor(at: at) else {
        decisions.append(RelationDecision(relation: cites, rule: .noVerb))
        continue
      }
      let objectStart = reading.governors[governor].objectStart
      let floor = max(objectStart, previous?.end ?? 0)
      var decision: RelationDecision?
      if let named = sentence.bracketedPhrase(
        at: at, floor: floor, prefersName: citations[index].target.isNamed)
      {
        decision = self.decision(governor, at: named)
      }
      let start = sentence.phraseStart(from: at, floor: floor)
      if decision == nil, let previous, previous.governor == governor,
        let joint = joint(previous.end, start, objectStart)
      {
        let counts = previous.decision.relation != cites
        switch joint {
        case .next where previous.decision.rule == .participle && sentence.opensAnew(start): break
        case .next: decision = RelationDecision(relation: previous.decision.relation, rule: .list)
        case .own where !counts && heads[governor] != nil, .resumed:
          decision = heads[governor].map { RelationDecision(relation: $0.relation, rule: .listResumed) }
        case .own: decision = RelationDecision(relation: previous.decision.relation, rule: .list)
        }
      }
      let final = decision ?? self.decision(governor, at: start)
      if heads[governor] == nil, final.relation != cites { heads[governor] = final }
      decisions.append(final)
      previous = Previous(end: end, governor: governor, decision: final)
    }
  }

  /// How the phrase at `start` follows the citation that ends at `end`, the verb's own preposition repeated or not.
  private func joint(_ end: Int, _ start: Int, _ objectStart: Int) -> ListJoint? {
    if let joint = sentence.listJoint(end, start) { return joint }
    guard start - 1 > end, objectStart > 0, sentence.isPreposition(objectStart - 1),
      sentence.number(start - 1) == sentence.number(objectStart - 1)
    else { return nil }
    return sentence.listJoint(end, start - 1)
  }

  private func decision(_ governor: Int, at start: Int) -> RelationDecision {
    let governed = Governed(sentence, reading.governors[governor])
    let (rule, counts) = governed.rule(at: start)
    return RelationDecision(relation: counts ? governed.verb.relation : cites, rule: rule)
  }

  // MARK: Footnotes

  /// The last citation whose phrase starts before `offset`.
  ///
  /// - Complexity: O(log citations).
  private func citation(before offset: Int) -> (citation: Citation, decision: RelationDecision)? {
    var low = 0
    var high = earliest.count
    while low < high {
      let middle = (low + high) / 2
      if earliest[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? (citations[citations.startIndex + low - 1], decisions[low - 1]) : nil
  }

  /// The relation of what a footnote cites: that of the words on which its marker stands.
  ///
  /// - Parameter prefersName: whether the footnote's document is one that texts call by a capital name (a declaration, a
  ///   convention) and not by a common noun (a report, a letter).
  func decision(marker: Marker, prefersName: Bool) -> RelationDecision {
    if let near = citation(before: marker.offset) {
      let end = max(near.citation.phrase.upperBound, near.citation.range.upperBound)
      if marker.offset <= end + 2 { return near.decision }
    }
    let end = sentence.words.index(atOrAfter: marker.offset)
    guard let governor = reading.governor(at: max(end - 1, 0)) else {
      return RelationDecision(relation: cites, rule: .noVerb)
    }
    let floor = min(reading.governors[governor].objectStart, end)
    let start = sentence.markedPhrase(endingAt: end, floor: floor, prefersName: prefersName)
    return decision(governor, at: start)
  }
}
