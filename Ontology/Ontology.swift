import Diagnostics
import RDF

/// The vocabulary and the cue phrases of `Data/*.ttl` as plain tables.
///
///     let ontology = try Ontology.bundled()              // what the tool was built with
///     let mine = try Ontology.load(from: "my-ontology")  // a folder of edited files
///
/// Tables keep the order of the files, which are read in the order of their names.
public struct Ontology: Sendable {
  /// Every statement of the files, for stores that want the vocabulary beside the documents.
  public let triples: [Triple]
  public let relations: [Relation]
  public let verbs: [OpeningVerb]
  public let cueLists: [CueList]
  public let modals: [Modal]
  public let principles: [Principle]
  public let norms: [NormOfBehaviour]
  public let states: [State]
  public let organs: [OrganEntry]

  /// Builds the tables from statements; throws a `Diagnostic` that names the first entry that lacks something.
  public init(triples: [Triple]) throws {
    let graph = OntologyGraph(triples)
    self.triples = triples
    relations = try Relation.all(in: graph)
    verbs = try graph.entries(of: "OpeningVerb").map(OpeningVerb.init)
    cueLists = try graph.entries(of: "CueList").map(CueList.init)
    modals = try graph.entries(of: "Modal").map(Modal.init)
    principles = try graph.entries(of: "Principle").map(Principle.init)
    norms = try graph.entries(of: "NormOfBehaviour").map(NormOfBehaviour.init)
    states = try graph.entries(of: "State").map(State.init)
    organs = try graph.entries(of: "Organ").map(OrganEntry.init)
    let known = Set(relations.map(\.iri))
    for verb in verbs where !known.contains(verb.governs) {
      throw Diagnostic.error(
        "'\(verb.iri.value)' governs '\(verb.governs.value)', which is no relation",
        hint: Suggestion.hint(for: verb.governs.value, among: relations.map(\.iri.value)))
    }
  }

  /// The tables of the files that are part of the program.
  public static func bundled() throws -> Ontology {
    try Ontology(
      triples: BundledData.files.flatMap { file in
        try RDFReader(format: .turtle, base: Stemma.namespace).triples(
          text: String(decoding: file.bytes, as: UTF8.self), name: file.name)
      })
  }

  /// The cues of the list called `name`, or none where the files have no such list.
  public func cues(_ name: String) -> [String] {
    cueLists.first { $0.name == name }?.cues ?? []
  }
}
