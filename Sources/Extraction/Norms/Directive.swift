/// An operative verb addressed to somebody: "Requests the Secretary-General to …".
struct Directive {
  /// Index in `Ontology.verbs`.
  var verb: Int
  /// UTF-8 offsets in the paragraph's text.
  var addressee: Range<Int>
  var action: Range<Int>
}
