import Documents

/// The words of one paragraph with what the grammar says of each: the leftmost, longest cue that covers it.
struct Sentence {
  let grammar: Grammar
  let words: Words
  /// Whether the text may be French or Spanish, whose verbs are no verbs in English: "engage", "charge".
  let isTranslated: Bool
  /// What keeps the words alive.
  private let memory: WordMemory

  var count: Int { words.count }
  var traits: WordTraits { words.traits }
  var classes: Words.Classes { Words.Classes(words: words) }
  var starts: Words.CueStarts { Words.CueStarts(words: words) }
  var ends: Words.CueEnds { Words.CueEnds(words: words) }

  /// - Parameter memory: that of the words, which are new in it: what cues say of them is noted there.
  /// - Complexity: O(words).
  init(_ words: Words, in memory: WordMemory, grammar: Grammar, isTranslated: Bool) {
    self.grammar = grammar
    self.isTranslated = isTranslated
    self.words = words
    self.memory = memory
    guard traits.contains(.startsCue) else { return }
    var covered = 0
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: words.count) { starts in
      for place in 0..<grammar.index.cueStarts(in: words, to: starts) {
        let at = Int(starts[place])
        if at < covered { continue }
        if let match = longerCue(at: at) {
          covered = at + match.length
          let classes = CueClass(rawValue: grammar.cues.union(at: match.node))
          words.cover(at..<covered, with: said(classes, in: at..<covered))
        } else if !words[at].classes.isDisjoint(with: .leading) {
          words.cover(at..<at + 1, with: said(words[at].classes, in: at..<at + 1))
        }
      }
    }
  }

  /// The longest cue of several words that starts at `index`.
  @inline(__always)
  private func longerCue(at index: Int) -> PhraseTrie.Match? {
    guard let match = grammar.cues.longest(in: words, at: index), match.length > 1 else { return nil }
    return match
  }

  /// What a cue says where it stands.
  private func said(_ classes: CueClass, in range: Range<Int>) -> CueClass {
    // The end of a name is one wherever its own capitals stand.
    classes.isDisjoint(with: .leading) || classes.contains(.nameEnd)
      ? classes : classes.subtracting(inName(range))
  }

  /// What a cue does not say because it stands inside a name: one of its words, or both its neighbours, have a capital
  /// ("Developments in the Field of", "the Committee on the Exercise").
  private func inName(_ range: Range<Int>) -> CueClass {
    for index in range where index > 0 && words[index].isCapital && words[index - 1].kind != .stop {
      return .leading
    }
    guard range.count == 1, range.lowerBound > 0, words[range.lowerBound - 1].isCapital else { return [] }
    var next = range.upperBound
    while next < count, isShort(next) { next += 1 }
    return next < count && words[next].isCapital ? .topic : []
  }

  /// The start of the cue or word that ends before `index`.
  func before(_ index: Int) -> Int { starts[index - 1] }

  func number(_ index: Int) -> Int32 { words[index].number }

  func isAnd(_ index: Int) -> Bool { number(index) == grammar.and }

  /// A word such as "of", "for" and "on", which may stand inside a name.
  func isShort(_ index: Int) -> Bool {
    words[index].kind == .word && !words[index].isCapital && words[index].end - words[index].start <= 3
  }

  func isMark(_ index: Int, _ kind: Words.Kind) -> Bool { words[index].kind == kind }

  /// Whether an act of the speaker's own opens at `index`: "its resolution", "its previous decisions".
  func isOwnAct(_ index: Int) -> Bool {
    guard index < count, number(index) == grammar.its else { return false }
    var at = index + 1
    while at < count, classes[at].contains(.glue), !words[at].traits.contains(.act) { at += 1 }
    return at < count && words[at].traits.contains(.act)
  }

  /// Whether the word is a preposition that joins two noun phrases.
  func isPreposition(_ index: Int) -> Bool { isPreposition(words[index]) }

  @inline(__always)
  func isPreposition(_ word: Words.Entry) -> Bool {
    if word.number == grammar.of || word.number == grammar.to { return true }
    return !word.classes.isDisjoint(with: [.linkPreposition, .topic, .qualifier])
      && word.cueBefore == 0 && word.cueBehind == 0
  }

  /// Whether the word only leads to a topic ("on", "concerning"), and not to a place or an agent as well.
  func isTopicOnly(_ index: Int) -> Bool {
    classes[index].contains(.topic) && classes[index].isDisjoint(with: [.linkPreposition, .member])
      && !words[index].isCapital && number(index) != grammar.to
  }

  /// Whether the word says in what document something stands: in, within.
  func isLocative(_ index: Int) -> Bool {
    classes[index].contains(.linkPreposition) && index + 1 < count && isGlue(index + 1)
      && classes[index].isDisjoint(with: [.qualifier, .topic])
  }

  /// Whether the word belongs to the name of a cited document: body, determiner, number, month, "paragraph", a letter.
  func isGlue(_ index: Int) -> Bool {
    let word = words[index]
    switch word.kind {
    case .figure, .open, .close: return true
    case .word:
      if classes[index].contains(.glue) { return true }
      return word.isNumeral
    default: return false
    }
  }

  /// The end of the adverbs that start at `index`, a list of them too: "strictly, fully and expeditiously".
  func afterAdverbs(_ index: Int) -> Int {
    var at = afterAsides(index)
    while at > index, at < count {
      let next = isMark(at, .comma) ? at + 1 : at
      guard next + 1 < count, classes[next].contains(.conjunction), classes[next + 1].contains(.intensifier)
      else { return at }
      at = afterAsides(next + 1)
    }
    return at
  }

  /// The end of the modifiers, asides and commas that start at `index`.
  func afterAsides(_ index: Int) -> Int {
    var at = index
    while at < count {
      if isMark(at, .comma) {
        guard at + 1 < count, !classes[at + 1].isDisjoint(with: [.modifier, .aside, .intensifier]) else {
          return at
        }
        at += 1
      } else if !classes[at].isDisjoint(with: [.modifier, .aside, .intensifier]) {
        at = ends[at]
        if at < count, isMark(at, .comma), !classes[at - 1].isDisjoint(with: [.aside]) { at += 1 }
      } else {
        return at
      }
    }
    return at
  }
}

extension WordReader {
  /// The words of `text` with what the grammar says of each.
  mutating func sentence(_ text: PaddedText, _ grammar: Grammar, isTranslated: Bool) -> Sentence {
    let words = words(text)
    return Sentence(words, in: memory, grammar: grammar, isTranslated: isTranslated)
  }
}
