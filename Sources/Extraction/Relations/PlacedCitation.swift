/// A citation with its relation, where it counts: in a paragraph, or in a footnote at one of its markers.
struct PlacedCitation {
  /// Index in the document's citations.
  var citation: Int
  /// The paragraph in which the words, or the footnote's marker, stand.
  var paragraph: Int?
  var decision: RelationDecision
}
