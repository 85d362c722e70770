/// Where the noun phrases that citations belong to start.
extension Sentence {
  /// The start of the noun phrase that a citation's words belong to: body, determiner and pinpoint before it.
  func phraseStart(from index: Int, floor: Int) -> Int {
    var at = index
    while at > floor {
      let last = at - 1
      if isGlue(last) {
        at = max(floor, before(at))
      } else if number(last) == grammar.of, last > floor, isGlue(last - 1) {
        at = last
      } else if isMark(last, .comma) || classes[last].contains(.conjunction), before(at) > floor,
        isNumberLike(before(at) - 1), isNumberLike(at)
      {
        at = before(at)
      } else {
        break
      }
    }
    return at
  }

  /// The start of the noun phrase whose noun is at `noun`: its determiner, with an adjective between or not.
  func nounStart(_ noun: Int, floor: Int) -> Int {
    var at = max(starts[noun], floor)
    while at > floor, isGlue(at - 1) || classes[at - 1].contains(.filler) {
      at -= 1
      if words[at].traits.contains(.article) || number(at) == grammar.its { return at }
    }
    return at - 1 > floor && words[at - 1].kind == .word && words[at - 2].traits.contains(.article)
      ? at - 2 : at
  }

  /// The start of a phrase with the numbered part before it: "paragraphs 5 and 6 of the Declaration".
  func withNumberedPart(_ start: Int, floor: Int) -> Int {
    guard start - 2 > floor, number(start - 1) == grammar.of, isNumberLike(start - 2) else { return start }
    var at = start - 2
    while at > floor, isNumberLike(at - 1) || isMark(at - 1, .comma) || classes[at - 1].contains(.conjunction)
    {
      at -= 1
    }
    // A month makes a date: "on 14 December 2005 of the Convention".
    guard at > floor, isGlue(at - 1), words[at - 1].kind == .word, !words[at - 1].isCapital else {
      return start
    }
    return at - 1
  }

  /// The start of a phrase with "the adoption of" before it.
  func withAdoption(_ start: Int, floor: Int) -> Int {
    guard start - 2 >= floor, number(start - 1) == grammar.of, classes[start - 2].contains([.glue, .part])
    else {
      return start
    }
    return start - 2 > floor && words[start - 3].traits.contains(.article) ? start - 3 : start - 2
  }

  /// Whether "that" at `index` is no conjunction but points at something: "the annex to that resolution".
  func isPointing(_ index: Int) -> Bool {
    index > 0 && isPreposition(index - 1) && !classes[index - 1].contains(.qualifier)
  }

  func isNumberLike(_ index: Int) -> Bool {
    guard index >= 0, index < count else { return false }
    let word = words[index]
    return word.kind == .figure || word.kind == .close || word.kind == .open || word.isNumeral
  }
}
