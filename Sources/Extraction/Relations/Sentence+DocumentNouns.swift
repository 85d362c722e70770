/// The nouns for documents that markers and symbols in brackets stand on.
extension Sentence {
  /// The start of the noun phrase on which a footnote's marker stands, and its noun.
  ///
  /// - Parameter item: where the item before ends, if it has the noun before it: a name that stands there has a marker of its own.
  func markedPhrase(endingAt end: Int, floor: Int, behind item: Int, prefersName: Bool) -> (
    start: Int, noun: Int
  ) {
    func behind(_ kinds: [Words.Kind], from index: Int) -> Int {
      var at = index
      while at > floor, !kinds.contains(words[at - 1].kind) { at -= 1 }
      return at
    }
    // A quotation is passed over as a whole, and so is a shorter name in brackets.
    var end = behind([.word, .figure, .quoteClose, .close], from: end)
    if end > floor, isMark(end - 1, .close), let open = nameStart(inBracketClosedAt: end - 1, floor) {
      end = open
    }
    let last = behind([.word, .figure], from: end)
    guard last > floor else { return (floor, floor) }
    if classes[last - 1].contains(.nameEnd) {
      return name(endingIn: last - 1, floor: max(floor, item)).map { ($0, $0) } ?? (last - 1, last - 1)
    }
    if words[last - 1].kind == .figure, let noun = documentNoun(behind: last) {
      return (phraseHeadStart(noun, floor: floor, from: last - 1), noun)
    }
    let quotation = isMark(end - 1, .quoteClose) ? quotationStart(end - 1, floor) : nil
    let noun =
      documentNoun(before: end, floor: floor, behind: item, prefersName: prefersName) ?? quotation ?? last - 1
    return (phraseHeadStart(noun, floor: floor, from: noun), noun)
  }

  /// The start of the phrase whose noun for a report or letter stands nearest before `end`, of those that "of" and "on" chain the
  /// first; nil where none does.
  func reportPhrase(before end: Int, floor: Int) -> Int? {
    var noun: Int?
    var at = end
    let floor = max(floor, end - Governed.reach)
    while at > floor, !isMark(at - 1, .semicolon), noun == nil || !endsChain(at - 1) {
      if classes[at - 1].contains(.reportNoun) { noun = at - 1 }
      at = before(at)
    }
    return noun.map { phraseHeadStart($0, floor: floor, from: $0) }
  }

  /// The start of the noun phrase that a symbol in brackets stands for: "the report of 3 May 2020 on lakes (S/2020/1)"; nil
  /// where no bracket opens before `index` or no document is named before it.
  func bracketedPhrase(at index: Int, floor: Int, prefersName: @autoclosure () -> Bool) -> Int? {
    var open = index - 1
    while open > floor, words[open].kind == .word, isGlue(open) { open -= 1 }
    guard open > floor, isMark(open, .open),
      let noun = documentNoun(before: open, floor: floor, behind: floor, prefersName: prefersName())
    else { return nil }
    return phraseHeadStart(noun, floor: floor, from: noun)
  }

  /// The noun for a document that stands nearest before `end`, of the wanted kind if there is one in reach; of common nouns that
  /// "of" and "on" chain, the first: "the outcome document of the review of the plan".
  ///
  /// Behind a noun that would do, a verb in the infinitive ends the search ("the decision to approve the Strategy"), and so does
  /// the opening of the clause that it stands in ("resolution 60/1, in which it endorsed the Strategy") or of a qualifier.
  private func documentNoun(before end: Int, floor: Int, behind item: Int, prefersName: Bool) -> Int? {
    var name: Int?
    var common: Int?
    var isChained = true
    var at = end
    let floor = max(floor, end - Governed.reach)
    while at > floor {
      let last = at - 1
      if isMark(last, .quoteClose), let open = quotationStart(last, floor) {
        at = open
        continue
      }
      let isFound = name != nil || common != nil
      if isMark(last, .semicolon) || isFound && leadsIn(last)
        || common != nil && (last < item || prefersName && isMeasure(last))
      {
        break
      }
      if isFound, endsChain(last) { isChained = false }
      if !prefersName, common != nil, !isChained { return common }
      if classes[last].contains(.documentNoun) {
        // "the Report on the implementation of the recommendations": a report with a capital is a report.
        if words[starts[last]].isCapital, prefersName || common == nil || !isChained {
          if prefersName { return firstNoun(ofName: last, floor) }
          if name == nil || isChained { name = last }
        } else if common == nil || isChained {
          isChained = isChained || common == nil
          common = last
        }
      }
      at = before(at)
    }
    return common ?? name
  }

  /// "the Documents of the 2000 and the 2010 Conferences"
  private func joinsFigures(_ index: Int) -> Bool {
    guard index > 0, index + 2 < count, classes[index].contains(.conjunction) else { return false }
    let next = words[index + 1].traits.contains(.article) ? index + 2 : index + 1
    return words[index - 1].kind == .figure && words[next].kind == .figure
  }

  /// Whether the word leads to what stands behind it, so that no noun before it is meant: an infinitive, the opening of a clause.
  func leadsIn(_ index: Int) -> Bool {
    isInfinitive(index) || !words[index].isCapital && classes[index].contains(.relative)
  }

  /// "in accordance with": what stands behind it is another thing than what stands before.
  private func isMeasure(_ index: Int) -> Bool {
    !words[index].isCapital && classes[index].contains(.qualifier)
  }

  /// The first noun for a document in the name that goes on with that at `index`: "the Protocol to the Convention", "the
  /// Declaration of the Review of the Programme of Action".
  private func firstNoun(ofName index: Int, _ floor: Int) -> Int {
    var noun = index
    var at = before(index + 1)
    var hasSubtitle = false
    while at > floor {
      let last = at - 1
      // "the Declaration on Saving Boats, Lake Justice and Law: Towards the Agenda"
      let joinsTitle =
        (words[last].kind == .colon || hasSubtitle && words[last].kind == .comma) && words[at].isCapital
        || hasSubtitle && classes[last].contains(.conjunction)
      hasSubtitle = hasSubtitle || words[last].kind == .colon
      let joins =
        joinsTitle || words[last].isCapital || words[last].kind == .figure || words[last].kind == .close
        || words[last].kind == .open
        || isShort(last) && (!classes[last].contains(.conjunction) || words[at].isCapital)
      guard joins else { return noun }
      // "the Conference to Review the Implementation"
      let isVerb = starts[last] > 0 && number(starts[last] - 1) == grammar.to
      if words[last].isCapital, classes[last].contains(.documentNoun), !isVerb { noun = last }
      at = before(at)
    }
    return noun
  }

  /// Where the bracket opens that closes at `index`, if it holds capitals only: "(the Nelson Mandela Rules)".
  private func nameStart(inBracketClosedAt index: Int, _ floor: Int) -> Int? {
    var at = index - 1
    while at > floor, !isMark(at, .open) {
      guard words[at].isCapital || isShort(at) else { return nil }
      at -= 1
    }
    return at > floor && at < index - 1 ? at : nil
  }

  /// Where the quotation opens that closes at `index`: a title's words name no document of their own.
  private func quotationStart(_ index: Int, _ floor: Int) -> Int? {
    (floor..<index).last { isMark($0, .quoteOpen) }
  }

  /// Whether the noun phrase that goes on behind the word cannot have begun before it.
  private func endsChain(_ index: Int) -> Bool {
    if joinsFigures(index) { return false }
    switch words[index].kind {
    case .comma, .colon, .stop, .open, .close: return true
    default:
      let ends: CueClass = [
        .conjunction, .relative, .qualifier, .member, .contentParticiple, .demotingParticiple, .aside,
      ]
      return !words[index].isCapital && !classes[index].isDisjoint(with: ends)
        || number(index) == grammar.that
    }
  }

  /// Whether "to" stands at `index` before a word in small letters that is no determiner.
  private func isInfinitive(_ index: Int) -> Bool {
    number(index) == grammar.to && ends[index] - starts[index] == 1 && index + 1 < count
      && words[index + 1].kind == .word && !words[index + 1].isCapital && !isGlue(index + 1)
      && number(index + 1) != grammar.that
  }

  /// "in its 2013³ and 2015² reports": the noun that the figures before it share.
  private func documentNoun(behind index: Int) -> Int? {
    var at = index
    while at < count, at < index + 8 {
      if classes[at].contains(.documentNoun) { return words[at - 1].kind == .figure ? at : nil }
      guard words[at].kind == .figure || isMark(at, .comma) || classes[at].contains(.conjunction) else {
        return nil
      }
      at += 1
    }
    return nil
  }

  /// The start of the name that ends in the qualifier at `index`: "the Declaration on Trade among States in accordance with the
  /// Charter"; nil where a word before it is no part of a name.
  private func name(endingIn index: Int, floor: Int) -> Int? {
    let end = starts[index]
    var at = end
    while at > floor, isInName(at - 1, isLast: at == end) { at -= 1 }
    return (at..<end).first { words[$0].isCapital && classes[$0].contains(.documentNoun) }
      .map { phraseHeadStart($0, floor: floor, from: $0) }
  }

  private func isInName(_ index: Int, isLast: Bool) -> Bool {
    words[index].isCapital
      || !isLast
        && (isShort(index) || isPreposition(index) || classes[index].contains(.conjunction)
          || index > 0 && words[index - 1].isCapital && words[index + 1].isCapital)
  }

  /// The start of the noun phrase whose head is at `noun`: adjectives, determiners and possessors before it.
  private func phraseHeadStart(_ noun: Int, floor: Int, from index: Int) -> Int {
    var at = min(starts[noun], index)
    var hasBracket = false
    while at > floor {
      let last = at - 1
      let stops: CueClass = [.qualifier, .relative, .conjunction, .member, .topic, .linkPreposition, .aside]
      let kind = words[last].kind
      if kind == .comma || kind == .semicolon || kind == .colon || kind == .stop { break }
      if kind == .close { hasBracket = true }
      // The infinitive belongs to what leads to the phrase: "the decision to approve" is no part of "the Strategy".
      if isInfinitive(last) {
        let verb = afterAsides(at)
        return verb < min(starts[noun], index) ? ends[verb] : at
      }
      // "the Ways of Action (LAKES) Pathway", "the Group on Issues of Sanctions report", "the Government of Lake's Plan",
      // "the Council of Lakes Convention"
      let isBodys =
        last > 0 && classes[last - 1].isDisjoint(with: [.documentNoun, .part])
        && classes[noun].contains(.documentNoun) && !classes[noun].contains(.reportNoun)
      let isInName = hasBracket || !words[noun].isCapital || words[at].isPossessive || isBodys
      let joinsName =
        isInName && number(last) == grammar.of && last > 0 && words[last - 1].isCapital
        && words[at].isCapital
      if number(last) == grammar.that && !isPointing(last) || number(last) == grammar.to { break }
      if number(last) == grammar.of, !joinsName { break }
      if !classes[last].isDisjoint(with: stops), !words[last].isCapital || number(last) == grammar.and {
        break
      }
      at = max(floor, before(at))
    }
    return at
  }
}
