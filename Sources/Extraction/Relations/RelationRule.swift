/// Why a citation stands in its relation (`:rule` in the graph).
public enum RelationRule: String, Sendable, CaseIterable {
  /// The document is the verb's object.
  case directObject = "direct-object"
  /// It follows in a list whose head the verb governs, or in a list that is only cited.
  case list
  /// The list goes on behind a clause about an earlier member.
  case listResumed = "list-resumed"
  /// A report beside the verb's object, a report too, whatever is told of that one.
  case parallelReport = "parallel-report"
  /// It is one of those that the verb governs: "including", "in particular", "the latest of which was".
  case member
  /// The verb's object joins it to another noun with "and".
  case coordinatedObject = "coordinated-object"
  /// The verb governs a part or the content of it: its provisions, its adoption.
  case content
  /// The verb governs an instrument that is in it: "the Declaration adopted by X".
  case instrument
  /// The verb asks for, or lays weight on, acting on it: "urges the implementation of X".
  case acting
  /// "as set out in X", with a verb of attitude and an object that is its content.
  case asSetOut = "as-set-out"
  /// "as set out in X" behind a decision, a directive or a fact.
  case asSetOutOnly = "as-set-out-only-cited"
  /// "recalling that, in X, it decided …".
  case thatIn = "that-in"
  /// It is the subject of what the verb reports.
  case thatSubject = "that-subject"
  /// Deeper in what the verb reports.
  case thatClause = "that-clause"
  /// Inside a clause about another document: "in which it endorsed X".
  case relativeClause = "relative-clause"
  /// The measure or ground of something else: "in accordance with X".
  case qualifier
  /// Ties another noun to it: "the Committee established by X".
  case participle
  /// The topic of something else: "the report on X".
  case topic
  /// Among others in a quoted title: "entitled “Review of X”".
  case title
  /// The verb's object is another noun, of which it is a complement.
  case otherObject = "other-object"
  /// An endorsing or critical verb whose object is neither the document nor its content.
  case notEndorsed = "not-endorsed"
  /// A sentence of its own under an opening verb that stands in the parent or in the sentence before.
  case ownSentence = "own-sentence"
  /// No verb of the speaking organ governs the place.
  case noVerb = "no-verb"
  /// A footnote whose marker stands nowhere.
  case unmarkedFootnote = "unmarked-footnote"
}

/// The relation of a citation and the rule that decided it.
struct RelationDecision: Sendable, Equatable {
  /// Index in `Ontology.relations`.
  var relation: Int
  var rule: RelationRule
}
