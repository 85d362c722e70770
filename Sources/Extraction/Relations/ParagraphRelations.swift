import Documents

/// The relations of the citations in one paragraph, and of what the footnotes cite whose markers stand in it.
struct ParagraphRelations {
  /// A footnote's marker, and the citations of its footnote.
  struct Note {
    var offset: Int
    var citations: Range<Int>
  }

  /// A citation of the document by its index, and what was decided of it.
  typealias Decided = (citation: Int, decision: RelationDecision)

  let reading: ParagraphReading
  let sentence: Sentence
  let cites: Int
  /// Those of the document.
  let citations: [Citation]
  /// Of the paragraph's own citations, in the order of their places.
  private(set) var decisions: [Decided] = []
  /// Of what the footnotes cite, marker by marker.
  var noteDecisions: [Decided] = []
  var previous: Previous?
  /// By verb: what was first decided of its objects other than that they are only cited.
  private var heads: [RelationDecision?]

  /// The item before, citation or marker, as the next one needs it.
  struct Previous {
    var end: Int
    var governor: Int
    var decision: RelationDecision
  }

  /// - Parameters:
  ///   - own: the citations of this paragraph, in order.
  ///   - notes: in the order of their markers.
  init(_ reading: ParagraphReading, _ citations: [Citation], _ own: Range<Int>, _ notes: [Note]) {
    self.reading = reading
    self.citations = citations
    sentence = reading.sentence
    cites = sentence.grammar.cites
    heads = Array(repeating: nil, count: reading.governors.count)
    decisions.reserveCapacity(own.count)
    let starts = ParagraphRelations.earliestStarts(of: citations[own])
    var next = notes.startIndex
    for (index, start) in zip(own, starts) {
      while next < notes.endIndex, notes[next].offset <= start {
        decide(notes[next])
        next += 1
      }
      decide(index)
    }
    for note in notes[next...] { decide(note) }
  }

  /// By citation: where the earliest phrase of it and all behind it starts.
  private static func earliestStarts(of citations: ArraySlice<Citation>) -> [Int] {
    var starts = citations.map(\.phrase.lowerBound)
    for index in starts.indices.dropLast().reversed() {
      starts[index] = min(starts[index], starts[index + 1])
    }
    return starts
  }

  private mutating func decide(_ index: Int) {
    let (phrase, range) = (citations[index].phrase, citations[index].range)
    let at = sentence.words.index(atOrAfter: phrase.lowerBound)
    let end = sentence.words.index(atOrAfter: max(phrase.upperBound, range.upperBound))
    guard let governor = reading.governor(at: at) else {
      decisions.append((index, RelationDecision(relation: cites, rule: .noVerb)))
      return
    }
    if sentence.isInTitle(at) {
      decisions.append((index, RelationDecision(relation: cites, rule: .title)))
      return
    }
    let floor = max(reading.governors[governor].objectStart, previous?.end ?? 0)
    var decision: RelationDecision?
    let bracketed = sentence.bracketedPhrase(
      at: at, floor: floor, prefersName: citations[index].target.isNamed)
    if let bracketed {
      decision = self.decision(governor, at: sentence.withNumberedPart(bracketed, floor: floor))
    }
    let start = sentence.phraseStart(from: at, floor: floor)
    let named = decision ?? listed(start, governor) ?? self.decision(governor, at: start)
    let final = named.relation == cites ? parallel(bracketed ?? start, governor) ?? named : named
    decisions.append((index, final))
    pass(Previous(end: end, governor: governor, decision: final))
  }

  mutating func pass(_ item: Previous) {
    if heads[item.governor] == nil, item.decision.relation != cites { heads[item.governor] = item.decision }
    previous = item
  }

  func decision(_ governor: Int, at start: Int) -> RelationDecision {
    let governed = Governed(sentence, reading.governors[governor])
    let (rule, counts) = governed.rule(at: start)
    return RelationDecision(relation: counts ? governed.verb.relation : cites, rule: rule)
  }

  func verb(_ governor: Int) -> GrammarVerb { Governed(sentence, reading.governors[governor]).verb }

  /// What the phrase at `start` has from the item before because it goes on with the same list; nil where it does not.
  func listed(_ start: Int, _ governor: Int) -> RelationDecision? {
    guard let previous, previous.governor == governor,
      let joint = joint(previous.end, start, reading.governors[governor].objectStart)
    else { return nil }
    let counts = previous.decision.relation != cites
    switch joint {
    case .next where previous.decision.rule == .participle && sentence.opensAnew(start): return nil
    case .next: return RelationDecision(relation: previous.decision.relation, rule: .list)
    case .own where !counts && heads[governor] != nil, .resumed:
      return heads[governor].map { RelationDecision(relation: $0.relation, rule: .listResumed) }
    case .own: return RelationDecision(relation: previous.decision.relation, rule: .list)
    }
  }

  /// What a report at `start` has because it stands beside another of its kind, whatever tells of that: "Takes note of the report of
  /// the Council pursuant to X and the report of its President"; nil where it does not.
  func parallel(_ start: Int, _ governor: Int) -> RelationDecision? {
    let governed = Governed(sentence, reading.governors[governor])
    return governed.isParallel(start)
      ? RelationDecision(relation: governed.verb.relation, rule: .parallelReport) : nil
  }

  /// How the phrase at `start` follows the item that ends at `end`, the verb's own preposition repeated or not.
  private func joint(_ end: Int, _ start: Int, _ objectStart: Int) -> ListJoint? {
    if let joint = sentence.listJoint(end, start) { return joint }
    guard start - 1 > end, objectStart > 0, sentence.isPreposition(objectStart - 1),
      sentence.number(start - 1) == sentence.number(objectStart - 1)
    else { return nil }
    return sentence.listJoint(end, start - 1)
  }
}
