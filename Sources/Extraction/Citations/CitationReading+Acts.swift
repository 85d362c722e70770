import Documents

/// Numbers in a list.
extension CitationReading {
  /// Cites the number at `index` if a list is open and nothing else owns it.
  mutating func act(at index: Int) {
    let token = tokens[index]
    let number = text.numbers[Int(token.value)]
    if case .suffixYear(let year) = number.frame { years[number.number, default: []].insert(year) }
    guard let head, !isOwned(index) else { return }
    let date = date(ofItemAt: index)
    let outcome = outcome(number, head, date)
    // "the resolution of conflicts in 30 (2019)": what no body has adopted and no list leads up to is no act.
    if case .unresolved = outcome.target, self.token(index - 1).kind == .word, index - 1 != head.token,
      !isWord(index - 1, .and), !isWord(index - 1, .or)
    {
      return
    }
    var rule = head.rule
    if outcome.isContradiction {
      rule = .contradiction
    } else if !head.isFresh {
      rule = .listItem
    } else if outcome.isByForm {
      rule = isFootnoteOpening(head) ? .footnoteResolution : .form
    }
    add(outcome, rule, token.range, head, index, date)
    self.head?.isFresh = false
    // Once form or date have shown that it is that Council's, so is the rest of the list: "… and its resolutions S-16/1 of …".
    if outcome.organ == .humanRightsCouncil {
      self.head?.clue = .named(.organ(.humanRightsCouncil))
    }
  }

  private func outcome(_ number: ResolutionNumber, _ head: ListHead, _ date: Day?) -> ActResolver.Outcome {
    let decision = head.kind == .decision
    if head.kind == .statement, case .year(let year) = number.frame {
      return ActResolver.Outcome(target: .document(Symbol(canonical: "S/PRST/\(year)/\(number.number)")))
    }
    var clue = head.clue
    switch head.rule {
    case .trailingBody:
      // "implemented by resolution 75/314 of the Forum" may as well be the speaker's resolution.
      if case .named(.named) = clue, resolver.isDatedSpeaker(number, decision, date) { clue = .none }
    case .ownBody:
      // "Commission on Population and Development resolution 2006/2 and its resolution 2013/1": not the speaker's, hence the
      // body's that was named last.
      if !resolver.fitsSpeaker(number, decision, date), let body = head.bodyBefore {
        clue = nearby == body ? .named(body) : .nearby(body)
      }
    case .form:
      let fitsSpeaker = resolver.fitsSpeaker(number, decision, date)
      if !fitsSpeaker, let adopter = adopter(behind: head.token) {
        clue = .named(adopter)
        break
      }
      guard let body = head.bodyBefore else { break }
      // "the report to the Human Rights Council submitted pursuant to resolution 34/24": both might have such a number.
      let isHumanRights = body == .organ(.humanRightsCouncil) || body == .council && resolver.knowsHumanRights
      if isHumanRights, date == nil, resolver.fits(.humanRightsCouncil, number, decision) {
        clue = .named(.organ(.humanRightsCouncil))
      } else if !fitsSpeaker {
        clue = .nearby(body)
      }
    default: break
    }
    return resolver.resolve(number, decision: decision, clue: clue, date: date)
  }

  /// Cites a bare number in a list of Security Council resolutions: "resolutions 1533, 1596 and 1649"; whether it did.
  mutating func yearlessNumber(at index: Int) -> Bool {
    let token = tokens[index]
    guard let head, head.kind == .resolution, (1..<10_000).contains(token.value), isSecurityCouncil(head),
      isInList(index, of: head)
    else { return false }
    let date = dateRightBehind(index)
    if let date {
      let target = Target.document(Symbol(canonical: "S/RES/\(token.value)(\(date.year))"))
      add(ActResolver.Outcome(target: target), .yearFromContext, token.range, head, index, date)
    } else {
      let target = Target.unresolved("a Security Council resolution without its year")
      add(ActResolver.Outcome(target: target), .yearFromContext, token.range, head, index, nil)
      citations[citations.count - 1].yearless = Int(token.value)
    }
    self.head?.isFresh = false
    return true
  }

  private func isSecurityCouncil(_ head: ListHead) -> Bool {
    switch head.clue {
    case .named(let body), .nearby(let body): body == .organ(.securityCouncil) || body == .council
    case .none: spoken.speaker == .organ(.securityCouncil)
    }
  }

  /// Whether nothing but numbers, commas and "and" stands between the head and the number, and no noun behind it.
  private mutating func isInList(_ index: Int, of head: ListHead) -> Bool {
    let next = token(index + 1)
    if next.kind == .word {
      switch next.word {
      case .month, .name: return false
      case .lower: if token(index).value < 100 { return false }
      case .of: if token(index + 2).kind != .day { return false }
      default: break
      }
    }
    if next.kind == .open || next.kind == .dash || next.kind == .other { return false }
    var at = index - 1
    // What stands before the last number of the list has been looked through.
    let known = max(head.token, head.lastBare)
    while at > known {
      switch token(at).kind {
      case .act, .digits, .comma, .day: at -= 1
      case .word where isWord(at, .and) || isWord(at, .or): at -= 1
      case .word where isWord(at, .of) && token(at + 1).kind == .day: at -= 1
      default: return false
      }
    }
    guard at == known else { return false }
    self.head?.lastBare = index
    return true
  }

  /// Whether the number belongs to another noun: "No. 12 (1999)", "paragraph 5 (1990)", "target 4/7".
  private func isOwned(_ index: Int) -> Bool {
    let start = Int(token(index).start)
    // "AU/Dec.729(XXXII)": a number that runs on from something else.
    if start > 0, [UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "-")].contains(text.bytes[start - 1]) {
      return true
    }
    var before = token(index - 1)
    // "regulation (EU) 2016/679"
    if before.kind == .close, token(index - 3).kind == .open { before = token(index - 4) }
    guard before.kind == .word else { return before.kind == .other }
    switch before.word {
    case .number, .part, .article, .chapter, .owner, .volume, .supplement, .session, .month: return true
    case .resolution, .decision, .and, .or: return false
    // "telephone 44/207": a noun of its own; "1591 (2005)" is a resolution whatever stands before it.
    case .lower where text.numbers[Int(token(index).value)].usualOrgan != .securityCouncil: return true
    default: return isPeriod(text.numbers[Int(token(index).value)])
    }
  }

  /// "2020/21": a year and the next.
  private func isPeriod(_ number: ResolutionNumber) -> Bool {
    guard case .year(let year) = number.frame else { return false }
    return number.number == (year + 1) % 100
  }

  private func isFootnoteOpening(_ head: ListHead) -> Bool {
    guard case .footnote = spoken.place else { return false }
    return head.token <= 1
  }

  /// Adds a citation for each letter of the number at token `index`.
  mutating func add(
    _ outcome: ActResolver.Outcome, _ rule: Citation.Rule, _ range: Range<Int>, _ head: ListHead,
    _ index: Int,
    _ date: Day?
  ) {
    let tail = tail(behind: index)
    var citation = Citation(
      place: spoken.place, range: range, target: outcome.target,
      pinpoint: tail.pinpoint ?? (head.isFresh ? head.pinpoint : nil), day: date, title: tail.title,
      rule: rule,
      phrase: min(head.phraseStart, range.lowerBound)..<max(tail.end, range.upperBound))
    citations.append(citation)
    for target in outcome.others {
      citation.target = target
      citations.append(citation)
    }
  }
}
