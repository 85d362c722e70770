/// Acts on a document with their time, place and agent: "the adoption, on 3 May, by the Council of X".
extension Governed {
  /// No date or session has more words.
  private static let dateWords = 12

  /// The noun for an act whose "of" stands at the end of `path` or in the date there, behind nothing but names and dates; nil where
  /// there is none.
  ///
  /// - Complexity: O(words of the path and of the date).
  func interruptedAct(_ path: Range<Int>) -> Int? {
    guard let of = complement(path), let act = path.last(where: { sentence.classes[$0].contains(.act) }),
      act + 1 < of,
      sentence.number(act + 1) != grammar.of
    else { return nil }
    let between = act + 1..<of
    guard between.allSatisfy(isCircumstance) else { return nil }
    // "the adoption by the Committee of the Survey of X": the first "of" may be the act's own.
    let isClosed = sentence.isMark(of - 1, .comma) || sentence.isGlue(of - 1)
    return isClosed || !between.contains { sentence.number($0) == grammar.of } ? act : nil
  }

  /// The noun for acting whose agent or occasion stands between it and the "of" that ends `path`: "the implementation by all parties
  /// of", "the implementation, in this decade, of"; nil where there is none.
  func interruptedAction(_ path: Range<Int>) -> Int? {
    guard let last = path.last, sentence.number(last) == grammar.of, last - 1 > path.lowerBound else {
      return nil
    }
    let isClosed = sentence.isMark(last - 1, .comma)
    let opening = path.prefix(upTo: last - 1).last {
      isClosed ? sentence.isMark($0, .comma) : sentence.number($0) == grammar.by
    }
    // What stands between two commas may be anything; without them it must be an agent, a time or a place.
    guard let opening, opening > path.lowerBound, sentence.classes[opening - 1].contains(.action),
      isClosed || (opening..<last).allSatisfy(isCircumstance)
    else { return nil }
    return opening - 1
  }

  /// The "of" that ends `path`, or that a date or session leads to which the path ends in: "on 3 May of".
  private func complement(_ path: Range<Int>) -> Int? {
    if let last = path.last, sentence.number(last) == grammar.of { return last }
    let date = path.upperBound..<min(path.upperBound + Governed.dateWords, sentence.count)
    guard let of = date.first(where: { !sentence.isGlue($0) }), of > date.lowerBound else { return nil }
    return sentence.number(of) == grammar.of ? of : nil
  }

  /// "its seventy-second session", "its tenth meeting,"
  private func isOrdinal(_ index: Int) -> Bool {
    sentence.words[index].kind == .word && sentence.isGlue(index - 1)
      && (sentence.isGlue(index + 1) || sentence.isMark(index + 1, .comma))
  }

  private func isCircumstance(_ index: Int) -> Bool {
    sentence.isMark(index, .comma) || sentence.isGlue(index) || sentence.words[index].isCapital
      || sentence.isPreposition(index) || sentence.isShort(index) || sentence.classes[index].contains(.aside)
      || !sentence.classes[index].isDisjoint(with: [.conjunction, .addressee]) || isOrdinal(index)
  }
}
