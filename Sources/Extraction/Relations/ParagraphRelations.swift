import Documents

/// The relations of the citations in one paragraph, and of the footnotes whose markers stand in it.
struct ParagraphRelations {
  private let reading: ParagraphReading
  private let sentence: Sentence
  private let cites: Int
  /// The paragraph's citations in the order of their places, with what was decided.
  private var decided: [(citation: Citation, decision: RelationDecision)] = []

  /// - Parameter citations: those of this paragraph, in order.
  init(_ reading: ParagraphReading, citations: [Citation]) {
    self.reading = reading
    sentence = reading.sentence
    cites = sentence.grammar.cites
    decide(citations)
  }

  var decisions: [RelationDecision] { decided.map(\.decision) }

  // MARK: Citations in the text

  /// The citation before, as the next one needs it.
  private struct Previous {
    var end: Int
    var governor: Int
    var decision: RelationDecision
  }

  private mutating func decide(_ citations: [Citation]) {
    var previous: Previous?
    var heads: [Int: RelationDecision] = [:]
    for citation in citations {
      let at = sentence.words.index(atOrAfter: citation.phrase.lowerBound)
      let end = sentence.words.index(atOrAfter: max(citation.phrase.upperBound, citation.range.upperBound))
      guard let governor = reading.governor(at: at) else {
        decided.append((citation, RelationDecision(relation: cites, rule: .noVerb)))
        continue
      }
      let floor = max(reading.governors[governor].objectStart, previous?.end ?? 0)
      let start = sentence.phraseStart(from: at, floor: floor)
      var decision: RelationDecision?
      if let previous, previous.governor == governor, let joint = sentence.listJoint(previous.end, start) {
        let counts = previous.decision.relation != cites
        switch joint {
        case .next: decision = RelationDecision(relation: previous.decision.relation, rule: .list)
        case .own where !counts && heads[governor] != nil, .resumed:
          decision = heads[governor].map { RelationDecision(relation: $0.relation, rule: .listResumed) }
        case .own: decision = RelationDecision(relation: previous.decision.relation, rule: .list)
        }
      }
      let final = decision ?? self.decision(governor, at: start)
      if heads[governor] == nil, final.relation != cites { heads[governor] = final }
      decided.append((citation, final))
      previous = Previous(end: end, governor: governor, decision: final)
    }
  }

  private func decision(_ governor: Int, at start: Int) -> RelationDecision {
    let governed = Governed(sentence, reading.governors[governor])
    let (rule, counts) = governed.rule(at: start)
    return RelationDecision(relation: counts ? governed.verb.relation : cites, rule: rule)
  }

  // MARK: Footnotes

  /// The relation of what a footnote cites: that of the words on which its marker stands.
  ///
  /// - Parameter prefersName: whether the footnote's document is one that texts call by a capital name (a declaration, a
  ///   convention) and not by a common noun (a report, a letter).
  func decision(marker: Marker, prefersName: Bool) -> RelationDecision {
    if let near = decided.last(where: { $0.citation.phrase.lowerBound < marker.offset }) {
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
