/// An operative verb addressed to somebody: "Requests the Secretary-General to …".
struct Directive {
  /// Index in `Ontology.verbs`.
  var verb: Int
  /// UTF-8 offsets in the paragraph's text.
  var addressee: Range<Int>
  var action: Range<Int>
}

extension ParagraphReading {
  /// The directives of the paragraph, one for each verb that is addressed to somebody.
  ///
  /// - Complexity: O(words).
  func directives() -> [Directive] {
    var found: [Directive] = []
    for number in governors.indices where !governors[number].isInherited {
      let governor = governors[number]
      let verb = sentence.grammar.forms[governor.form].verb
      guard sentence.grammar.verbs[verb].isAddressed else { continue }
      let start = sentence.afterAsides(governor.verb.upperBound)
      if let directive = directive(verb, from: start, to: actionEnd(number)) { found.append(directive) }
    }
    return found
  }

  /// Where the action of the verb with a number ends: before the next verb of the organ's own.
  private func actionEnd(_ number: Int) -> Int {
    for next in governors[(number + 1)...] where endsAction(next) {
      return sentence.end(before: next.verb.lowerBound)
    }
    return sentence.count
  }

  /// Whether the organ goes on with a verb of its own. A mere participle may be the addressee's: "to report, bearing in mind …".
  private func endsAction(_ next: Governor) -> Bool {
    switch sentence.grammar.forms[next.form].position {
    case .operative, .declarative: true
    case .preambular, .past:
      (sentence.end(before: next.verb.lowerBound)..<next.verb.lowerBound).contains(where: sentence.isAnd)
    }
  }

  /// Reads "<addressee> to <action>" between `start` and `end`.
  private func directive(_ verb: Int, from start: Int, to end: Int) -> Directive? {
    let grammar = sentence.grammar
    var from = start
    // "Demands that", "Urges, …", "Appeals to", "reiterates its call on"
    if from < end,
      sentence.number(from) == grammar.that || sentence.isPreposition(from) || sentence.isMark(from, .comma)
    {
      from += 1
    }
    guard let named = addressee(from: from, before: end),
      let infinitive = infinitive(behind: named.upperBound, before: end)
    else { return nil }
    return Directive(
      verb: verb, addressee: sentence.bytes(from..<named.upperBound),
      action: sentence.bytes(infinitive + 1..<end))
  }

  /// Whom the verb addresses: the first addressee, or the name that stands there ("UNMISS", "the Department of Lakes"); nil for
  /// what is done with an addressee ("cooperation with Governments").
  private func addressee(from start: Int, before end: Int) -> Range<Int>? {
    var hasName = false
    var at = start
    while at < end, !isInfinitive(at, before: end) {
      if let words = sentence.addressee(at: at) { return sentence.fullName(words, before: end) }
      let isEnd =
        sentence.isPreposition(at) || sentence.isMark(at, .comma) && hasName
        || sentence.classes[at].contains(.relative) || sentence.number(at) == sentence.grammar.that
      if isEnd { break }
      hasName = hasName || sentence.words[at].isCapital
      at += 1
    }
    return hasName ? sentence.fullName(start..<at, before: end) : nil
  }

  /// The "to" that leads to the action: behind an insertion between commas, and behind the clause that tells of the addressee where
  /// that ends in "to do so".
  private func infinitive(behind addressee: Int, before end: Int) -> Int? {
    guard addressee < end else { return nil }
    if sentence.isMark(addressee, .comma),
      let closed = infinitive(from: addressee, before: end, where: { sentence.isMark($0 - 1, .comma) })
    {
      return closed
    }
    if sentence.classes[addressee].contains(.relative) || sentence.number(addressee) == sentence.grammar.that,
      let whole = infinitive(
        from: addressee, before: end,
        where: { $0 + 2 < end && sentence.words[$0 + 2].traits.contains(.purpose) })
    {
      return whole
    }
    return infinitive(from: addressee, before: end) { _ in true }
  }

  /// The first "to" from `start` on that leads to an action and is accepted.
  private func infinitive(from start: Int, before end: Int, where accepts: (Int) -> Bool) -> Int? {
    var at = start
    while at < end {
      if isInfinitive(at, before: end), accepts(at) { return at }
      at += 1
    }
    return nil
  }

  /// Whether "to" stands at `index` before a verb, and not before a noun: "contributors to the levy", "help to Territories".
  private func isInfinitive(_ index: Int, before end: Int) -> Bool {
    guard sentence.number(index) == sentence.grammar.to, sentence.ends[index] - sentence.starts[index] == 1,
      index + 1 < end, !sentence.classes[index - 1].contains(.conjunction)
    else { return false }
    let next = sentence.words[index + 1]
    return next.kind != .figure && !next.isCapital && !next.traits.contains(.article)
      && !sentence.classes[index + 1].contains([.glue, .filler])
  }
}
