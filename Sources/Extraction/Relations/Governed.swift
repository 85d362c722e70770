/// What a governing verb does to one noun phrase: the nine rules on the verb's object.
struct Governed {
  let sentence: Sentence
  let governor: Governor
  let verb: GrammarVerb

  var grammar: Grammar { sentence.grammar }

  init(_ sentence: Sentence, _ governor: Governor) {
    self.sentence = sentence
    self.governor = governor
    verb = sentence.grammar.verbs[sentence.grammar.forms[governor.form].verb]
  }

  /// The farthest that a verb reaches, in words: no sentence of a resolution is longer, and a text without any full stops is
  /// still read in linear time.
  static let reach = 1000

  /// What a verb that governs these nouns governs: the document. A judgement wants the document or its content itself.
  var contentNouns: CueClass { verb.isJudging ? .part : [.part, .occasion] }

  /// The rule for the noun phrase that starts at `start`, and whether the verb counts.
  ///
  /// - Complexity: O(words between the verb and the phrase), which are at most `reach`.
  func rule(at start: Int) -> (rule: RelationRule, counts: Bool) {
    if start < governor.objectStart, hasQualifier(min(governor.verb.upperBound, start)..<start) {
      return (.qualifier, false)
    }
    let objectStart = min(governor.objectStart, start)
    guard start - objectStart <= Governed.reach else { return (.otherObject, false) }
    if governor.isInherited {
      if let leadAway = governor.leadAway { return (leadAway, false) }
      if hasModal(objectStart..<start) { return (.ownSentence, false) }
    }
    if grammar.forms[governor.form].position == .declarative, isBehindStop(objectStart..<start) {
      return (.ownSentence, false)
    }
    if let host = hostOfLatest(objectStart..<start) { return member(host) }
    if let relative = openRelative(objectStart..<start) {
      if verb.isDirecting, let acting = acting(objectStart..<start), acting > relative {
        return hasQualifier(acting..<start) ? (.qualifier, false) : counted(.acting)
      }
      if resumes(objectStart..<start, behind: relative) { return (.listResumed, true) }
      return (.relativeClause, false)
    }
    if let that = thatClause(objectStart..<start) { return inThatClause(that, start) }
    return object(objectStart..<start)
  }

  /// Whether something in `path` is measured by what follows it: "in accordance with".
  func hasQualifier(_ path: Range<Int>) -> Bool {
    path.contains { sentence.classes[$0].contains(.qualifier) && !sentence.words[$0].isCapital }
  }

  /// Whether a sentence ends in `path`: at a full stop that is no abbreviation's.
  private func isBehindStop(_ path: Range<Int>) -> Bool {
    path.contains { index in
      sentence.isMark(index, .stop) && index > path.lowerBound && index + 1 < sentence.count
        && sentence.words[index + 1].isCapital
        && sentence.words[index - 1].end - sentence.words[index - 1].start > 3
    }
  }

  /// Counts unless the verb judges and `isContent` is false.
  func counted(_ rule: RelationRule, isContent: Bool = false) -> (RelationRule, Bool) {
    verb.isJudging && !isContent ? (.notEndorsed, false) : (rule, true)
  }

  func object(_ path: Range<Int>) -> (RelationRule, Bool) {
    let end = beforeAsides(path)
    if end <= path.lowerBound { return (.directObject, true) }
    let path = path.lowerBound..<end
    if let shared = beforeSharedPreposition(path) {
      let joint = sentence.before(shared)
      let isNewItem = joint > path.lowerBound && sentence.isMark(joint - 1, .comma)
      return isNewItem ? (.coordinatedObject, true) : object(path.lowerBound..<shared)
    }
    if let next = behindTopJoint(path) { return object(next) }
    if let act = interruptedAct(path) {
      let (rule, counts) = object(path.lowerBound..<sentence.nounStart(act, floor: path.lowerBound))
      guard counts else { return (rule, false) }
      return sentence.classes[act].isDisjoint(with: contentNouns) ? (.notEndorsed, false) : (.content, true)
    }
    let last = end - 1
    if sentence.classes[last].contains(.member), !isAfterPreposition(sentence.before(end), path) {
      return member(path.lowerBound..<sentence.before(end))
    }
    if sentence.classes[last].contains(.qualifier) { return (.qualifier, false) }
    if let link = participleLink(path) { return participle(link, path) }
    if sentence.classes[last].contains(.topic), sentence.number(last) != grammar.of,
      sentence.number(last) != grammar.to
    {
      return acting(path) == end ? counted(.acting) : (.topic, false)
    }
    if isCoordinated(path) {
      // "concern about the breaches of the Convention and the Protocol": what is criticized is not joined so plainly.
      let counts =
        !verb.isJudging || isContentNoun(path) || verb.isEndorsing && isPlainlyJoined(path)
      return counts ? (.coordinatedObject, true) : (.notEndorsed, false)
    }
    if let acting = acting(path),
      isChain(acting..<end, allowing: [.part, .action]) || isCoordinated(acting..<end)
    {
      return counted(.acting)
    }
    if !verb.isJudging, let rest = infinitiveObject(path),
      rest.contains(where: { sentence.classes[$0].contains(.action) }),
      isChain(rest, allowing: [.part, .action])
    {
      return (.acting, true)
    }
    if isInfinitive(path) { return (.otherObject, false) }
    if isChain(path, allowing: contentNouns) { return (.content, true) }
    // "the updated paper A/79/5": the noun for the document stands before its symbol.
    if sentence.classes[last].contains(.documentNoun), isChain(path, allowing: [.part, .documentNoun]) {
      return (.directObject, true)
    }
    if isChain(path, allowing: [contentNouns, .action]) { return counted(.acting) }
    if let action = interruptedAction(path),
      isChain(path.lowerBound..<action + 1, allowing: [contentNouns, .action])
    {
      return counted(.acting)
    }
    return (.otherObject, false)
  }

  /// The end of `path` without the asides, quotation marks and commas before the phrase.
  func beforeAsides(_ path: Range<Int>) -> Int {
    var at = path.upperBound
    while at > path.lowerBound {
      let classes = sentence.classes[at - 1]
      let isAside =
        !classes.isDisjoint(with: [.aside, .modifier, .intensifier]) && !classes.contains(.member)
      guard
        isAside || sentence.isMark(at - 1, .quoteOpen) || isIdleComma(at - 1, path)
          || opensAside(at - 1, path)
      else { return at }
      at = max(path.lowerBound, sentence.before(at))
    }
    return at
  }

  /// A comma directly behind an aside or a member link, or one that closes a qualifying phrase.
  func isIdleComma(_ index: Int, _ path: Range<Int>) -> Bool {
    guard sentence.isMark(index, .comma) else { return false }
    guard index > path.lowerBound else { return true }
    return !sentence.classes[index - 1].isDisjoint(with: [.aside, .modifier, .member, .linkPreposition])
  }

  /// Whether the comma parts an acting verb from the aside behind it: "to implement, when appropriate, X".
  private func opensAside(_ index: Int, _ path: Range<Int>) -> Bool {
    index > path.lowerBound && sentence.isMark(index, .comma)
      && sentence.classes[index - 1].contains(.acting) && sentence.classes[index + 1].contains(.aside)
  }

  /// "the obligations under, in particular, X": the preposition before the member link decides.
  func isAfterPreposition(_ index: Int, _ path: Range<Int>) -> Bool {
    var at = index
    while at > path.lowerBound, sentence.isMark(at - 1, .comma) { at -= 1 }
    return at > path.lowerBound && sentence.classes[at - 1].contains(.qualifier)
  }

  /// The documents of which the phrase is one: all resolutions on a subject, the relevant instruments.
  func member(_ host: Range<Int>) -> (RelationRule, Bool) {
    var end = host.upperBound
    while end > host.lowerBound, sentence.isMark(end - 1, .comma) || sentence.isMark(end - 1, .open) {
      end -= 1
    }
    let host = host.lowerBound..<max(end, host.lowerBound)
    if host.isEmpty { return (.member, true) }
    if hasQualifier(host) {
      return (.qualifier, false)
    }
    let head = firstPhrase(host)
    if isContentNoun(head) { return (.member, true) }
    if acting(host) != nil { return counted(.acting) }
    return isInfinitive(host) ? (.otherObject, false) : counted(.member)
  }

  func participle(_ link: ParticipleLink, _ path: Range<Int>) -> (RelationRule, Bool) {
    let noun = nounPhrase(endingAt: beforeComma(link.start, path), path)
    let before = path.lowerBound..<max(path.lowerBound, noun.lowerBound)
    if before.contains(where: { sentence.classes[$0].contains(.qualifier) }) { return (.qualifier, false) }
    let classes = sentence.classes[link.participle]
    let isContent = isContentNoun(noun)
    if link.isAs {
      // "recalls, as outlined in X, that …"
      if noun.isEmpty, before.isEmpty, !verb.isDirecting, !verb.isJudging { return (.asSetOut, true) }
      // "the principles underlying the financing of patrols, as stated in X": the head is what X states.
      if !verb.isDirecting, !verb.isJudging, classes.contains(.contentParticiple),
        isHeadedByContent(path.lowerBound..<link.start)
      {
        return (.asSetOut, true)
      }
      // "as requested by X" tells why, not where; and what an endorsement praises must stand in the document.
      let states = classes.contains(verb.isJudging ? .contentParticiple : .asParticiple)
      if verb.isDirecting || !isContent || !states { return (.asSetOutOnly, false) }
      return isGoverned(before) ? counted(.asSetOut, isContent: true) : (.asSetOutOnly, false)
    }
    if classes.contains(.contentParticiple), isContent || !classes.contains(.demotingParticiple),
      link.joinsContent
    {
      if before.isEmpty || isCoordinated(before) { return counted(.instrument, isContent: isContent) }
      if let acting = acting(before), isChain(acting..<before.upperBound, allowing: [.part, .action]),
        !before.contains(where: sentence.isTopicOnly)
      {
        return counted(.acting)
      }
      // "and to repeal the rules annexed to X": what is done to the content is the infinitive's.
      let isInfinitives = verb.isJudging && before.last.map { sentence.number($0) == grammar.to } ?? false
      if isInfinitives || isInfinitive(before) { return (.otherObject, false) }
      if isChain(before, allowing: contentNouns) { return counted(.instrument, isContent: isContent) }
      if isChain(before, allowing: [contentNouns, .action]) { return counted(.acting) }
      return (.otherObject, false)
    }
    return (.participle, false)
  }

  /// Whether a noun for content, with what depends on it, is all that `path` holds.
  private func isHeadedByContent(_ path: Range<Int>) -> Bool {
    let head = firstPhrase(path)
    guard head.contains(where: { sentence.classes[$0].contains(.part) }) else { return false }
    return !isInfinitive(path) && thatClause(path) == nil
      && !path.contains { !sentence.classes[$0].isDisjoint(with: [.qualifier, .relative]) }
  }

  func isGoverned(_ before: Range<Int>) -> Bool {
    before.isEmpty || isCoordinated(before)
      || isChain(before, allowing: verb.isJudging ? .part : [contentNouns, .action])
  }

  func beforeComma(_ index: Int, _ path: Range<Int>) -> Int {
    index > path.lowerBound && sentence.isMark(index - 1, .comma) ? index - 1 : index
  }
}
