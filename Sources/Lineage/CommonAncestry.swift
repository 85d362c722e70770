import QueryEngine
import RDF

/// What two or more documents are all built on.
public struct CommonAncestry: Sendable {
  /// A shared ancestor with its generation in each document's ancestry.
  public struct Shared: Sendable {
    public let document: DocumentCard
    public let generations: [Int]
  }

  public let roots: [DocumentCard]
  /// The nearest first: by the sum of generations, then by date and symbol. A document that another goes back to is in it.
  public let shared: [Shared]

  /// The ancestors common to all of `ancestries`.
  public init(of ancestries: [Ancestry]) {
    roots = ancestries.map(\.root)
    var generations: [IRI: [Int]] = [:]
    for (index, ancestry) in ancestries.enumerated() {
      for ancestor in ancestry.ancestors
      where index == 0 || generations[ancestor.document.iri]?.count == index {
        generations[ancestor.document.iri, default: []].append(ancestor.generation)
      }
    }
    shared = (ancestries.first?.ancestors ?? []).compactMap { ancestor in
      guard let found = generations[ancestor.document.iri], found.count == ancestries.count else {
        return nil
      }
      return Shared(document: ancestor.document, generations: found)
    }.sorted { left, right in
      let (a, b) = (left.generations.reduce(0, +), right.generations.reduce(0, +))
      return a != b ? a < b : DocumentCard.precedes(left.document, right.document)
    }
  }
}
