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
    governors.indices.compactMap { number in
      let governor = governors[number]
      let verb = sentence.grammar.forms[governor.form].verb
      guard !governor.isInherited, sentence.grammar.verbs[verb].isAddressed else { return nil }
      let next = governors.dropFirst(number + 1).first(where: endsAction)
      let end = next.map { sentence.end(before: $0.verb.lowerBound) } ?? sentence.count
      return directive(verb, from: sentence.afterAsides(governor.verb.upperBound), to: end)
    }
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
    let all = (addressee..<max(addressee, end)).lazy.filter { isInfinitive($0, before: end) }
    if addressee < end, sentence.isMark(addressee, .comma),
      let closed = all.first(where: { sentence.isMark($0 - 1, .comma) })
    {
      return closed
    }
    if addressee < end,
      sentence.classes[addressee].contains(.relative) || sentence.number(addressee) == sentence.grammar.that,
      let whole = all.first(where: { $0 + 2 < end && sentence.words[$0 + 2].traits.contains(.purpose) })
    {
      return whole
    }
    return all.first
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
