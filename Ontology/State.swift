import RDF

/// A State with every spelling of its name that is more than another order of the same words.
public struct State: Sendable {
  public let iri: IRI
  /// ISO 3166-1 alpha-3.
  public let code: String
  public let names: [String]

  init(_ entry: OntologyGraph.Entry) throws {
    iri = entry.iri
    guard let code = entry.literals(SKOS.notation).first else { throw entry.missing("skos:notation") }
    self.code = code.lexical
    names = (entry.literals(SKOS.prefLabel) + entry.literals(SKOS.altLabel)).map(\.lexical)
    if names.isEmpty { throw entry.missing("skos:prefLabel") }
  }
}
