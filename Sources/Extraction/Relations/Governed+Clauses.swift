/// Clauses that may stand between a verb and a noun phrase.
extension Governed {
  /// Where a clause about another document opens that the phrase stands in.
  func openRelative(_ path: Range<Int>) -> Int? {
    var at = path.upperBound
    while at > path.lowerBound {
      at = sentence.before(at)
      if at < path.lowerBound { return nil }
      if sentence.isMark(at, .semicolon) { return nil }
      if sentence.classes[at].contains(.relative), !sentence.classes[at].contains(.member) {
        // "Urges States which have not done so to sign X": the clause is about the addressee.
        return isAboutAddressee(at) && acting(path) != nil ? nil : at
      }
    }
    return nil
  }

  func isAboutAddressee(_ index: Int) -> Bool {
    index > 0 && sentence.classes[index - 1].contains(.addressee)
  }

  func thatClause(_ path: Range<Int>) -> Int? {
    path.first { index in
      sentence.number(index) == grammar.that && sentence.classes[index].isDisjoint(with: [.aside, .member])
        && !(isAboutAddressee(index) && verb.isDirecting)
    }
  }

  func inThatClause(_ that: Int, _ start: Int) -> (RelationRule, Bool) {
    var at = that + 1
    while at < start, sentence.isMark(at, .comma) { at += 1 }
    if at >= start {
      return verb.isEndorsing ? (.notEndorsed, false) : (.thatSubject, true)
    }
    let opensWithLink =
      sentence.classes[at].contains(.linkPreposition) && sentence.ends[at] - sentence.starts[at] == 1
    if opensWithLink, (at + 1..<start).allSatisfy({ sentence.isGlue($0) }) {
      return verb.isEndorsing || verb.isDirecting ? (.thatClause, false) : (.thatIn, true)
    }
    if verb.isDirecting, let link = participleLink(at..<start), !link.isAs, isContentNoun(at..<link.start),
      sentence.classes[link.start].contains(.contentParticiple)
    {
      return (.acting, true)
    }
    // "demands that all parties comply with X"
    if verb.isDirecting, let act = (at..<start).last(where: { sentence.classes[$0].contains(.acting) }),
      isChain(act + 1..<start, allowing: [.part, .action]), !isAfterPreposition(act, at..<start)
    {
      return (.acting, true)
    }
    return (.thatClause, false)
  }

  func hasModal(_ path: Range<Int>) -> Bool {
    path.contains { index in grammar.modals.longest(in: sentence.words, at: index) != nil }
  }
}
