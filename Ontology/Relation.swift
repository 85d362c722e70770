import Diagnostics
import RDF

/// A relation between a document and one it cites, with the relations that it is a kind of.
public struct Relation: Sendable {
  public let iri: IRI
  /// The local name: "recalls".
  public let name: String
  public let label: String
  /// Every relation above this one, nearest first: `:welcomes` has `:endorses`, `:cites`.
  public let kindsAbove: [IRI]

  static func all(in graph: OntologyGraph) throws -> [Relation] {
    let entries = graph.entries(of: "Relation")
    var parents: [IRI: [IRI]] = [:]
    for entry in entries {
      parents[entry.iri] = entry.iris(RDFS.subPropertyOf).filter { $0.value.hasPrefix(Stemma.namespace) }
    }
    return try entries.map { entry in
      Relation(
        iri: entry.iri, name: entry.name, label: try entry.label(),
        kindsAbove: try ancestors(of: entry.iri, in: parents))
    }
  }

  /// Breadth first; throws where a relation is a kind of itself or of something undeclared.
  private static func ancestors(of relation: IRI, in parents: [IRI: [IRI]]) throws -> [IRI] {
    var found: [IRI] = []
    var pending = parents[relation] ?? []
    while !pending.isEmpty {
      let next = pending.removeFirst()
      guard let above = parents[next], next != relation else {
        throw Diagnostic.error(
          "'\(relation.value)' is a kind of '\(next.value)', which cannot stand above it")
      }
      if found.contains(next) { continue }
      found.append(next)
      pending += above
    }
    return found
  }
}
