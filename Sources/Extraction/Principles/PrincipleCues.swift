import Ontology

/// The cues of all principles, and what each says.
struct PrincipleCues: Sendable {
  enum Meaning: Sendable {
    case cue, weakCue, context, counterCue, name
  }

  struct Entry: Sendable {
    /// Index in `Ontology.principles`.
    var principle: Int
    var meaning: Meaning
  }

  /// Values are indices in `entries`.
  private(set) var phrases = PhraseTrie()
  private(set) var entries: [Entry] = []
  /// The words that cues of a context start with.
  private(set) var contextWords: [Int32] = []

  mutating func learn(_ principles: [Principle], _ index: inout WordTable) {
    for (number, principle) in principles.enumerated() {
      for (meaning, cues) in [
        (Meaning.cue, principle.cues), (.weakCue, principle.weakCues), (.context, principle.context),
        (.counterCue, principle.counterCues), (.name, principle.nameCues),
      ] {
        for cue in cues {
          let words = Words.numbers(of: cue, learning: &index)
          phrases.insert(words, Int32(entries.count))
          if meaning == .context { contextWords += words.prefix(1) }
          entries.append(Entry(principle: number, meaning: meaning))
        }
      }
    }
  }
}
