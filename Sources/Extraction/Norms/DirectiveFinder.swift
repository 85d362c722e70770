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
      let next = governors.dropFirst(number + 1).first {
        [.operative, .declarative].contains(sentence.grammar.forms[$0.form].position)
      }
      let end = next.map { sentence.end(before: $0.verb.lowerBound) } ?? sentence.count
      return directive(verb, from: sentence.afterAsides(governor.verb.upperBound), to: end)
    }
  }

  /// Reads "<addressee> to <action>" between `start` and `end`.
  private func directive(_ verb: Int, from start: Int, to end: Int) -> Directive? {
    let grammar = sentence.grammar
    var from = start
    // "Demands that", "Urges, …", "Appeals to"
    if from < end,
      sentence.number(from) == grammar.that || sentence.number(from) == grammar.to
        || sentence.isMark(from, .comma)
    {
      from += 1
    }
    var named: Range<Int>?
    var at = from
    while at < end {
      if let named, isInfinitive(at, before: end) {
        return Directive(
          verb: verb, addressee: sentence.bytes(from..<named.upperBound), action: sentence.bytes(at + 1..<end)
        )
      }
      if named == nil, let words = sentence.addressee(at: at) {
        named = words
        at = words.upperBound
        continue
      }
      // "Encourages cooperation with Governments to …" is addressed to nobody.
      if named == nil, sentence.isPreposition(at) { return nil }
      at += 1
    }
    return nil
  }

  /// Whether "to" stands at `index` before a verb, and not before a noun: "contributors to the levy", "help to Territories".
  private func isInfinitive(_ index: Int, before end: Int) -> Bool {
    guard sentence.number(index) == sentence.grammar.to, sentence.ends[index] - sentence.starts[index] == 1,
      index + 1 < end
    else { return false }
    let next = sentence.words[index + 1]
    return next.kind != .figure && !next.isCapital && !next.traits.contains(.article)
      && !sentence.classes[index + 1].contains([.glue, .filler])
  }
}
