/// How a citation follows the one before it.
enum ListJoint {
  /// The next item of the same list.
  case next
  /// An item behind a clause about the item before.
  case resumed
  /// An item with a determiner of its own behind ", and": of the same list, or of the one around it.
  case own
}

extension Sentence {
  /// How the phrase at `start` follows the citation that ends at `end`; nil where it does not continue a list.
  func listJoint(_ end: Int, _ start: Int) -> ListJoint? {
    if start <= end { return .next }
    // "of 3 May (A), of 4 May (B)": the date is the item.
    let item = start - 1 > end && number(start - 1) == grammar.of && isNumberLike(start) ? start - 1 : start
    var at = item
    var hasComma = false
    var hasConjunction = false
    while at > end {
      let last = at - 1
      if isMark(last, .comma) || isMark(last, .semicolon) {
        hasComma = true
      } else if classes[last].contains(.conjunction), number(last) != grammar.of {
        hasConjunction = true
      } else if classes[last].isDisjoint(with: [.modifier, .aside, .member]) {
        break
      }
      at = max(end, before(at))
    }
    if hasRepeatedTopic(end..<at, bracket: start) { return .next }
    let isSeparated = hasComma || hasConjunction || at < item
    let between = end..<at
    let isOwn = hasComma && hasConjunction && start < count && isPossessive(start)
    if between.allSatisfy({ isGlue($0) || isQuotationMark($0) }) {
      return isOwn ? .own : isSeparated || between.isEmpty ? .next : nil
    }
    guard isSeparated, let first = between.first else { return nil }
    if isTitleStart(first) {
      return between.contains {
        number($0) == grammar.that
          || classes[$0].contains(.relative) && $0 > first
            && isMark($0 - 1, .comma)
      } ? .resumed : isOwn ? .own : .next
    }
    let clause = isMark(first, .comma) ? first + 1 : first
    guard clause < at else { return nil }
    if isTitleStart(clause) { return .next }
    if !classes[clause].isDisjoint(with: [
      .relative, .contentParticiple, .demotingParticiple, .asParticiple, .qualifier,
    ]) || number(clause) == grammar.as || opensRelative(clause, before: at) {
      return hasConjunction || hasComma ? .resumed : nil
    }
    return nil
  }

  /// "the report on lakes (A) and on rivers (B)": what stands before the bracket is another topic of the same report.
  private func hasRepeatedTopic(_ between: Range<Int>, bracket: Int) -> Bool {
    guard bracket < count, isMark(bracket, .open) || bracket > 0 && isMark(bracket - 1, .open) else {
      return false
    }
    let words = between.filter { !isMark($0, .comma) && !isMark($0, .close) }
    guard words.count > 1, classes[words[0]].contains(.conjunction), isTopicOnly(words[1]) else {
      return false
    }
    return words.dropFirst(2).allSatisfy {
      classes[$0].isDisjoint(with: [.conjunction, .relative, .qualifier])
    }
  }

  /// Whether a comma stands before the phrase at `start`, "and" between them or not.
  func followsComma(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    let joint = classes[start - 1].contains(.conjunction) ? before(start) : start
    return joint > 0 && isMark(joint - 1, .comma)
  }

  /// Whether what stands between two items is "and on", two topics of the same, or starts so.
  func repeatsTopic(_ between: Range<Int>, isWhole: Bool) -> Bool {
    let words = between.filter { !isMark($0, .comma) }
    return (isWhole ? words.count == 2 : words.count > 1) && classes[words[0]].contains(.conjunction)
      && isTopicOnly(words[1])
  }

  /// Whether a noun of its own opens at `start` behind ", and": what is said of the item before is then over.
  func opensAnew(_ start: Int) -> Bool {
    start > 1 && !isNumberLike(start) && classes[start - 1].contains(.conjunction) && followsComma(start)
  }

  /// Whether a clause about the document starts with a part of it: "the annex to which", "the text of which".
  private func opensRelative(_ clause: Int, before end: Int) -> Bool {
    for index in clause..<min(end, clause + 5) {
      if classes[index].contains(.relative) { return true }
      guard isGlue(index) || isPreposition(index) || classes[index].contains(.part) else { return false }
    }
    return false
  }

  /// "its", "their": a new item that the speaking organ claims.
  private func isPossessive(_ index: Int) -> Bool {
    classes[index].contains(.glue) && classes[index].contains(.filler)
  }

  /// Whether a document's title or subject starts here: "on …", "entitled …", “…”.
  private func isTitleStart(_ index: Int) -> Bool {
    isTopicOnly(index) || isMark(index, .quoteOpen)
  }
}
