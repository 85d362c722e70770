/// Bodies in a text: those of the word list, and unknown ones by their capitals and a noun such as "Conference".
extension CitationReading {
  /// In tokens; what runs on longer is a list or a damaged text.
  static let longestName = 48

  /// The body whose name ends at token `end`, and the index of its first token.
  func body(endingAt end: Int) -> (body: Body, start: Int)? {
    let last = token(end)
    if last.kind == .body {
      let body = lexicon.bodies[Int(last.value)].body
      if body.isShort, isName(end - 1), !opensSentence(end - 1) { return unknownBody(endingAt: end) }
      return (body, end)
    }
    guard isName(end) else { return nil }
    return unknownBody(endingAt: end)
  }

  /// The body whose name starts at token `start`, behind "the".
  func body(startingAt start: Int) -> Body? {
    let first = token(start)
    guard first.kind == .body || isName(start) else { return nil }
    var at = start
    var last = start
    var hasNoun = false
    while at - start < CitationReading.longestName {
      if token(at).kind == .body || isName(at) {
        last = at
        hasNoun = hasNoun || token(at).kind == .body || isWord(at, .bodyNoun)
      } else if !isConnector(at) {
        break
      }
      at += 1
    }
    if first.kind == .body {
      let body = lexicon.bodies[Int(first.value)].body
      let isWhole = !body.isShort && !(isWord(start + 1, .of) && !isUnitedNations(start + 2))
      if isWhole || last == start || isWord(start + 1, .and) { return body }
    }
    guard hasNoun else { return nil }
    return .named(text.text(Int(first.start)..<Int(token(last).end)))
  }

  /// "the United Nations", whose General Assembly is the General Assembly.
  private func isUnitedNations(_ index: Int) -> Bool {
    let first = isWord(index, .the) ? index + 1 : index
    return text.text(token(first).range) == "United" || !isName(first)
  }

  /// The body named last before token `index` in its sentence, of the word list or not.
  ///
  /// - Complexity: O(tokens) for all the heads of a text, which are asked for in order.
  mutating func body(inSentenceBefore index: Int) -> Body? {
    for at in min(lastNoun.end, index)..<index {
      if token(at).kind == .stop || token(at).kind == .semicolon {
        lastNoun.index = nil
      } else if isNoun(at) {
        lastNoun.index = at
      }
    }
    lastNoun.end = index
    guard var at = lastNoun.index else { return nil }
    while isName(at - 1), !opensSentence(at - 1) { at -= 1 }
    return body(startingAt: at)
  }

  /// Walks back over capitals and connectors from an unknown body's last word to its first.
  private func unknownBody(endingAt end: Int) -> (body: Body, start: Int)? {
    var start = end
    var hasNoun = isNoun(end)
    while end - start < CitationReading.longestName, isName(start - 1) || token(start - 1).kind == .body,
      !opensSentence(start - 1)
    {
      start -= 1
      hasNoun = hasNoun || isNoun(start)
    }
    var at = start
    while !hasNoun, at > end - 16 {
      at -= 1
      guard isConnector(at) || isName(at) || token(at).kind == .body else { return nil }
      if isNoun(at) {
        hasNoun = true
        start = at
        while isName(start - 1), !opensSentence(start - 1) { start -= 1 }
      }
    }
    guard hasNoun else { return nil }
    // "Assembly of the International Maritime Organization"
    while isWord(start - 1, .the), isWord(start - 2, .of), isNoun(start - 3),
      end - start < CitationReading.longestName
    {
      start -= 3
      while isName(start - 1), !opensSentence(start - 1) { start -= 1 }
    }
    return (.named(text.text(Int(token(start).start)..<Int(token(end).end))), start)
  }

  private func isNoun(_ index: Int) -> Bool { isWord(index, .bodyNoun) || token(index).kind == .body }

  /// A word with a capital that may stand in a name.
  private func isName(_ index: Int) -> Bool {
    let token = token(index)
    guard token.kind == .word, text.isCapital(token) else { return false }
    switch token.word {
    case .resolution, .decision, .its, .the, .ibid, .see, .part, .article, .chapter, .number, .volume, .month:
      return false
    default: return true
    }
  }

  private func isConnector(_ index: Int) -> Bool {
    guard token(index).kind == .word else { return false }
    switch token(index).word {
    case .of, .the, .and, .on, .to, .link: return true
    default: return false
    }
  }

  /// Whether the token opens the text or a quotation, where a capital makes no name; a footnote may open with one.
  private func opensSentence(_ index: Int) -> Bool {
    if index == 0, case .footnote = spoken.place { return !isName(1) }
    return index <= 0 || [.quoteOpen, .stop, .colon, .close].contains(token(index - 1).kind)
  }

  /// The body named behind a head's numbers: "resolutions 5/3 and 6/2 of the Conference", "adopted by the General
  /// Assembly on …", or behind the head itself: "resolutions of the Security Council, including".
  func bodyAfter(_ index: Int) -> Body? {
    var at = index + 1
    if let body = ofBody(at) { return body }
    var seen = false
    while at < tokens.count {
      if let number = ownNumber(at: at) {
        seen = true
        at = number.last + 1
        continue
      }
      switch token(at).kind {
      case .act, .symbol, .digits: seen = true
      case .day, .comma: break
      case .word:
        switch token(at).word {
        case .and, .or, .as, .well, .to, .its: break
        case .of, .by, .adopted, .on, .in:
          if seen, let body = ofBody(at) { return body }
          guard token(at + 1).kind == .day || isWord(at, .adopted) || isWord(at + 1, .adopted) else {
            return nil
          }
        default: return nil
        }
      default: return nil
      }
      at += 1
    }
    return nil
  }

  /// The body named behind a number's topic: "resolution 4/6 on litter, adopted by the Environment Assembly"; nil where another
  /// document comes first ("resolution 4/6 on litter and the Framework, adopted by the Conference").
  func adopter(behind index: Int) -> Body? {
    var at = index + 1
    while at < min(tokens.count, index + ItemTail.longestTitle),
      ![.semicolon, .stop].contains(token(at).kind)
    {
      if isHead(at) || isWord(at, .and) && (isWord(at + 1, .the) || isWord(at + 1, .its)) { return nil }
      if token(at).kind == .comma {
        if isWord(at + 1, .adopted) { return ofBody(at + 2) }
        let next = isWord(at + 1, .and) ? at + 2 : at + 1
        guard
          isWord(next, .on) || isWord(next, .entitled) || [.act, .symbol, .digits].contains(token(next).kind)
        else { return nil }
      }
      at += 1
    }
    return nil
  }

  /// "of the Conference", "by the General Assembly", "of the tenth meeting of the Conference"; French and Spanish say "du
  /// Conseil" in one word.
  private func ofBody(_ index: Int) -> Body? {
    guard isWord(index, .of) || isWord(index, .by) else { return nil }
    guard isWord(index + 1, .the) else {
      return lexicon.fusesArticles && token(index + 1).kind == .body ? body(startingAt: index + 1) : nil
    }
    if isWord(index + 3, .session), isWord(index + 4, .of), isWord(index + 5, .the) {
      return body(startingAt: index + 6)
    }
    return body(startingAt: index + 2)
  }

  /// The body that stands before a head as its adopter: "by the Assembly on 30 November 2011 of resolution A.1044(27)",
  /// "by the Commission, at its seventy-second session, of its resolution 72/7".
  func adopter(before index: Int) -> Body? {
    guard isWord(index - 1, .of) else { return nil }
    var at = index - 2
    if token(at).kind == .comma { at -= 1 }
    if isWord(at, .session) {
      let session = at
      while at > session - 8, !isWord(at, .link) { at -= 1 }
      at -= 1
    }
    if token(at).kind == .comma { at -= 1 }
    if token(at).kind == .day { at -= isWord(at - 1, .on) ? 2 : 1 }
    guard let (body, start) = body(endingAt: at) else { return nil }
    return isWord(isWord(start - 1, .the) ? start - 2 : start - 1, .by) ? body : nil
  }
}
