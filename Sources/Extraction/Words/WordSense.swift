/// What the grammar says of a word by itself.
struct WordSense: Sendable {
  var traits: WordTraits = []
  /// What the cue of this one word says; empty where it is none.
  var classes: CueClass = []
}
