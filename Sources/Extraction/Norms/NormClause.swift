import Ontology

/// One addressee with one modal.
struct NormClause {
  var modality: Modal.Modality
  /// UTF-8 offsets in the paragraph's text.
  var addressee: Range<Int>
  var action: Range<Int>
  /// From the addressee, or from the modal where the addressee stands before an earlier one, to the end of the action.
  var range: Range<Int>
}

/// What a paragraph lays down: its clauses, and the words that hold them.
struct NormReading {
  var clauses: [NormClause]
  /// UTF-8 offsets in the paragraph's text.
  var range: Range<Int>
  /// The same as indices of words.
  var words: Range<Int>
}
