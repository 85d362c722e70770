import RDF

/// The citations around a document as the store states them: each with all its relations, the general ones too.
struct StatedCitations {
  /// A citing and a cited document by their places in `documents`, and what is said by the place in `relations`.
  struct Edge {
    let citing: Int
    let cited: Int
    let relations: Int
  }

  /// The document itself first, none twice.
  let documents: [IRI]
  /// None twice.
  let edges: [Edge]
  /// Sets of relations: few occur.
  let relations: [[IRI]]

  /// The network that they are, with the relations that `tree` does not know to be more general than another.
  func network(_ tree: RelationTree) -> CitationNetwork {
    let manners = relations.map { tree.manner(of: Set($0)) }
    return CitationNetwork(
      documents,
      edges: edges.map {
        CitationNetwork.Edge(citing: $0.citing, cited: $0.cited, manner: manners[$0.relations])
      },
      root: 0)
  }
}
