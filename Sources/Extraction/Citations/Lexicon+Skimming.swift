/// Whether a text is worth cutting into tokens. More than half of what resolutions say has neither a figure in it nor a word
/// that leads to a citation without one.
extension Lexicon {
  /// Whether the words certainly hold neither a figure nor a chapter or sales number nor a body that is to be kept in mind.
  ///
  /// - Complexity: O(words) where one may open a body's name; O(1) for other texts.
  func saysNothing(_ words: Words, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    if !words.traits.isDisjoint(with: [.composite, .citesAlone]) { return false }
    guard !words.traits.isDisjoint(with: [.bodyNoun, .startsBody]) else { return true }
    var at = words.next(0, with: [.bodyNoun, .startsBody])
    while at < words.count {
      let word = words[at]
      if word.traits.contains(.startsBody), let (body, _) = body(text, at: Int(word.start)),
        bodies[body].isRemembered
      {
        return false
      }
      if word.isCapital, at + 1 < words.count, entry(words[at + 1].number).word == .of { return false }
      at = words.next(at + 1, with: [.bodyNoun, .startsBody])
    }
    return true
  }
}
