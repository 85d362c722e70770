/// What footnotes cite.
extension ParagraphRelations {
  /// What a footnote cites has the relation of the words on which its marker stands.
  mutating func decide(_ note: Note) {
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
    if isTold(marked, end, governor) {
      return RelationDecision(relation: cites, rule: .otherObject)
    }
    let decision = noted(marked.start, governor, isNamed: prefersName)
    // "noting that the latter has not been ensured¹": the marker stands on the clause, not on its subject.
    if decision.rule == .thatSubject,
      (min(marked.start, end)..<end).contains(where: { sentence.words[$0].traits.contains(.finite) })
    {
      return RelationDecision(relation: cites, rule: .thatClause)
    }
    // A text may break off before its noun: "Acting under¹".
    guard decision.relation == cites, !prefersName, marked.noun < end, !sentence.words[marked.noun].isCapital,
      let report = sentence.reportPhrase(before: marked.noun + 1, floor: max(floor, previous?.end ?? 0))
    else { return decision }
    // "the report on norms, rules and principles": what has a report's symbol is the report.
    let other = noted(report, governor, isNamed: false)
    return other.relation == cites ? decision : other
  }

  /// Whether the marker that ends at `end` only says where something is told that the verb judges: "Condemns the sinking of boats,¹",
  /// "concerned by reports on sunken boats,¹", "Welcomes the Decade (2041–2050),¹".
  private func isTold(_ marked: (start: Int, noun: Int), _ end: Int, _ governor: Int) -> Bool {
    guard marked.noun < end else { return false }
    let verb = verb(governor)
    let isNamed = sentence.classes[marked.noun].contains(.documentNoun)
    if verb.isCritical { return !isNamed || (marked.noun + 1..<end).contains(where: sentence.isTopicOnly) }
    guard verb.isEndorsing, !isNamed, !sentence.words[marked.noun].isCapital,
      !sentence.isMark(marked.noun, .quoteOpen)
    else { return false }
    return (min(marked.start, marked.noun)...marked.noun).allSatisfy {
      sentence.classes[$0].isDisjoint(with: [.part, .documentNoun])
    }
  }

  /// What is decided of the phrase at `phrase`, on which a marker stands: that of its list, if it goes on with one that counts.
  private func noted(_ phrase: Int, _ governor: Int, isNamed: Bool) -> RelationDecision {
    let floor = reading.governors[governor].objectStart
    let numbered = sentence.withNumberedPart(phrase, floor: floor)
    let whole = sentence.withAdoption(numbered, floor: floor)
    if let listed = listed(whole, governor), listed.relation != cites,
      listed.rule == .list || mayResume(whole, governor)
    {
      return listed
    }
    // "the reports on lakes¹ and on rivers²"; a resolution's marker may stand on a topic.
    if let previous, previous.governor == governor, previous.decision.relation != cites,
      sentence.repeatsTopic(
        previous.end..<max(whole, previous.end), isWhole: isNamed || verb(governor).isJudging)
    {
      return RelationDecision(relation: previous.decision.relation, rule: .list)
    }
    let decision = decision(governor, at: numbered)
    if decision.relation == cites, let parallel = parallel(phrase, governor) { return parallel }
    return decision.relation == cites && whole < numbered ? self.decision(governor, at: whole) : decision
  }

  /// Whether the list may go on at `start` behind a clause. The clause's own list looks the same, so a judgement or a directive is
  /// not believed to.
  private func mayResume(_ start: Int, _ governor: Int) -> Bool {
    let verb = verb(governor)
    return !verb.isJudging && !verb.isDirecting && sentence.followsComma(start)
  }
}
