/// A text to be searched, and who is speaking in it.
struct SpokenText {
  var place: Citation.Place
  var speaker: Body?
  /// The year its document was adopted.
  var year: Int?
  /// The document's own symbol, which is no citation.
  var own: String?
}
