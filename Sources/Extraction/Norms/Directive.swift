/// An operative verb addressed to somebody: "Requests the Secretary-General to …".
struct Directive {
  /// Index in `Ontology.verbs`.
  var verb: Int
  /// UTF-8 offsets in the paragraph's text; nil in an item of a list whose addressee the paragraph above names.
  var addressee: Range<Int>?
  /// UTF-8 offsets in the paragraph's text.
  var action: Range<Int>
}

/// A verb whose actions stand in the list below its paragraph: "Calls upon all States: (a) To …".
struct ListedDirective {
  /// Index in `Ontology.verbs`.
  var verb: Int
  /// UTF-8 offsets in the paragraph's text; nil where every item names its own, as in "Urges: (a) All States to …".
  var addressee: Range<Int>?
  /// Whether the items open with the bare verb, as behind "calls upon the Council to:" and "demands that all parties:".
  var isBare = false
}

/// What a paragraph tells whom.
struct Directives {
  var stated: [Directive] = []
  /// What the list below the paragraph goes on with.
  var listed: ListedDirective?

  var isEmpty: Bool { stated.isEmpty && listed == nil }
}
