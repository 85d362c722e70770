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
      let end = next?.verb.lowerBound ?? sentence.count
      return directive(verb, from: sentence.afterAsides(governor.verb.upperBound), to: end)
    }
  }

  /// Reads "<addressee> to <action>" between `start` and `end`.
  private func directive(_ verb: Int, from start: Int, to end: Int) -> Directive? {
    var from = start
    if from < end, sentence.number(from) == sentence.grammar.that || sentence.isMark(from, .comma) {
      from += 1
    }
    var named: Range<Int>?
    var at = from
    while at < end {
      if sentence.number(at) == sentence.grammar.to {
        guard let named, at + 1 < end else { return nil }
        return Directive(
          verb: verb, addressee: sentence.bytes(from..<named.upperBound), action: sentence.bytes(at + 1..<end)
        )
      }
      if named == nil, let words = sentence.addressee(at: at) {
        named = words
        at = words.upperBound
      } else {
        at += 1
      }
    }
    return nil
  }
}
