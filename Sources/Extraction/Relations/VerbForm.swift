import Documents

/// One form of an opening verb.
struct VerbForm: Sendable {
  enum Position: Sendable {
    case preambular, operative, past
    /// What declarations say: "we recall".
    case declarative
  }

  /// Index in `Grammar.verbs`.
  var verb: Int
  var position: Position
  /// Whether it opens paragraphs of declarations without its "we".
  var isBare = false
  /// Whether it is a French or Spanish form, and none in English.
  var isTranslated = false
}

/// A verb of the ontology as the extractor needs it.
struct GrammarVerb: Sendable {
  /// Index in `Grammar.relations`.
  var relation: Int
  /// Whether its relation is `:endorses` or a kind of it.
  var isEndorsing: Bool
  /// Whether its relation is `:criticizes` or a kind of it.
  var isCritical: Bool
  /// Whether it asks, tells or decides.
  var isDirecting: Bool
  /// Whether it is addressed to somebody who is to act.
  var isAddressed: Bool

  /// Whether it judges: what stands near the document says nothing of the document then.
  var isJudging: Bool { isEndorsing || isCritical }
}
