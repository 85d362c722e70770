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

  private let reading: ParagraphReading
  private let sentence: Sentence
  private let cites: Int
  /// Those of the document.
  private let citations: [Citation]
  /// Of the paragraph's own citations, in the order of their places.
  private(set) var decisions: [Decided] = []
  /// Of what the footnotes cite, marker by marker.
  private(set) var noteDecisions: [Decided] = []
  private var previous: Previous?
  /// By verb: what was first decided of its objects other than that they are only cited.
  private var heads: [RelationDecision?]

  /// The item before, citation or marker, as the next one needs it.
  private struct Previous {
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
    if let named = sentence.bracketedPhrase(
      at: at, floor: floor, prefersName: citations[index].target.isNamed)
    {
      decision = self.decision(governor, at: sentence.withNumberedPart(named, floor: floor))
    }
    let start = sentence.phraseStart(from: at, floor: floor)
    let final = decision ?? listed(start, governor) ?? self.decision(governor, at: start)
    decisions.append((index, final))
    pass(Previous(end: end, governor: governor, decision: final))
  }

  private mutating func pass(_ item: Previous) {
    if heads[item.governor] == nil, item.decision.relation != cites { heads[item.governor] = item.decision }
    previous = item
  }

  private func decision(_ governor: Int, at start: Int) -> RelationDecision {
    let governed = Governed(sentence, reading.governors[governor])
    let (rule, counts) = governed.rule(at: start)
    return RelationDecision(relation: counts ? governed.verb.relation : cites, rule: rule)
  }

  private func verb(_ governor: Int) -> GrammarVerb { Governed(sentence, reading.governors[governor]).verb }

  // MARK: Lists

  /// What the phrase at `start` has from the item before because it goes on with the same list; nil where it does not.
  private func listed(_ start: Int, _ governor: Int) -> RelationDecision? {
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

  /// How the phrase at `start` follows the item that ends at `end`, the verb's own preposition repeated or not.
  private func joint(_ end: Int, _ start: Int, _ objectStart: Int) -> ListJoint? {
    if let joint = sentence.listJoint(end, start) { return joint }
    guard start - 1 > end, objectStart > 0, sentence.isPreposition(objectStart - 1),
      sentence.number(start - 1) == sentence.number(objectStart - 1)
    else { return nil }
    return sentence.listJoint(end, start - 1)
  }

  // MARK: Footnotes

  /// What a footnote cites has the relation of the words on which its marker stands.
  private mutating func decide(_ note: Note) {
    let end = sentence.words.index(atOrAfter: note.offset)
    guard let governor = reading.governor(at: max(end - 1, 0)) else {
      for index in note.citations {
        noteDecisions.append((index, RelationDecision(relation: cites, rule: .noVerb)))
      }
      return
    }
    let near = nearCitation(note)
    var item: RelationDecision?
    for index in note.citations {
      let prefersName = citations[index].target.isNamed
      let decision: RelationDecision
      if let near, let report = reportStart(index, before: near.citation, governor) {
        decision = self.decision(governor, at: report)
      } else if let near {
        decision = near.decision
      } else {
        decision = self.decision(endingAt: end, governor, prefersName: prefersName)
      }
      noteDecisions.append((index, decision))
      item = item ?? decision
    }
    if near != nil { return }
    // A footnote that cites nothing holds its place in the list; that one is only cited says nothing of its neighbours, as its
    // words are not all known.
    let decision = item ?? self.decision(endingAt: end, governor, prefersName: true)
    if decision.relation != cites { pass(Previous(end: end, governor: governor, decision: decision)) }
  }

  /// The citation right before the marker.
  private func nearCitation(_ note: Note) -> Decided? {
    guard let last = decisions.last, last.decision.rule != .title else { return nil }
    let (phrase, range) = (citations[last.citation].phrase, citations[last.citation].range)
    return note.offset <= max(phrase.upperBound, range.upperBound) + 2 ? last : nil
  }

  /// The start of the report that a marker behind another document's citation stands for: "the report on the implementation of
  /// resolution 60/1,¹"; nil where none is named before, or where the volume only prints the other document.
  private func reportStart(_ note: Int, before near: Int, _ governor: Int) -> Int? {
    guard citations[near].target.isNamed, !citations[note].target.isNamed,
      !(citations[note].isSupplement && citations[note].pinpoint != nil)
    else { return nil }
    let at = sentence.words.index(atOrAfter: citations[near].phrase.lowerBound)
    return sentence.reportPhrase(before: at, floor: reading.governors[governor].objectStart)
  }

  private func decision(endingAt end: Int, _ governor: Int, prefersName: Bool) -> RelationDecision {
    let floor = min(reading.governors[governor].objectStart, end)
    // "the report on the implementation of resolution 60/1 on lakes¹": what is only cited may be the report's topic.
    let item = previous.flatMap { prefersName || $0.decision.relation != cites ? $0.end : nil }
    let marked = sentence.markedPhrase(
      endingAt: end, floor: floor, behind: item ?? floor, prefersName: prefersName)
    let behind = sentence.outsideTitles(min(marked.noun + 1, end)..<end)
    // "Welcomes the outcome, which serves the Goals¹": the marker may stand on what the clause speaks of. The infinitive right
    // behind the noun is its own: "the plan to save boats".
    if prefersName, verb(governor).isJudging,
      behind.contains(where: {
        sentence.leadsIn($0) && ($0 > marked.noun + 1 || sentence.number($0) != sentence.grammar.to)
      })
    {
      return RelationDecision(relation: cites, rule: .relativeClause)
    }
    // "Condemns the sinking of boats,¹" and "reports on sunken boats,¹": the note says where that is told.
    if verb(governor).isCritical,
      !sentence.classes[marked.noun].contains(.documentNoun) || behind.contains(where: sentence.isTopicOnly)
    {
      return RelationDecision(relation: cites, rule: .otherObject)
    }
    let decision = noted(marked.start, governor)
    guard decision.relation == cites, !prefersName, !sentence.words[marked.noun].isCapital,
      let report = sentence.reportPhrase(before: marked.noun + 1, floor: max(floor, previous?.end ?? 0))
    else { return decision }
    // "the report on norms, rules and principles": what has a report's symbol is the report.
    let other = noted(report, governor)
    return other.relation == cites ? decision : other
  }

  /// What is decided of the phrase at `phrase`, on which a marker stands: that of its list, if it goes on with one that counts.
  private func noted(_ phrase: Int, _ governor: Int) -> RelationDecision {
    let floor = reading.governors[governor].objectStart
    let numbered = sentence.withNumberedPart(phrase, floor: floor)
    let whole = sentence.withAdoption(numbered, floor: floor)
    if let listed = listed(whole, governor), listed.relation != cites,
      listed.rule == .list || mayResume(whole, governor)
    {
      return listed
    }
    // "the reports on lakes¹ and on rivers²"
    if let previous, previous.governor == governor, previous.decision.relation != cites,
      sentence.repeatsTopic(previous.end..<max(whole, previous.end))
    {
      return RelationDecision(relation: previous.decision.relation, rule: .list)
    }
    let decision = decision(governor, at: numbered)
    return decision.relation == cites && whole < numbered ? self.decision(governor, at: whole) : decision
  }

  /// Whether the list may go on at `start` behind a clause. The clause's own list looks the same, so a judgement or a directive is
  /// not believed to.
  private func mayResume(_ start: Int, _ governor: Int) -> Bool {
    let verb = verb(governor)
    return !verb.isJudging && !verb.isDirecting && sentence.followsComma(start)
  }
}
