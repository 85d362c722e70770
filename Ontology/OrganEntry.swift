import RDF

/// A body that adopts or issues documents, with its names in every language the files give.
public struct OrganEntry: Sendable {
  public let iri: IRI
  public let names: [String]

  init(_ entry: OntologyGraph.Entry) throws {
    iri = entry.iri
    names = entry.literals(SKOS.prefLabel).map(\.lexical)
    if names.isEmpty { throw entry.missing("skos:prefLabel") }
  }
}
