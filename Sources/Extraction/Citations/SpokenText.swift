/// What is known of a text before it is searched: where it stands and who speaks in it.
struct SpokenText {
  var place: Citation.Place
  var speaker: Body?
  /// The year its document was adopted.
  var year: Int?
  /// The document's own symbol, which is no citation.
  var own: String?
  /// Whether the document has named the Human Rights Council, whose numbers look like the Assembly's.
  var knowsHumanRights = false
  /// The body with numbers of its own that was named last.
  var recent: Body?
  /// The full names of such bodies, in the order given.
  var names: [String] = []
  /// What "Ibid., vol. 1125" goes on with, if the note before cites treaties.
  var treaties: TreatySource?
}

/// A series of treaties, and the volume where only one has been cited.
struct TreatySource: Equatable {
  var series: String
  var volume: String?
}
