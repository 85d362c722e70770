import RDF

/// A modal phrase ("should not") and the modality it expresses.
public struct Modal: Sendable {
  public enum Modality: String, Sendable {
    case obligation, prohibition, recommendation, permission, declaration

    public var iri: IRI { Stemma.term(rawValue) }
  }

  public let iri: IRI
  public let modality: Modality
  public let cues: [String]

  init(_ entry: OntologyGraph.Entry) throws {
    iri = entry.iri
    cues = entry.texts("cue")
    let name = try entry.required("expresses").value.dropFirst(Stemma.namespace.count)
    guard let modality = Modality(rawValue: String(name)) else {
      throw entry.missing("known modality in :expresses")
    }
    self.modality = modality
    if cues.isEmpty { throw entry.missing(":cue") }
  }
}
