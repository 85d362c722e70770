/// A principle that a text serves, with the words that justify it.
struct PrincipleLink {
  /// Index in `Ontology.principles`.
  var principle: Int
  /// UTF-8 offsets in the paragraph's text.
  var words: Range<Int>
  /// "cue", or "cue-in-context" for words that count only because the document is about their field.
  var rule: String
}

/// Finds the principles that a norm serves and those that a paragraph names.
struct PrincipleFinder {
  let sentence: Sentence

  private var cues: PrincipleCues { sentence.grammar.principles }

  private struct Found {
    var range: Range<Int>
    var entry: PrincipleCues.Entry
  }

  /// The principles that the words in `range` serve, each once, by the first cue that tells; in the ontology's order.
  ///
  /// - Parameter context: principles whose field the document is about.
  /// - Complexity: O(words).
  func links(in range: Range<Int>, context: Set<Int>) -> [PrincipleLink] {
    let found = found(in: range)
    let counter = found.filter { $0.entry.meaning == .counterCue }
    var links: [Int: PrincipleLink] = [:]
    for match in found where match.entry.meaning == .cue || match.entry.meaning == .weakCue {
      let principle = match.entry.principle
      let isWeak = match.entry.meaning == .weakCue
      if links[principle] != nil || isWeak && !context.contains(principle) { continue }
      let isCountered = counter.contains { other in
        other.entry.principle == principle && (other.range.overlaps(match.range) || isWeak)
      }
      if isCountered { continue }
      links[principle] = PrincipleLink(
        principle: principle, words: bytes(match.range), rule: isWeak ? "cue-in-context" : "cue")
    }
    return links.keys.sorted().compactMap { links[$0] }
  }

  /// The principles whose field these words are about.
  func contexts() -> Set<Int> {
    var contexts: Set<Int> = []
    guard sentence.traits.contains(.startsContextCue) else { return contexts }
    for index in sentence.words.indices(with: .startsContextCue) {
      cues.phrases.forEach(in: sentence.words, at: index) { _, value in
        let entry = cues.entries[Int(value)]
        if entry.meaning == .context { contexts.insert(entry.principle) }
      }
    }
    return contexts
  }

  /// The principles that are named outright: "the principle of non-intervention", "the following principles: …; …".
  func named() -> [PrincipleLink] {
    var links: [PrincipleLink] = []
    guard sentence.traits.contains(.principle) else { return [] }
    for index in sentence.words.indices(with: .principle) {
      for item in items(behind: index) {
        guard let match = name(in: item), !links.contains(where: { $0.principle == match.principle }) else {
          continue
        }
        links.append(match)
      }
    }
    return links
  }

  private func found(in range: Range<Int>) -> [Found] {
    var found: [Found] = []
    guard sentence.traits.contains(.startsPrincipleCue) else { return [] }
    for index in sentence.words.indices(with: .startsPrincipleCue, in: range) {
      cues.phrases.forEach(in: sentence.words, at: index) { length, value in
        let end = index + length
        if end <= range.upperBound {
          found.append(Found(range: index..<end, entry: cues.entries[Int(value)]))
        }
      }
    }
    return found
  }

  /// The places where names may start behind the word "principle": items of a list after a colon, or of what follows "of".
  private func items(behind index: Int) -> [Range<Int>] {
    var end = index + 1
    var colon: Int?
    while end < sentence.count, !sentence.isMark(end, .stop) {
      if colon == nil, sentence.isMark(end, .colon) { colon = end }
      end += 1
    }
    if let colon { return split(colon + 1..<end, at: .semicolon) }
    guard index + 1 < end, sentence.number(index + 1) == sentence.grammar.of else { return [] }
    return split(index + 2..<end, at: .comma).prefix(while: { name(in: $0) != nil }).map { $0 }
  }

  private func split(_ range: Range<Int>, at mark: Words.Kind) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where sentence.isMark(index, mark) {
      items.append(start..<index)
      start = index + 1
    }
    items.append(start..<range.upperBound)
    return items.filter { !$0.isEmpty }
  }

  /// The longest name that starts in the first words of `item`.
  private func name(in item: Range<Int>) -> PrincipleLink? {
    for index in item.prefix(5) {
      var best: (range: Range<Int>, principle: Int)?
      cues.phrases.forEach(in: sentence.words, at: index) { length, value in
        let entry = cues.entries[Int(value)]
        if entry.meaning == .name, best.map({ $0.range.count < length }) ?? true {
          best = (index..<index + length, entry.principle)
        }
      }
      if let best { return PrincipleLink(principle: best.principle, words: bytes(best.range), rule: "named") }
    }
    return nil
  }

  private func bytes(_ range: Range<Int>) -> Range<Int> {
    Int(sentence.words[range.lowerBound].start)..<Int(sentence.words[range.upperBound - 1].end)
  }
}
