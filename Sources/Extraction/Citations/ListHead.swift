import Documents

/// The word "resolution", "decision" or "statement" that numbers belong to, and whose they are.
struct ListHead {
  enum Kind {
    case resolution, decision
    /// "presidential statement 2015/25", which is S/PRST/2015/25.
    case statement
  }

  var kind: Kind
  var clue: ActResolver.Clue
  var rule: Citation.Rule
  /// Index of the head's token.
  var token: Int
  /// UTF-8 offset where its noun phrase starts.
  var phraseStart: Int
  /// The part that is pinpointed before it: "section VI" of "section VI of resolution 55/238".
  var pinpoint: String?
  /// The body named last before it in its sentence, for heads that name none themselves.
  var bodyBefore: Body?
  /// Whether the record that prints its acts stands right before it: "FCCC/CP/2015/10/Add.1, decision 1/CP.21".
  var isInRecord = false
  /// Whether no number of its list has been read yet.
  var isFresh = true
  /// Index of the last bare number that was found to belong to the list: "1596" of "resolutions 1533, 1596".
  var lastBare = -1
}

extension CitationReading {
  /// Opens the list that the head at `index` starts.
  mutating func open(at index: Int, _ kind: ListHead.Kind) {
    if case .named(let body)? = head?.clue { nearby = body }
    let (before, start) = bodyBefore(index)
    let determiner = determiner(before: index)
    var rule = Citation.Rule.listHead
    var clue = ActResolver.Clue.none
    var isInRecord = false
    if let before {
      clue = .named(before)
    } else if isWord(determiner, .its) {
      (clue, rule) = own(determiner)
    } else if let after = bodyAfter(index) {
      clue = .named(after)
      rule = .trailingBody
    } else if let adopter = adopter(before: index) {
      clue = .named(adopter)
      rule = .subjectBody
    } else if let series = body(ofSeriesBefore: index) {
      clue = .named(series)
      isInRecord = true
    } else if let body = spoken.actsBefore, openingIbid != nil {
      (clue, rule) = (.named(.named(body)), .ibid)
    } else {
      clue = nearby.map { .nearby($0) } ?? .none
      rule = .form
    }
    let phrase = phraseStart(isWord(determiner, .its) ? determiner : start)
    head = ListHead(
      kind: kind, clue: clue, rule: rule, token: index, phraseStart: phrase.offset, pinpoint: phrase.pinpoint,
      bodyBefore: rule == .form || rule == .ownBody ? body(inSentenceBefore: index) : nil,
      isInRecord: isInRecord)
  }

  /// Whether the token heads a list.
  func isHead(_ index: Int) -> Bool { isWord(index, .resolution) || isWord(index, .decision) }

  /// The index of the determiner before a head, over the adjectives between them.
  private func determiner(before index: Int) -> Int {
    var at = index - 1
    while isWord(at, .adjective) || isWord(at, .lower) && isWord(at - 1, .its) { at -= 1 }
    return at
  }

  /// "its resolution" is the speaker's, but "the Human Rights Council, in its resolution" that Council's.
  private func own(_ its: Int) -> (ActResolver.Clue, Citation.Rule) {
    var at = its - 1
    if isWord(at, .in) || isWord(at, .by) || isWord(at, .through) {
      at -= 1
      if token(at).kind == .comma { at -= 1 }
      if let (body, _) = body(endingAt: at) { return (.named(body), .subjectBody) }
    }
    if let adopter = adopter(before: its) { return (.named(adopter), .subjectBody) }
    return (spoken.speaker.map { .named($0) } ?? .none, .ownBody)
  }

  /// The body named right before a head, and the index of the first token of its name; otherwise nil and the head's index.
  private func bodyBefore(_ index: Int) -> (body: Body?, start: Int) {
    var at = index - 1
    while isWord(at, .adjective) || isWord(at, .draft) || isWord(at, .presidential) { at -= 1 }
    // "General Assembly resolutions and decisions"
    if isWord(at, .and), isHead(at - 1) { return bodyBefore(at - 1) }
    let before = body(endingAt: at)
    if let before, !before.body.isShort { return before }
    // "International Maritime Organization, resolution …" as a note begins, or "…, Assembly resolution …".
    if let organization = noteBody(before: before?.start ?? at + 1) { return organization }
    return before ?? (nil, index)
  }

  /// The body that a note opens with, "See" before it left aside, and a comma behind it before token `end`.
  private func noteBody(before end: Int) -> (body: Body?, start: Int)? {
    guard case .footnote = spoken.place, token(end - 1).kind == .comma,
      let (body, start) = body(endingAt: end - 2),
      start == 0 || start == 1 && isWord(0, .see)
    else { return nil }
    return (body, start)
  }

  /// Where the noun phrase of a head whose name starts at token `start` begins, and the part pinpointed before it.
  private func phraseStart(_ start: Int) -> (offset: Int, pinpoint: String?) {
    var at = start
    while isWord(at - 1, .adjective) || isWord(at - 1, .draft) { at -= 1 }
    if isWord(at - 1, .its) || isWord(at - 1, .the) { at -= 1 }
    if isWord(at - 1, .of) || isWord(at - 1, .to) || isWord(at - 1, .in),
      let part = partStart(endingAt: at - 2)
    {
      return (Int(token(part).start), text.text(Int(token(part).start)..<Int(token(at - 2).end)))
    }
    return (Int(token(at).start), nil)
  }

  /// The first token of a part that ends at token `end`: "paragraphs 5 and 6 (a)", "section VI", "annex".
  private func partStart(endingAt end: Int) -> Int? {
    var at = end
    while at >= 0, at > end - 24 {
      if isPart(at) { return at }
      switch token(at).kind {
      case .digits, .open, .close, .dash, .comma: at -= 1
      case .word:
        guard isWord(at, .and) || isWord(at, .to) || token(at).end - token(at).start <= 5 else { return nil }
        at -= 1
      default: return nil
      }
    }
    return nil
  }

  func isPart(_ index: Int) -> Bool {
    isWord(index, .part) || isWord(index, .chapter) || isWord(index, .article)
  }
}
