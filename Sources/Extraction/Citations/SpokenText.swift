/// What is known of a text before it is searched: where it stands and who speaks in it.
struct SpokenText {
  var place: Citation.Place
  var speaker: Body?
  /// The document's own symbol, which is no citation.
  var own: String?
  /// What "Ibid., vol. 1125" goes on with, if the note before cites treaties.
  var treaties: TreatySource?
  /// The body whose act the note before cites, for "Ibid., resolution 5/3".
  var actsBefore: String?
}

/// A series of treaties, and the volume where only one has been cited.
struct TreatySource: Equatable {
  var series: String
  var volume: String?
}
