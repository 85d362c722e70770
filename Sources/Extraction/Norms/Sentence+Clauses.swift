/// Addressees and clauses as norms and directives have them.
extension Sentence {
  /// The addressee whose name starts at `index`.
  func addressee(at index: Int) -> Range<Int>? {
    guard classes[index].contains(.addressee), starts[index] == index else { return nil }
    return index..<ends[index]
  }

  /// A name with what belongs to it by capitals: "Department of Lakes", "President of the General Assembly".
  func fullName(_ name: Range<Int>, before limit: Int) -> Range<Int> {
    var end = name.upperBound
    // "United Nations Office on Drugs and Crime", "United Nations organizations"
    while end < limit, words[end].isCapital || words[end - 1].isCapital && addressee(at: end) != nil {
      end = ends[end]
    }
    while end + 1 < limit, isShort(end), !classes[end].contains(.conjunction) {
      var at = words[end + 1].traits.contains(.article) ? end + 2 : end + 1
      guard at < limit, words[at].isCapital else { break }
      while at < limit, words[at].isCapital || isAnd(at) && at + 1 < limit && words[at + 1].isCapital {
        at += 1
      }
      end = at
    }
    return name.lowerBound..<end
  }

  /// Where a clause ends that another verb follows at `index`: before the "we", the conjunction, the modifiers and asides that lead
  /// to it.
  func end(before index: Int) -> Int {
    var at = index > 0 && number(index - 1) == grammar.we ? index - 1 : index
    while at > 0, number(at - 1) != grammar.of, leadsToVerb(at - 1, isNext: at == index) { at = before(at) }
    return at
  }

  /// Whether the word belongs to the verb behind it. A modifier before the comma or the conjunction is the clause's own: "to do it
  /// effectively, and urges".
  private func leadsToVerb(_ index: Int, isNext: Bool) -> Bool {
    if isMark(index, .comma) || isMark(index, .semicolon) { return true }
    if !classes[index].isDisjoint(with: [.conjunction, .aside]) { return true }
    guard !classes[index].isDisjoint(with: [.modifier, .intensifier]) else { return false }
    let start = starts[index]
    let isApart =
      start > 0
      && (words[start - 1].kind != .word
        || !classes[start - 1].isDisjoint(with: [.conjunction, .modifier, .intensifier]))
    return isNext || isApart
  }

  /// The UTF-8 offsets of a range of words without marks at its ends.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while end - 1 > start, isPause(end - 1) { end -= 1 }
    while start < end - 1, isPause(start) { start += 1 }
    return Int(words[start].start)..<Int(words[end - 1].end)
  }

  private func isPause(_ index: Int) -> Bool {
    switch words[index].kind {
    case .comma, .semicolon, .colon, .stop, .dash: true
    default: false
    }
  }
}
