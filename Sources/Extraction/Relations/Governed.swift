/// What a governing verb does to one noun phrase: the nine rules on the verb's object.
struct Governed {
  let sentence: Sentence
  let governor: Governor
  let verb: GrammarVerb

  private var grammar: Grammar { sentence.grammar }

  init(_ sentence: Sentence, _ governor: Governor) {
    self.sentence = sentence
    self.governor = governor
    verb = sentence.grammar.verbs[sentence.grammar.forms[governor.form].verb]
  }

  /// The rule for the noun phrase that starts at `start`, and whether the verb counts.
  ///
  /// - Complexity: O(words between the verb and the phrase).
  func rule(at start: Int) -> (rule: RelationRule, counts: Bool) {
    let objectStart = min(governor.objectStart, start)
    if governor.isInherited && hasModal(objectStart..<start) { return (.ownSentence, false) }
    if let relative = openRelative(objectStart..<start) {
      if let acting = acting(objectStart..<start), acting > relative { return counted(.acting) }
      return (.relativeClause, false)
    }
    if let that = thatClause(objectStart..<start) { return inThatClause(that, start) }
    return object(objectStart..<start)
  }

  /// Counts unless the verb endorses and `isContent` is false.
  private func counted(_ rule: RelationRule, isContent: Bool = false) -> (RelationRule, Bool) {
    verb.isEndorsing && !isContent ? (.notEndorsed, false) : (rule, true)
  }

  // MARK: Clauses between verb and phrase

  /// Where a clause about another document opens that the phrase stands in.
  private func openRelative(_ path: Range<Int>) -> Int? {
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

  private func isAboutAddressee(_ index: Int) -> Bool {
    index > 0 && sentence.classes[index - 1].contains(.addressee)
  }

  private func thatClause(_ path: Range<Int>) -> Int? {
    path.first { index in
      sentence.number(index) == grammar.that && sentence.classes[index].isDisjoint(with: [.aside, .member])
        && !(isAboutAddressee(index) && verb.isDirecting)
    }
  }

  private func inThatClause(_ that: Int, _ start: Int) -> (RelationRule, Bool) {
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

  private func hasModal(_ path: Range<Int>) -> Bool {
    path.contains { index in grammar.modals.longest(in: sentence.words, at: index) != nil }
  }

  // MARK: The object

  private func object(_ path: Range<Int>) -> (RelationRule, Bool) {
    let end = beforeAsides(path)
    if end <= path.lowerBound { return (.directObject, true) }
    let path = path.lowerBound..<end
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
    if isCoordinated(path) { return (.coordinatedObject, true) }
    if let acting = acting(path), isChain(acting..<end, allowing: [.part, .action]) {
      return counted(.acting)
    }
    if !verb.isEndorsing, let rest = infinitiveObject(path),
      rest.contains(where: { sentence.classes[$0].contains(.action) }),
      isChain(rest, allowing: [.part, .action])
    {
      return (.acting, true)
    }
    if isInfinitive(path) { return (.otherObject, false) }
    if isChain(path, allowing: [.part]) { return (.content, true) }
    if isChain(path, allowing: [.part, .action]) { return counted(.acting) }
    return (.otherObject, false)
  }

  /// The end of `path` without the asides, quotation marks and commas before the phrase.
  private func beforeAsides(_ path: Range<Int>) -> Int {
    var at = path.upperBound
    while at > path.lowerBound {
      let classes = sentence.classes[at - 1]
      let isAside =
        !classes.isDisjoint(with: [.aside, .modifier, .intensifier]) && !classes.contains(.member)
      guard isAside || sentence.isMark(at - 1, .quoteOpen) || isIdleComma(at - 1, path) else { return at }
      at = max(path.lowerBound, sentence.before(at))
    }
    return at
  }

  /// A comma directly behind an aside or a member link, or one that closes a qualifying phrase.
  private func isIdleComma(_ index: Int, _ path: Range<Int>) -> Bool {
    guard sentence.isMark(index, .comma) else { return false }
    guard index > path.lowerBound else { return true }
    return !sentence.classes[index - 1].isDisjoint(with: [.aside, .modifier, .member, .linkPreposition])
  }

  /// "the obligations under, in particular, X": the preposition before the member link decides.
  private func isAfterPreposition(_ index: Int, _ path: Range<Int>) -> Bool {
    var at = index
    while at > path.lowerBound, sentence.isMark(at - 1, .comma) { at -= 1 }
    return at > path.lowerBound && sentence.classes[at - 1].contains(.qualifier)
  }

  /// The documents of which the phrase is one: all resolutions on a subject, the relevant instruments.
  private func member(_ host: Range<Int>) -> (RelationRule, Bool) {
    var end = host.upperBound
    while end > host.lowerBound, sentence.isMark(end - 1, .comma) || sentence.isMark(end - 1, .open) {
      end -= 1
    }
    let host = host.lowerBound..<max(end, host.lowerBound)
    if host.isEmpty { return (.member, true) }
    if host.contains(where: { sentence.classes[$0].contains(.qualifier) && !sentence.words[$0].isCapital }) {
      return (.qualifier, false)
    }
    let head = firstPhrase(host)
    if isContentNoun(head) { return (.member, true) }
    if acting(host) != nil { return counted(.acting) }
    return isInfinitive(host) ? (.otherObject, false) : counted(.member)
  }

  private func participle(_ link: ParticipleLink, _ path: Range<Int>) -> (RelationRule, Bool) {
    let noun = nounPhrase(endingAt: beforeComma(link.start, path), path)
    let before = path.lowerBound..<noun.lowerBound
    if before.contains(where: { sentence.classes[$0].contains(.qualifier) }) { return (.qualifier, false) }
    let classes = sentence.classes[link.participle]
    let isContent = isContentNoun(noun)
    if link.isAs {
      if verb.isDirecting || !isContent { return (.asSetOutOnly, false) }
      return isGoverned(before) ? counted(.asSetOut, isContent: true) : (.asSetOutOnly, false)
    }
    if classes.contains(.contentParticiple), isContent || !classes.contains(.demotingParticiple),
      link.joinsContent
    {
      if before.isEmpty || isCoordinated(before) { return counted(.instrument, isContent: isContent) }
      if let acting = acting(before), isChain(acting..<before.upperBound, allowing: [.part, .action]) {
        return counted(.acting)
      }
      if isInfinitive(before) { return (.otherObject, false) }
      if isChain(before, allowing: [.part]) { return counted(.instrument, isContent: isContent) }
      if isChain(before, allowing: [.part, .action]) { return counted(.acting) }
      return (.otherObject, false)
    }
    return (.participle, false)
  }

  private func isGoverned(_ before: Range<Int>) -> Bool {
    before.isEmpty || isCoordinated(before)
      || isChain(before, allowing: verb.isEndorsing ? [.part] : [.part, .action])
  }

  private func beforeComma(_ index: Int, _ path: Range<Int>) -> Int {
    index > path.lowerBound && sentence.isMark(index - 1, .comma) ? index - 1 : index
  }

  // MARK: Noun phrases

  /// The words after the last infinitive "to" whose verb acts on its object; nil where there is none.
  private func acting(_ path: Range<Int>) -> Int? {
    var found: Int?
    for index in path where sentence.number(index) == grammar.to {
      let next = Int(sentence.ends[index])
      guard next < path.upperBound else { continue }
      var at = sentence.afterAsides(next)
      while at < path.upperBound, sentence.classes[at].contains(.filler) { at = Int(sentence.ends[at]) }
      if at < path.upperBound, sentence.classes[at].contains(.acting) { found = Int(sentence.ends[at]) }
      if at < path.upperBound, grammar.reporting.contains(sentence.number(at)) { found = nil }
    }
    if found == nil, governor.isInherited, verb.isDirecting, let first = path.first,
      sentence.classes[first].contains(.acting)
    {
      found = Int(sentence.ends[first])
    }
    if let found, verb.isDirecting || !verb.isEndorsing { return found }
    return nil
  }

  /// What stands behind the last infinitive, unless that is a verb of report ("to ensure the implementation of").
  private func infinitiveObject(_ path: Range<Int>) -> Range<Int>? {
    guard
      let to = path.last(where: {
        sentence.number($0) == grammar.to && sentence.ends[$0] - sentence.starts[$0] == 1
      })
    else { return nil }
    let verb = sentence.afterAsides(to + 1)
    guard verb + 1 < path.upperBound, !grammar.reporting.contains(sentence.number(verb)) else { return nil }
    return verb + 1..<path.upperBound
  }

  /// Whether an infinitive stands in `path`: what the verb governs is then an action.
  private func isInfinitive(_ path: Range<Int>) -> Bool {
    path.contains { index in
      sentence.number(index) == grammar.to && index + 1 < path.upperBound && !sentence.isGlue(index + 1)
        && !sentence.words[index + 1].isCapital
        && sentence.classes[index].isDisjoint(with: [.qualifier, .conjunction])
        && sentence.classes[index + 1].isDisjoint(with: [.part, .action])
    }
  }

  /// Whether every noun phrase of `path` has a head of the given classes: "the full implementation of the provisions of".
  private func isChain(_ path: Range<Int>, allowing classes: CueClass) -> Bool {
    var head: Int?
    var isFirst = true
    func passes(_ head: Int?) -> Bool {
      guard let head else { return true }
      return !sentence.classes[head].isDisjoint(with: classes) || !isFirst && sentence.words[head].isCapital
    }
    for index in path {
      if sentence.isMark(index, .semicolon) { return false }
      if sentence.isMark(index, .comma) {
        // "the conclusions of the Group, in its report"
        guard index + 1 < path.upperBound, sentence.isLocative(index + 1) else { return false }
        continue
      }
      if sentence.isPreposition(index) || sentence.classes[index].contains(.qualifier) {
        if sentence.classes[index].contains(.qualifier), sentence.ends[index] - sentence.starts[index] > 1 {
          return false
        }
        guard sentence.number(index) == grammar.of || sentence.number(index) == grammar.to || isInner(index)
        else {
          return false
        }
        if !passes(head) { return false }
        isFirst = isFirst && head == nil
        head = nil
      } else if sentence.words[index].kind == .word, !isSkipped(index) {
        head = index
      }
    }
    return passes(head)
  }

  /// Words that say nothing about what a noun phrase is.
  private func isSkipped(_ index: Int) -> Bool {
    sentence.classes[index].isDisjoint(with: [.part, .action])
      && (sentence.isGlue(index)
        || !sentence.classes[index].isDisjoint(with: [
          .filler, .intensifier, .modifier, .aside, .contentParticiple,
        ]))
  }

  /// "compliance with", "respect for", "in its 2013 report": prepositions that keep the chain.
  private func isInner(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = sentence.classes[index - 1]
    if before.contains(.action) || sentence.isLocative(index) { return true }
    return before.contains(.part) && !sentence.isTopicOnly(index)
  }

  /// Whether the noun phrase holds a noun for content or for a document, or is a name.
  private func isContentNoun(_ range: Range<Int>) -> Bool {
    let phrase = firstPhrase(range)
    if let last = phrase.last, sentence.words[last].isCapital || sentence.isMark(last, .quoteClose),
      sentence.classes[last].isDisjoint(with: [.addressee, .glue])
    {
      return true
    }
    return phrase.contains { !sentence.classes[$0].isDisjoint(with: [.part, .documentNoun]) }
  }

  /// The first noun phrase of `range`: up to a preposition, comma or participle.
  private func firstPhrase(_ range: Range<Int>) -> Range<Int> {
    var at = range.lowerBound
    while at < range.upperBound {
      if sentence.isMark(at, .comma) || sentence.isPreposition(at) { break }
      at += 1
    }
    return range.lowerBound..<at
  }

  /// The noun phrase that ends at `end`, with the capital words of a name and what joins them.
  private func nounPhrase(endingAt end: Int, _ path: Range<Int>) -> Range<Int> {
    var at = end
    while at > path.lowerBound {
      let index = at - 1
      if sentence.words[index].isCapital || sentence.isMark(index, .quoteOpen)
        || sentence.isMark(index, .quoteClose)
      {
        at = index
        continue
      }
      if sentence.isMark(index, .comma) {
        // A comma inside a name is followed and preceded by capitals.
        guard index + 1 < end, sentence.words[index + 1].isCapital, index > path.lowerBound,
          sentence.words[index - 1].isCapital
        else { break }
        at = index
        continue
      }
      if sentence.number(index) == grammar.of, index > path.lowerBound,
        !sentence.classes[index - 1].isDisjoint(with: [.part, .documentNoun])
      {
        at = index
        continue
      }
      let joins = sentence.isPreposition(index) || sentence.number(index) == grammar.and
      if joins {
        guard at < end, isInName(at, end), index > path.lowerBound, isInName(index - 1, end) else { break }
        at = index
        continue
      }
      if sentence.classes[index].contains(.qualifier) || sentence.classes[index].contains(.relative) { break }
      at = index
    }
    return at..<end
  }

  /// Whether the word at `index` is a capital word, or a determiner before one.
  private func isInName(_ index: Int, _ end: Int) -> Bool {
    if sentence.words[index].isCapital { return true }
    return sentence.isGlue(index) && index + 1 < end && sentence.words[index + 1].isCapital
  }

  /// Whether the phrase behind `path` is joined to the verb's object by "and" or a comma, nothing in between leading elsewhere.
  private func isCoordinated(_ path: Range<Int>) -> Bool {
    guard let last = path.last, last > path.lowerBound else { return false }
    let isJoint =
      sentence.isMark(last, .comma) || sentence.isMark(last, .semicolon)
      || sentence.classes[last].contains(.conjunction) && sentence.number(last) != grammar.of
    guard isJoint, !isInfinitive(path) else { return false }
    return !path.contains { index in
      sentence.classes[index].contains(.qualifier) && !sentence.words[index].isCapital
        && !isParenthetical(index, path)
        || sentence.isTopicOnly(index) && !isParenthetical(index, path) && !followsDocument(index, path)
        || sentence.classes[index].contains(.relative)
    }
  }

  /// Whether the words from `index` stand between commas.
  private func isParenthetical(_ index: Int, _ path: Range<Int>) -> Bool {
    guard index > path.lowerBound, sentence.isMark(index - 1, .comma) else { return false }
    return path.suffix(from: index).dropLast().contains { sentence.isMark($0, .comma) }
  }

  /// Whether a topic belongs to a document's name or title: "the report on …", "resolution 1 on …".
  private func followsDocument(_ index: Int, _ path: Range<Int>) -> Bool {
    path.prefix(upTo: index).contains { at in
      sentence.words[at].kind == .figure || sentence.classes[at].contains(.documentNoun)
    }
  }

  // MARK: Participles

  /// "(as) contained in", "established by the Council in": a participle that leads to the phrase.
  private struct ParticipleLink {
    /// With "as", where that stands.
    var start: Int
    var participle: Int
    var isAs: Bool
    /// Whether the preposition may say that something is in the document: in, by, to, under.
    var joinsContent: Bool
  }

  private func participleLink(_ path: Range<Int>) -> ParticipleLink? {
    var at = path.upperBound
    var preposition: Int?
    while at > path.lowerBound {
      let index = at - 1
      let classes = sentence.classes[index]
      let isParticiple = !classes.isDisjoint(with: [.demotingParticiple, .contentParticiple, .asParticiple])
      if isParticiple, let preposition {
        var start = Int(sentence.starts[index])
        var isAs = false
        var back = start
        while back > path.lowerBound, back > start - 3 {
          back -= 1
          if sentence.number(back) == grammar.as {
            isAs = true
            start = back
            break
          }
          if sentence.isMark(back, .comma) || sentence.isPreposition(back) { break }
        }
        return ParticipleLink(
          start: start, participle: index, isAs: isAs,
          joinsContent: !sentence.classes[preposition].contains(.qualifier))
      }
      let isLink =
        classes.contains(.linkPreposition) || classes.contains(.glue) || sentence.isGlue(index)
        || sentence.isMark(index, .comma)
        || !classes.isDisjoint(with: [.aside, .modifier, .intensifier]) || isOn(index)
      guard isLink else { return nil }
      if classes.contains(.linkPreposition) { preposition = index }
      at = max(path.lowerBound, sentence.before(at))
    }
    return nil
  }

  private func isOn(_ index: Int) -> Bool {
    sentence.classes[index].contains(.topic) && index + 1 < sentence.count
      && sentence.words[index + 1].kind == .figure
  }
}
