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

  /// The documents of which "the latest of which was" names one, without the clause that tells of them all: "the resolutions, by
  /// which the mandate was extended, the latest of which was X".
  func hostOfLatest(_ path: Range<Int>) -> Range<Int>? {
    let end = beforeAsides(path)
    guard end > path.lowerBound, sentence.classes[end - 1].contains(.member) else { return nil }
    let link = max(path.lowerBound, sentence.before(end))
    guard (link..<end).contains(where: { sentence.words[$0].traits.contains(.subordinator) }) else {
      return nil
    }
    let host = path.lowerBound..<link
    return openRelative(host).map { host.lowerBound..<$0 } ?? host
  }

  /// The rule for what stands behind the colon that ends the paragraph, where a preposition leads from another noun to it: "the
  /// sinking of boats, as reported in:", "to report on:". Nil where the verb reaches it; means ("by:") and ends ("to:") it reaches.
  var leadAway: RelationRule? {
    let colon = sentence.count - 1
    if governor.leadAway != nil { return governor.leadAway }
    guard colon > governor.objectStart, sentence.isMark(colon, .colon) else { return nil }
    let link = colon - 1
    let leads = !sentence.classes[link].isDisjoint(with: [.qualifier, .topic, .linkPreposition])
    guard leads, number(link) != grammar.to, number(link) != grammar.by else { return nil }
    let (rule, counts) = rule(at: colon)
    return counts ? nil : rule
  }

  func isAboutAddressee(_ index: Int) -> Bool {
    index > 0 && sentence.classes[index - 1].contains(.addressee)
  }

  /// Whether the verb goes on behind the clause that opens at `relative`: "Recalling the Convention, which entered into force
  /// in 2008, and resolution 70/1".
  ///
  /// What a directive or a judgement goes on to is not told by so little.
  func resumes(_ path: Range<Int>, behind relative: Int) -> Bool {
    guard !verb.isDirecting, !verb.isJudging, let last = path.last, last > relative,
      sentence.classes[last].contains(.conjunction), number(last) != grammar.of,
      path.upperBound < sentence.count, sentence.isGlue(path.upperBound)
    else { return false }
    let joint = sentence.before(path.upperBound)
    // "…, which", "…, the basis upon which"
    let opening = max(path.lowerBound, relative - 4)..<relative
    guard joint > relative, sentence.isMark(joint - 1, .comma),
      opening.contains(where: { sentence.isMark($0, .comma) })
    else { return false }
    let head = path.lowerBound..<relative
    return thatClause(head) == nil && !isInfinitive(head) && !hasQualifier(head)
  }

  /// What stands behind the last ", and" that leads to a new object with a determiner of its own: "Recalling the conference on
  /// lakes, and its outcome, the …". A verb of attitude governs that as it does the first; nil where there is none.
  func behindTopJoint(_ path: Range<Int>) -> Range<Int>? {
    guard !verb.isDirecting, !verb.isJudging else { return nil }
    var at = path.upperBound
    while at > path.lowerBound {
      let start = sentence.before(at)
      if sentence.isMark(at - 1, .semicolon) { return nil }
      if start > path.lowerBound, sentence.classes[start].contains(.conjunction), number(start) != grammar.of,
        sentence.isMark(start - 1, .comma), at < sentence.count, sentence.isGlue(at),
        !isInfinitive(path.lowerBound..<start)
          || at < path.upperBound && isChain(at..<path.upperBound, allowing: .part)
      {
        return at..<path.upperBound
      }
      at = start
    }
    return nil
  }

  /// Where the path ends if it repeats a preposition behind "and": the verb's own ("Takes note of A, and of B"), or the first that
  /// leads to its object's complement ("calls for the implementation of A, as well as of B").
  func beforeSharedPreposition(_ path: Range<Int>) -> Int? {
    guard let last = path.last, last > path.lowerBound, sentence.isPreposition(last),
      sentence.classes[last - 1].contains(.conjunction)
    else { return nil }
    let own = governor.objectStart - 1
    if own >= governor.verb.upperBound, own < path.lowerBound, number(last) == number(own) { return last }
    guard number(last) == grammar.of,
      let first = path.first(where: { sentence.isPreposition($0) && !sentence.words[$0].isCapital }),
      first < last - 1, number(first) == grammar.of
    else { return nil }
    return first + 1
  }

  private func number(_ index: Int) -> Int32 { sentence.number(index) }

  func thatClause(_ path: Range<Int>) -> Int? {
    path.first { index in
      sentence.number(index) == grammar.that && sentence.classes[index].isDisjoint(with: [.aside, .member])
        && !(isAboutAddressee(index) && verb.isDirecting) && !isInTitle(index, path)
        && !sentence.isPointing(index)
    }
  }

  /// Whether "that" stands inside a name: "the Protocol on Substances that Deplete the Ozone Layer".
  private func isInTitle(_ index: Int, _ path: Range<Int>) -> Bool {
    guard index > path.lowerBound, index + 1 < sentence.count else { return false }
    return sentence.words[index - 1].isCapital && sentence.words[index + 1].isCapital
      && sentence.classes[index + 1].isDisjoint(with: [.addressee, .glue])
  }

  func inThatClause(_ that: Int, _ start: Int) -> (RelationRule, Bool) {
    // "its appreciation to the States that have signed X"
    if isAboutAddressee(that) { return (.relativeClause, false) }
    var at = that + 1
    while at < start, sentence.isMark(at, .comma) { at += 1 }
    if at >= start {
      return verb.isJudging ? (.notEndorsed, false) : (.thatSubject, true)
    }
    // "that the Security Council, in X, called upon"
    let body = (at..<start).first { !sentence.isGlue($0) } ?? at
    if body > at, body + 1 < start, sentence.isMark(body, .comma) { at = body + 1 }
    let opensWithLink =
      sentence.classes[at].contains(.linkPreposition) && sentence.ends[at] - sentence.starts[at] == 1
    if opensWithLink, (at + 1..<start).allSatisfy({ sentence.isGlue($0) }) {
      return verb.isJudging || verb.isDirecting ? (.thatClause, false) : (.thatIn, true)
    }
    if verb.isDirecting, isMeasure(at..<start) { return (.acting, true) }
    // "demands that all parties comply with X"
    if verb.isDirecting, let act = (at..<start).last(where: { sentence.classes[$0].contains(.acting) }),
      isChain(act + 1..<start, allowing: [.part, .action]), !isAfterPreposition(act, at..<start)
    {
      return (.acting, true)
    }
    return (.thatClause, false)
  }

  /// Whether what a clause tells is told of the document's content: "that the provisions of X shall apply", "that the measures
  /// established by X …".
  private func isMeasure(_ path: Range<Int>) -> Bool {
    guard !hasModal(path), !hasQualifier(path), !path.contains(where: { sentence.isMark($0, .comma) }) else {
      return false
    }
    guard let link = participleLink(path) else { return isChain(path, allowing: .part) }
    let noun = path.lowerBound..<link.start
    if link.isAs || !isContentNoun(noun) { return false }
    if sentence.classes[link.start].contains(.contentParticiple) { return true }
    // "the report requested in X", "the mandate of the Panel established by X": only cited.
    return isChain(noun, allowing: .measure)
  }

  /// Whether a report at `start`, behind a comma or "and", stands beside the verb's object, a report too.
  ///
  /// A judgement is not believed to go on so: "Approves the report, subject to the views of the Council and the report of the Board".
  func isParallel(_ start: Int) -> Bool {
    guard !verb.isJudging, start - 1 > governor.objectStart else { return false }
    let path = governor.objectStart..<start
    guard path.count <= Governed.reach, isReport(firstPhrase(path)), let joint = path.last,
      sentence.isMark(joint, .comma)
        || sentence.classes[joint].contains(.conjunction) && number(joint) != grammar.of,
      !sentence.words[start].traits.isDisjoint(with: [.article, .owner]) || isReport(start..<start + 1),
      isReport(firstPhrase(start..<min(start + 12, sentence.count)))
    else { return false }
    return !isInfinitive(path) && thatClause(path) == nil && openRelative(path) == nil
  }

  private func isReport(_ phrase: Range<Int>) -> Bool {
    phrase.contains { sentence.classes[$0].contains(.reportNoun) }
  }

  func hasModal(_ path: Range<Int>) -> Bool {
    path.contains { index in grammar.modals.longest(in: sentence.words, at: index) != nil }
  }
}
