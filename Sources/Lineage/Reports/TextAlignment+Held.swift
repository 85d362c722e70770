import QueryEngine
import RDF

extension TextAlignment {
  /// The comparison of two documents; nil where the store lacks the paragraphs of one, as RDF from elsewhere may.
  public static func ifHeld(
    _ newer: IRI, with older: IRI, in source: any NavigableGraph
  ) throws -> TextAlignment? {
    let passages = try LanguageReader(source: source).passages(of: [newer, older])
    if passages[newer] == nil || passages[older] == nil { return nil }
    return try TextAlignment(of: newer, with: older, in: source)
  }
}
