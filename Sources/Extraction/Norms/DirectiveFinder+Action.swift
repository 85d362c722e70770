/// What a verb tells somebody to do.
extension DirectiveFinder {
  /// Where the action starts to which the word at `index` leads: behind "to", at the "not" before it, or in the list below.
  func action(at index: Int, before end: Int) -> Int? {
    guard index < end else { return nil }
    if opensList(index) { return sentence.count }
    if isInfinitive(index, before: end) { return index + 1 }
    return isNegation(index) && isInfinitive(index + 1, before: end) ? index : nil
  }

  private func isNegation(_ index: Int) -> Bool {
    sentence.number(index) == grammar.not || sentence.number(index) == grammar.neither
  }

  /// Whether "to" stands at `index` before a verb, and not before a noun: "contributors to the levy", "help to Territories".
  private func isInfinitive(_ index: Int, before end: Int) -> Bool {
    guard index + 1 < end, sentence.number(index) == grammar.to,
      sentence.ends[index] - sentence.starts[index] == 1,
      index == 0 || !sentence.classes[index - 1].contains(.conjunction) && !leadsElsewhere(index - 1)
    else { return false }
    let next = sentence.words[index + 1]
    // Items that name recipients: "To relevant organizations", "To what extent boats are used".
    if index == 0, next.traits.contains(.subordinator) || sentence.isGlue(index + 1) { return false }
    // "to, on a voluntary basis, report"
    if next.kind == .comma { return index + 2 < end && !sentence.classes[index + 2].contains(.conjunction) }
    return next.kind == .word && !next.isCapital && next.traits.isDisjoint(with: [.article, .determiner])
      && !sentence.classes[index + 1].contains([.glue, .filler])
      && !isParticiple(index + 1)
  }

  /// Whether the "to" behind the word is not the verb's: "access to water", "in a position to help".
  private func leadsElsewhere(_ index: Int) -> Bool {
    let word = sentence.words[index]
    return !word.isCapital && !word.traits.isDisjoint(with: [.nounBeforeTo, .enabling])
  }

  /// The order in a clause behind "that": an addressee with a verb in the subjunctive, as in "that all parties cease".
  func clause(from start: Int, before end: Int) -> Order? {
    var from = start
    if from < end, sentence.isMark(from, .comma) { from = behindInsertion(from, before: end) }
    guard let head = addressee(from: from, before: end, isName: true) else { return nil }
    var at = head.upperBound
    // Where adverbs start that are the verb's.
    var manner: Int?
    while at < end {
      if opensList(at) || sentence.words[at].traits.contains(.finite) && opensList(at + 1) {
        return Order(addressee: from..<(manner ?? at), action: sentence.count, isClause: true)
      }
      if sentence.isMark(at, .comma) {
        if manner == nil, let next = listed(behind: at, before: end) {
          at = next.upperBound
        } else {
          guard let verb = verb(behind: at, before: end) else { return nil }
          return Order(addressee: from..<at, action: verb, isClause: true)
        }
      } else if sentence.isAnd(at) {
        guard let next = addressee(from: at + 1, before: end, isName: true) else { return nil }
        at = next.upperBound
      } else if isManner(at) || sentence.number(at) == grammar.not {
        manner = manner ?? at
        at = behindManner(at)
      } else if sentence.isPreposition(at) {
        at = behindPhrase(at + 1, before: end)
      } else if manner == nil,
        sentence.words[at].isCapital || sentence.addressee(at: at) != nil || ends(at, in: "ed")
      {
        at = sentence.ends[at]
      } else {
        guard isBareVerb(at) else { return nil }
        return Order(addressee: from..<(manner ?? at), action: manner ?? at, isClause: true)
      }
    }
    return nil
  }

  /// The next addressee of a list, behind the comma at `comma`; nil for an apposition, which a comma closes before the verb.
  private func listed(behind comma: Int, before end: Int) -> Range<Int>? {
    guard comma + 1 < end, !opensInsertion(comma + 1, before: end),
      let next = addressee(from: comma + 1, before: end, isName: true), next.upperBound < end
    else { return nil }
    let isClosed = sentence.isMark(next.upperBound, .comma) && next.upperBound + 1 < end
    return isClosed && isVerb(next.upperBound + 1, before: end) ? nil : next
  }

  /// The verb behind the insertion that opens at `comma`: the first that a comma stands before.
  private func verb(behind comma: Int, before end: Int) -> Int? {
    (comma + 2..<max(comma + 2, end)).first { sentence.isMark($0 - 1, .comma) && isVerb($0, before: end) }
  }

  /// Whether a bare verb starts at `index`, with its adverbs.
  private func isVerb(_ index: Int, before end: Int) -> Bool {
    var at = index
    while at < end, isManner(at) || sentence.number(at) == grammar.not { at = behindManner(at) }
    return at < end && isBareVerb(at) && sentence.addressee(at: at) == nil
  }

  /// Behind an adverb; "fully" of "fully comply" is one by itself.
  private func behindManner(_ index: Int) -> Int {
    sentence.classes[index].isDisjoint(with: [.modifier, .intensifier, .aside])
      ? index + 1 : sentence.ends[index]
  }

  /// Behind the noun phrase that a preposition at `index - 1` leads to: its determiners, its adjectives and one noun or a name.
  private func behindPhrase(_ index: Int, before end: Int) -> Int {
    var at = index
    while at < end, sentence.words[at].traits.contains(.article) || sentence.classes[at].contains(.filler) {
      at += 1
    }
    guard at < end else { return end }
    if sentence.words[at].isCapital { return sentence.fullName(at..<at + 1, before: end).upperBound }
    let adjectives = ["al", "ic", "ive", "ous", "ary", "ory", "ed", "able", "ible"] as [StaticString]
    while at + 1 < end, adjectives.contains(where: { ends(at, in: $0) }) || isGerund(at) { at += 1 }
    return at + 1
  }

  /// Whether the word may be a verb in its bare form, by how it is written.
  ///
  /// - Parameter isFirst: whether it opens its paragraph and so has a capital.
  func isBareVerb(_ index: Int, isFirst: Bool = false) -> Bool {
    let word = sentence.words[index]
    guard word.kind == .word, isFirst || !word.isCapital,
      word.traits.isDisjoint(with: [.finite, .subordinator, .article]),
      sentence.classes[index].isDisjoint(with: [.relative, .member, .glue]),
      sentence.number(index) != grammar.that
    else { return false }
    if ends(index, in: "s") { return ends(index, in: "ss") || ends(index, in: "us") }
    if ends(index, in: "ed") { return ends(index, in: "eed") }
    return !isGerund(index)
  }

  /// Whether the word tells how something is done: by the grammar's lists or as an adverb in "ly".
  func isManner(_ index: Int) -> Bool {
    if !sentence.classes[index].isDisjoint(with: [.modifier, .intensifier, .aside]) { return true }
    let word = sentence.words[index]
    // "comply" and "apply" are verbs, "family" is a noun.
    return word.kind == .word && !word.isCapital && word.end - word.start > 4 && ends(index, in: "ly")
      && !ends(index, in: "amily")
      && (!ends(index, in: "ply") || ends(index, in: "eply") || ends(index, in: "rply"))
  }

  /// "reaching", but not "bring".
  func isGerund(_ index: Int) -> Bool {
    sentence.words[index].end - sentence.words[index].start > 5 && ends(index, in: "ing")
  }

  /// Whether the word's last letters are these.
  func ends(_ index: Int, in letters: StaticString) -> Bool {
    let (start, end) = (Int(sentence.words[index].start), Int(sentence.words[index].end))
    let length = letters.utf8CodeUnitCount
    return end - start > length
      && text[(end - length)..<end].elementsEqual(
        UnsafeBufferPointer(start: letters.utf8Start, count: length))
  }
}
