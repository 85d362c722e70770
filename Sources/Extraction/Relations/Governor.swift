import Documents

/// A verb of the organ that speaks, and how far it reaches in its paragraph.
struct Governor {
  /// Index in `Grammar.forms`.
  var form: Int
  /// The verb's words; empty at 0 where the verb stands in the parent paragraph.
  var verb: Range<Int>
  /// The first word of what it governs: behind its modifiers and its own preposition.
  var objectStart: Int
  /// Whether it opens its paragraph, continues it ("…, and requests …"), or is a participle in mid-sentence.
  var isInherited = false
  /// Why sub-paragraphs that continue it are only cited: the words before them lead away from it ("as reported by the Group in:").
  var leadAway: RelationRule?
}

extension Sentence {
  /// The verbs of the speaking organ in a paragraph, in order.
  ///
  /// - Parameters:
  ///   - opening: the paragraph's own opening, if it has one that the ontology knows.
  ///   - inherited: the verb of the parent that a sub-paragraph without a verb of its own continues.
  /// - Complexity: O(words).
  func governors(_ kind: Paragraph.Kind, opening: Opening?, inherited: Governor?) -> [Governor] {
    var found: [Governor] = []
    found.reserveCapacity(4)
    if let opening, let form = opening.form {
      found.append(governor(form, opening.verb, end: opening.end))
    } else if var inherited {
      inherited.verb = 0..<0
      inherited.objectStart = 0
      inherited.isInherited = true
      found.append(inherited)
    }
    let sentenceKind: SentenceKind = found.isEmpty ? .report : found[0].isInherited ? .inherited : .opened
    // "“Recalling its resolution, the Security Council welcomes …"
    if found.isEmpty, count > 1, isMark(0, .quoteOpen),
      let quoted = modifiedVerb(at: 1, where: { $0.position == .preambular || $0.position == .operative })
    {
      found.append(governor(quoted.form, quoted.verb, end: afterAsides(quoted.verb.upperBound)))
    }
    let hasSentences = sentenceKind == .report || opening.map { isDeclarative($0.form) } ?? false
    var scope = Scope(at: found.first?.verb.upperBound ?? 0, endsAtStops: hasSentences)
    var at = scope.at
    while true {
      at = words.next(at, with: .startsVerb, or: [.modifier, .intensifier])
      guard at < count else { return found }
      if let next = continuation(at, kind, &scope, opener: found.first, in: sentenceKind) {
        found.append(next)
        at = next.verb.upperBound
        let isOrganOpen = scope.isOrganOpen && grammar.forms[next.form].position != .past
        scope = Scope(at: at, endsAtStops: hasSentences, isOrganOpen: isOrganOpen)
      } else {
        at += 1
      }
    }
  }

  private func isDeclarative(_ form: Int?) -> Bool {
    form.map { grammar.forms[$0].position == .declarative } ?? false
  }

  private func governor(_ form: Int, _ verb: Range<Int>, end: Int) -> Governor {
    if let decided = endorsement(decidedBy: grammar.forms[form], at: end) {
      return Governor(
        form: decided.form, verb: verb.lowerBound..<decided.end,
        objectStart: objectStart(afterAsides(decided.end)))
    }
    return Governor(form: form, verb: verb, objectStart: objectStart(end))
  }

  /// The endorsing verb that an organ decides on ("decides to endorse"), in the position of the deciding one, and its end. The
  /// paragraph's opening is the deciding verb all the same.
  private func endorsement(decidedBy decision: VerbForm, at to: Int) -> (form: Int, end: Int)? {
    guard grammar.verbs[decision.verb].relation == grammar.decides, to < count, number(to) == grammar.to,
      let inner = modifiedVerb(at: to + 1, where: { $0.position == .declarative })
    else { return nil }
    let verb = grammar.forms[inner.form].verb
    guard grammar.verbs[verb].isEndorsing else { return nil }
    let form = grammar.forms.firstIndex { $0.verb == verb && $0.position == decision.position }
    return (form ?? inner.form, inner.verb.upperBound)
  }

  /// Behind asides, a qualifying phrase between commas, and the preposition that belongs to the verb.
  private func objectStart(_ index: Int) -> Int {
    var at = afterAsides(index)
    if at + 1 < count, isMark(at, .comma), !classes[at + 1].isDisjoint(with: [.qualifier, .linkPreposition]) {
      var end = at + 1
      while end < count, !isMark(end, .comma), end - at < 14 { end += 1 }
      // "reiterates, in accordance with its resolutions, in particular X, that": the phrase holds X.
      let isClosed = end < count && isMark(end, .comma)
      if isClosed, end + 1 >= count || !classes[end + 1].contains(.member) { at = end + 1 }
    }
    if at < count, isPreposition(at), words[at].number != grammar.to { at = ends[at] }
    return at
  }

  /// A verb at `index` that goes on with the sentence of the speaking organ.
  ///
  /// - Parameter scope: read up to the verb where that matters.
  private func continuation(
    _ index: Int, _ kind: Paragraph.Kind, _ scope: inout Scope, opener: Governor?,
    in sentenceKind: SentenceKind
  ) -> Governor? {
    guard index > 0, words[index].kind == .word,
      let joint = joint(before: index, in: sentenceKind, &scope)
    else { return nil }
    let match = modifiedVerb(at: index) { form in
      switch form.position {
      case .preambular: return sentenceKind != .inherited
      case .operative: return sentenceKind == .opened && kind != .preambular || sentenceKind == .report
      case .past: return sentenceKind == .report
      case .declarative: return isDeclarative(opener?.form) || number(index - 1) == grammar.we
      }
    }
    guard let match, match.verb.lowerBound == index || joint != .conjunction else { return nil }
    scope.read(self, through: index)
    let form = grammar.forms[match.form]
    switch form.position {
    case .preambular:
      // A participle may belong to what stands before it: "by promoting and supporting X".
      // One that says "also" or "further" does not: "…, in which it had met, recalling also X".
      let behind = match.verb.upperBound
      let isFurther =
        (joint == .comma || joint == .organ) && afterAsides(behind) > behind
        || joint == .conjunction && behind < count && classes[behind].contains(.aside)
      if scope.isRelative && !isFurther && joint != .commaConjunction && joint != .semicolon { return nil }
      // "to protect the lakes and reaffirming its resolutions": an own act has the organ's own verb. Another's may be adopted by
      // others, too ("in monitoring lakes and adopting resolutions").
      let isFree = !scope.hasPreposition && !scope.isThat
      let isOwn = grammar.verbs[form.verb].isJudging ? isOwnAct(behind) : isActOrReport(behind)
      if joint == .conjunction && !isFree && !isFurther && !isOwn { return nil }
      if opener == nil && joint != .organ || joint == .organ && sentenceKind != .report { return nil }
      // "dialogue, understanding and cooperation"
      if behind + 1 < count, isJoining(behind),
        modifiedVerb(at: behind + 1, where: { $0.position == .preambular }) == nil
      {
        return nil
      }
      // A capital inside a sentence belongs to a title.
      if words[match.verb.lowerBound].isCapital && joint != .semicolon { return nil }
    case .operative:
      if isNoun(at: match.verb) { return nil }
      let isClosed = !scope.isRelative && !scope.isThat
      switch joint {
      // "The Security Council recalls …": only a statement's sentence has its organ before the verb.
      case .organ: guard sentenceKind == .report, isClosed else { return nil }
      // "Stresses that States must act, urges States to …": what it reports has its verb.
      case .comma:
        guard opener != nil,
          (isClosed || scope.isThatComplete || isOrgansOwn(match.verb, form))
            && isObject(match.verb.upperBound)
            || isTold(match.verb.upperBound, by: form)
        else { return nil }
      // Behind an opening that the ontology has not, only who is told shows that the organ goes on.
      case .conjunction:
        guard opener != nil && !scope.isRelative || isTold(match.verb.upperBound, by: form) else {
          return nil
        }
      case .commaConjunction, .semicolon:
        guard opener != nil || isTold(match.verb.upperBound, by: form) else { return nil }
      }
    case .declarative:
      if isNoun(at: match.verb) || scope.isRelative { return nil }
      // Behind a "to" the same form is an infinitive.
      if joint != .organ, joint != .semicolon, scope.hasInfinitive || !isObject(match.verb.upperBound) {
        return nil
      }
      if joint == .comma, scope.isThat { return nil }
    case .past:
      if joint == .conjunction && opener == nil { return nil }
      if opener == nil && joint != .organ { return nil }
      if scope.isRelative || scope.isThat { return nil }
      if isNoun(at: match.verb) { return nil }
    }
    let end = afterAsides(match.verb.upperBound)
    return governor(match.form, match.verb, end: end)
  }

  /// How a paragraph speaks.
  private enum SentenceKind {
    /// It opens with a verb of the organ.
    case opened
    /// A sub-paragraph without a verb of the organ.
    case inherited
    /// It reports, as decisions do: "At its 5th meeting, the General Assembly took note …".
    case report
  }

  /// What stands before a verb that may continue the sentence.
  private enum Joint {
    case comma, conjunction, commaConjunction, semicolon, organ
  }

  private func joint(before index: Int, in sentenceKind: SentenceKind, _ scope: inout Scope) -> Joint? {
    var at = index
    // "…, in this regard, recalls": asides stand between the comma and the verb.
    while at > 1,
      classes[at - 1].contains(.aside) || isMark(at - 1, .comma) && classes[at - 2].contains(.aside)
    {
      at = isMark(at - 1, .comma) ? at - 1 : before(at)
    }
    guard at > 0 else { return nil }
    if isMark(at - 1, .comma) {
      if at > 1, classes[at - 2].contains(.conjunction), number(at - 2) != grammar.of {
        return .commaConjunction
      }
      guard sentenceKind == .report else { return .comma }
      scope.read(self, through: index)
      return scope.isOrganOpen ? .organ : .comma
    }
    if isMark(at - 1, .semicolon) || isMark(at - 1, .dash) { return .semicolon }
    if words[at - 1].traits.contains(.organ) || number(at - 1) == grammar.we { return .organ }
    // "It recalls its resolutions": the organ of the sentence before.
    if number(at - 1) == grammar.it, at > 1, isMark(at - 2, .stop) { return .organ }
    let isJoined = isJoining(at - 1)
    guard isJoined || !classes[at - 1].isDisjoint(with: [.modifier, .intensifier]) else { return nil }
    let start = before(at)
    guard start > 0 else { return nil }
    if isMark(start - 1, .comma) { return .commaConjunction }
    if isMark(start - 1, .semicolon) { return .semicolon }
    // "as it further considers": the modifier's verb is another's, unless something joins it.
    return isJoined || isJoining(start - 1) ? .conjunction : nil
  }

  /// Whether the word joins two verbs of the organ, which "or" does not.
  private func isJoining(_ index: Int) -> Bool {
    classes[index].contains(.conjunction) && number(index) != grammar.of && number(index) != grammar.or
      || isAnd(index)
  }

  /// Whether a clause opens that tells of persons or of whom a directive addresses, and not of a document: "sailors who have
  /// left", "States which have not done so".
  @inline(__always)
  fileprivate func isAboutPerson(_ index: Int, _ word: Words.Entry) -> Bool {
    word.number == grammar.who
      || index > 0 && word.traits.contains(.subordinator) && words[index - 1].classes.contains(.addressee)
  }

  /// Whether an object follows the verb, asides between them or not: what is no verb there ("efforts, calls and plans") has none.
  private func isObject(_ verbEnd: Int) -> Bool {
    let index = afterAsides(verbEnd)
    return index < count
      && (isGlue(index) || number(index) == grammar.that || classes[index].contains(.addressee)
        || isPreposition(index))
  }

  /// Whether a verb in the present behind a comma is the organ's own whatever clause is open: with an aside beside it, or with a
  /// resolution or report as its object ("…, which killed sailors, recalls resolution 60/1"). Of a judgement that is not believed:
  /// it may be another's ("in which the Assembly notes progress, endorses the report").
  private func isOrgansOwn(_ verb: Range<Int>, _ form: VerbForm) -> Bool {
    !grammar.verbs[form.verb].isJudging
      && (afterAsides(verb.upperBound) > verb.upperBound || classes[verb.lowerBound - 1].contains(.aside)
        || isActOrReport(verb.upperBound))
  }

  /// Whether a resolution, a decision or a report is named at `index`, behind asides and what belongs to its name.
  private func isActOrReport(_ index: Int) -> Bool {
    var at = afterAsides(index)
    while at < count, isGlue(at), !words[at].traits.contains(.act) { at += 1 }
    return at < count && (words[at].traits.contains(.act) || classes[at].contains(.reportNoun))
  }

  /// Whether the verb is told to somebody, named at `index`: whatever clause is open, only the organ tells.
  private func isTold(_ index: Int, by form: VerbForm) -> Bool {
    guard grammar.verbs[form.verb].isAddressed else { return false }
    var at = index
    // "that all", "the lake-poor"
    while at < count, at - index < 5, words[at].kind == .word, addressee(at: at) == nil, !isPreposition(at) {
      at += 1
    }
    return at < count && addressee(at: at) != nil
  }

  /// Whether a form that is also a noun stands as one: "the reports and requests of the Council".
  private func isNoun(at verb: Range<Int>) -> Bool {
    guard verb.count == 1, verb.upperBound < count else { return verb.upperBound >= count }
    let next = verb.upperBound
    if number(next) == grammar.of || isMark(next, .semicolon) || isMark(next, .stop) { return true }
    if classes[next].contains(.contentParticiple) && !classes[next].contains(.glue) { return true }
    return false
  }
}

/// What has been opened since the last verb of the speaking organ, as far as it has been read: where no verb follows that may go on
/// with the sentence, nothing is.
private struct Scope {
  /// The word that is to be read next.
  private(set) var at: Int
  /// Whether sentences follow one another, so that a stop closes all.
  private let endsAtStops: Bool
  /// A clause about the document just cited: "in which it decided …".
  private(set) var isRelative = false
  /// A clause that the verb reports: "recalling that …".
  private(set) var isThat = false
  /// Whether such a clause has had its verb, and no other clause has been opened in it.
  private(set) var isThatComplete = false
  /// A preposition since the last comma: a participle behind it belongs to it.
  private(set) var hasPreposition = false
  /// "to" before a verb.
  private(set) var hasInfinitive = false
  /// The organ's name with a comma behind it, whose verb has not come yet: "the Assembly, on …, took note".
  private(set) var isOrganOpen: Bool

  init(at: Int, endsAtStops: Bool, isOrganOpen: Bool = false) {
    self.at = at
    self.endsAtStops = endsAtStops
    self.isOrganOpen = isOrganOpen
  }

  /// What cues say of a word that may tell whose verb the next one is: most words are none of it.
  private static let steering: CueClass = [.relative, .linkPreposition, .topic, .qualifier]

  /// Reads on to the word at `index` and that one too.
  ///
  /// - Complexity: O(words that have not been read).
  mutating func read(_ sentence: Sentence, through index: Int) {
    while at <= index {
      let word = sentence.words[at]
      let steers =
        !word.traits.isDisjoint(with: [.steers, .finite]) || !word.classes.isDisjoint(with: Scope.steering)
      if steers { read(sentence, word) }
      at += 1
    }
  }

  private mutating func read(_ sentence: Sentence, _ word: Words.Entry) {
    switch word.kind {
    case .comma:
      hasPreposition = false
      if at > 0, sentence.words[at - 1].traits.contains(.organ) { isOrganOpen = true }
    case .semicolon:
      hasPreposition = false
      isRelative = false
    case .stop where endsAtStops: self = Scope(at: at, endsAtStops: true)
    default: break
    }
    // "in that regard" opens no clause.
    if word.number == sentence.grammar.that, !word.classes.contains(.aside), !sentence.isPointing(at) {
      isThat = true
    }
    if isThat, word.traits.contains(.finite), !isRelative { isThatComplete = true }
    if word.classes.contains(.relative), !sentence.isAboutPerson(at, word) {
      isRelative = true
      isThatComplete = false
    }
    if sentence.isPreposition(word), word.number != sentence.grammar.of { hasPreposition = true }
    if word.number == sentence.grammar.to, at + 1 < sentence.count, !sentence.isGlue(at + 1),
      sentence.number(at + 1) != sentence.grammar.that
    {
      hasInfinitive = true
    }
  }
}
