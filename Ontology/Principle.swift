import RDF

/// A concept that norms serve or rest on, with the words by which it is known.
public struct Principle: Sendable {
  public let iri: IRI
  public let label: String
  /// Words of doing what the principle asks.
  public let cues: [String]
  /// Words that count only in a document that has one of `context`.
  public let weakCues: [String]
  public let context: [String]
  /// Words in which a cue stands and speaks of something else.
  public let counterCues: [String]
  /// Words that name the principle outright after the word "principle".
  public let nameCues: [String]

  init(_ entry: OntologyGraph.Entry) throws {
    iri = entry.iri
    label = try entry.label()
    cues = entry.texts("cue")
    weakCues = entry.texts("weakCue")
    context = entry.texts("context")
    counterCues = entry.texts("notCue")
    nameCues = entry.texts("nameCue")
    if cues.isEmpty { throw entry.missing(":cue") }
  }
}
