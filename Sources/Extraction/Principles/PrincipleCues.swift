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

  mutating func learn(_ principles: [Principle], _ index: inout WordTable) {
    for (number, principle) in principles.enumerated() {
      for (meaning, cues) in [
        (Meaning.cue, principle.cues), (.weakCue, principle.weakCues), (.context, principle.context),
        (.counterCue, principle.counterCues), (.name, principle.nameCues),
      ] {
        for cue in cues {
          phrases.insert(Words.numbers(of: cue, learning: &index), Int32(entries.count))
          entries.append(Entry(principle: number, meaning: meaning))
        }
      }
    }
  }
}
