import RDF

/// An entry of the catalogue of norms, known by the paragraph that states it and by its cues.
public struct NormOfBehaviour: Sendable {
  public let iri: IRI
  public let label: String
  /// "13(c)".
  public let notation: String
  /// The paragraph that states it, `<https://undocs.org/A/70/174#para13.c>`.
  public let statedIn: IRI
  public let cues: [String]

  init(_ entry: OntologyGraph.Entry) throws {
    iri = entry.iri
    label = try entry.label()
    guard let notation = entry.literals(SKOS.notation).first else { throw entry.missing("skos:notation") }
    self.notation = notation.lexical
    statedIn = try entry.required("statedIn")
    cues = entry.texts("cue")
    if cues.isEmpty { throw entry.missing(":cue") }
  }
}
