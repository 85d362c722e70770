import Documents

/// Numbers in a list.
extension CitationReading {
  /// Cites the number at `index` if a list is open and nothing else owns it.
  mutating func act(at index: Int) {
    let token = text.tokens[index]
    let number = text.numbers[Int(token.value)]
    if case .suffixYear(let year) = number.frame { years[number.number, default: []].insert(year) }
    guard let head, !isOwned(index) else { return }
    let date = date(ofNumberAt: index)
    let outcome = resolver.resolve(number, decision: head.decision, clue: head.clue, date: date)
    var rule = head.rule
    if outcome.isContradiction {
      rule = .contradiction
    } else if !head.isFresh {
      rule = .listItem
    } else if outcome.isByForm, isFootnoteOpening(head) {
      rule = .footnoteResolution
    } else if outcome.isByForm {
      rule = .form
    }
    add(outcome, rule, token.range, head, index, date)
    self.head?.isFresh = false
  }

  /// Cites a bare number in a list of Security Council resolutions: "resolutions 1533, 1596 and 1649".
  mutating func yearlessNumber(at index: Int) {
    let token = text.tokens[index]
    guard let head, !head.decision, (1..<10_000).contains(token.value), isSecurityCouncil(head),
      isInList(index)
    else { return }
    yearless.append((citations.count, Int(token.value)))
    let outcome = ActResolver.Outcome(target: .unresolved("a Security Council resolution without its year"))
    add(outcome, .yearFromContext, token.range, head, index, nil)
    self.head?.isFresh = false
  }

  private func isSecurityCouncil(_ head: ListHead) -> Bool {
    switch head.clue {
    case .named(let body), .nearby(let body): body == .organ(.securityCouncil) || body == .council
    case .none: spoken.speaker == .organ(.securityCouncil)
    }
  }

  /// Directly behind the head, or behind a comma or "and" that follows another number of the list.
  private func isInList(_ index: Int) -> Bool {
    guard let head else { return false }
    guard token(index + 1).kind != .word || ![.month, .lower, .name, .of].contains(token(index + 1).word)
    else {
      return false
    }
    if index == head.token + 1 { return true }
    var at = index - 1
    if isWord(at, .and) || isWord(at, .or) { at -= 1 }
    if token(at).kind == .comma { at -= 1 }
    return at < index - 1 && (token(at).kind == .act || token(at).kind == .digits) && at > head.token
  }

  /// Whether the number belongs to another noun: "No. 12 (1999)", "paragraph 5 (1990)", "target 4/7".
  private func isOwned(_ index: Int) -> Bool {
    let before = token(index - 1)
    guard before.kind == .word else { return before.kind == .other }
    switch before.word {
    case .number, .part, .article, .chapter, .owner, .volume, .supplement, .session, .month: return true
    default: return false
    }
  }

  private func isFootnoteOpening(_ head: ListHead) -> Bool {
    guard case .footnote = spoken.place else { return false }
    return head.token <= 1
  }

  /// The date given with a number, or with the last of the numbers that share it: "77/262 and 77/267 of 30 December 2022".
  func date(ofNumberAt index: Int) -> Day? {
    var at = index + 1
    while at < tokens.count {
      let token = token(at)
      switch token.kind {
      case .day: return text.days[Int(token.value)]
      case .act, .comma: at += 1
      case .open where self.token(at + 1).kind == .day: at += 1
      case .word:
        switch token.word {
        case .and, .or, .adopted: at += 1
        case .of, .on, .in: if self.token(at + 1).kind == .day { at += 1 } else { return nil }
        default: return nil
        }
      default: return nil
      }
    }
    return nil
  }

  /// Adds a citation for each letter of the number at token `index`.
  mutating func add(
    _ outcome: ActResolver.Outcome, _ rule: Citation.Rule, _ range: Range<Int>, _ head: ListHead,
    _ index: Int,
    _ date: Day?
  ) {
    let tail = tail(behind: index)
    for target in [outcome.target] + outcome.others {
      citations.append(
        Citation(
          place: spoken.place, range: range, target: target,
          pinpoint: tail.pinpoint ?? (head.isFresh ? head.pinpoint : nil), date: date?.iso, title: tail.title,
          rule: rule, phrase: min(head.phraseStart, range.lowerBound)..<max(tail.end, range.upperBound)))
    }
  }
}
