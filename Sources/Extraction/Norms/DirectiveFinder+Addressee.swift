/// Whom a verb addresses: a noun phrase of whatever length.
extension DirectiveFinder {
  /// The head of the addressee: the first word or phrase that may be one, or the name that stands there ("UNMISS", "the Department
  /// of Lakes"); nil for what is done with an addressee ("cooperation with Governments").
  ///
  /// - Parameter isName: whether a name ends where its capitals do.
  func addressee(from start: Int, before end: Int, isName: Bool = false) -> Range<Int>? {
    var hasName = false
    var at = start
    while at < end, action(at: at, before: end) == nil {
      if let words = sentence.addressee(at: at) { return owner(sentence.fullName(words, before: end)) }
      let isEnd =
        sentence.isPreposition(at) || sentence.isMark(at, .comma) && hasName
        || sentence.classes[at].contains(.relative) || sentence.number(at) == grammar.that
        || isName && hasName && !sentence.words[at].isCapital
      if isEnd { break }
      hasName = hasName || sentence.words[at].isCapital
      at += 1
    }
    return hasName ? owner(sentence.fullName(start..<at, before: end)) : nil
  }

  /// The phrase, unless what is addressed is another's: "the Secretary-General's efforts".
  private func owner(_ words: Range<Int>) -> Range<Int>? {
    let last = words.upperBound - 1
    guard !sentence.words[last].isPossessive, last + 1 < sentence.count else { return nil }
    // The apostrophe of "States’ efforts" is no word.
    let gap = Int(sentence.words[last].end)..<Int(sentence.words[last + 1].start)
    let isPlain = gap.allSatisfy { text[$0] == 0x20 }
    return isPlain ? words : nil
  }

  /// The order to the addressee whose head is `head`: its phrase goes on to the "to" that leads to the action, or to the comma or
  /// adverb behind which how and when is told.
  func order(to head: Range<Int>, before end: Int) -> Order? {
    var at = head.upperBound
    guard !isUndertaking(at, before: end) else { return nil }
    // Whether a clause has been opened that tells of the addressee.
    var isClause = false
    while at < end {
      if let action = action(at: at, before: end) {
        return order(head.lowerBound..<at, action)
      }
      if sentence.isMark(at, .colon) || sentence.isMark(at, .comma) && !isListed(behind: at, before: end) {
        return (closed(behind: at, before: end) ?? open(behind: at, before: end)).map {
          order(head.lowerBound..<at, $0)
        }
      }
      if !isClause, isAdverbial(at, in: head.lowerBound) {
        return open(behind: at, before: end).map { order(head.lowerBound..<at, $0) }
      }
      isClause = isClause || opensClause(at)
      at += 1
    }
    return nil
  }

  /// The order to a phrase without the adverbs at its end.
  private func order(_ phrase: Range<Int>, _ action: Int) -> Order {
    var end = phrase.upperBound
    while end - 1 > phrase.lowerBound,
      isManner(end - 1) || sentence.isMark(end - 1, .comma)
        || sentence.classes[end - 1].contains(.conjunction)
    {
      end = max(phrase.lowerBound + 1, sentence.before(end))
    }
    return Order(addressee: phrase.lowerBound..<end, action: action)
  }

  /// The action behind an insertion between commas that opens at `comma`.
  func closed(behind comma: Int, before end: Int) -> Int? {
    (comma + 1..<end).lazy.filter { sentence.isMark($0 - 1, .comma) }
      .compactMap { action(at: $0, before: end) }.first
  }

  /// The first action behind a word.
  private func open(behind index: Int, before end: Int) -> Int? {
    (index + 1..<end).lazy.compactMap { action(at: $0, before: end) }.first
  }

  /// Whether the words from `index` on make the addressee's doing of the addressee: "United Nations efforts".
  private func isUndertaking(_ index: Int, before end: Int) -> Bool {
    var at = index
    while at < end, sentence.words[at].kind == .word, action(at: at, before: end) == nil, !opensClause(at),
      !sentence.classes[at].contains(.conjunction), !sentence.isPreposition(at)
    {
      if sentence.classes[at].contains(.undertaking) { return true }
      at += 1
    }
    return false
  }

  /// Whether a clause about the noun before starts with the word: "that have signed", "requesting leave".
  private func opensClause(_ index: Int) -> Bool {
    sentence.classes[index].contains(.relative) || sentence.number(index) == grammar.that
      || isParticiple(index)
  }

  func isParticiple(_ index: Int) -> Bool {
    !sentence.words[index].isCapital && (isGerund(index) || ends(index, in: "ed") && !ends(index, in: "eed"))
  }

  /// Whether the comma at `index` stands in a list of addressees, and opens no insertion.
  private func isListed(behind comma: Int, before end: Int) -> Bool {
    let next = comma + 1
    guard next < end, !opensInsertion(next, before: end) else { return false }
    if sentence.classes[next].contains(.conjunction) { return true }
    var at = next
    while at < end, action(at: at, before: end) == nil {
      if sentence.classes[at].contains(.conjunction) { return true }
      if sentence.isMark(at, .comma), at + 1 < end, opensInsertion(at + 1, before: end) { return false }
      at += 1
    }
    return false
  }

  /// Whether what starts behind a comma tells how, when or which, and names nobody else.
  func opensInsertion(_ index: Int, before end: Int) -> Bool {
    let word = sentence.words[index]
    if word.classes.contains(.conjunction) {
      // "as well as to others"
      let behind = sentence.ends[index]
      return behind < end && (sentence.isPreposition(behind) || opensInsertion(behind, before: end))
    }
    return word.kind != .word || sentence.isPreposition(index) || sentence.number(index) == grammar.that
      || sentence.number(index) == grammar.as || sentence.number(index) == grammar.either
      || word.traits.contains(.subordinator)
      || !word.classes.isDisjoint(with: [
        .relative, .qualifier, .topic, .member, .aside, .modifier, .intensifier,
      ]) || isParticiple(index) || isManner(index)
  }

  /// Whether the word leads, without a comma, to how or when the addressee is to act: "the Secretary-General in his report". Of
  /// several, "in" and the like tell which are meant: "States in the region".
  private func isAdverbial(_ index: Int, in head: Int) -> Bool {
    guard sentence.starts[index] == index else { return false }
    let classes = sentence.classes[index]
    if sentence.number(index) == grammar.when { return true }
    if sentence.ends[index] > index + 1, !classes.isDisjoint(with: [.qualifier, .aside]) { return true }
    guard sentence.isPreposition(index), index > head, index + 1 < sentence.count else { return false }
    let next = sentence.words[index + 1]
    if next.traits.contains(.owner) { return !classes.contains(.topic) }
    if sentence.number(index) == grammar.of || sentence.number(index) == grammar.to { return false }
    if classes.contains(.topic) { return next.kind == .figure }
    return !ends(index - 1, in: "s")
  }

  /// A comma and the insertion behind it are passed over: "Requests, within existing resources, States to …".
  func behindInsertion(_ comma: Int, before end: Int) -> Int {
    guard comma + 1 < end, opensInsertion(comma + 1, before: end) else { return comma + 1 }
    let commas = (comma + 1..<end - 1).filter { sentence.isMark($0, .comma) }
    return (commas.first { startsAddressee($0 + 1, before: end) } ?? commas.first ?? comma) + 1
  }

  private func startsAddressee(_ index: Int, before end: Int) -> Bool {
    var at = index
    while at < end, sentence.classes[at].contains(.glue), sentence.addressee(at: at) == nil { at += 1 }
    return at < end && sentence.addressee(at: at) != nil
  }
}
