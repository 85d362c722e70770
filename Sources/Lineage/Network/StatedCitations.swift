import QueryEngine
import RDF

/// The citations around a document as the store states them: each with all its relations, the general ones too.
struct StatedCitations {
  /// A citing and a cited document, by their places in `terms`.
  private struct Edge: Hashable {
    let citing: Int
    let cited: Int
  }

  private let document: IRI
  private let terms: [Term]
  /// The relations of each, by their places in `terms`.
  private var byEdge: [Edge: [Int]] = [:]

  /// - Parameter found: rows of a citing document, a relation and a cited document.
  init(around document: IRI, _ found: NumberedRows) {
    self.document = document
    terms = found.terms
    for row in 0..<found.count {
      guard let citing = found[row, 0], let relation = found[row, 1], let cited = found[row, 2] else {
        continue
      }
      byEdge[Edge(citing: citing, cited: cited), default: []].append(relation)
    }
  }

  /// The network that they are, with the relations that `tree` does not know to be more general than another.
  func network(_ tree: RelationTree) -> CitationNetwork {
    var documents: [IRI] = []
    var places = [Int?](repeating: nil, count: terms.count)
    func place(_ term: Int) -> Int? {
      if let known = places[term] { return known }
      guard let iri = terms[term].iri else { return nil }
      places[term] = documents.count
      documents.append(iri)
      return documents.count - 1
    }
    // Few sets of relations occur.
    var manners: [[Int]: CitationManner] = [:]
    func manner(_ relations: [Int]) -> CitationManner {
      if let known = manners[relations] { return known }
      let manner = tree.manner(of: Set(relations.compactMap { terms[$0].iri }.filter(\.isRelation)))
      manners[relations] = manner
      return manner
    }
    let edges = byEdge.compactMap { edge, relations -> CitationNetwork.Edge? in
      guard let citing = place(edge.citing), let cited = place(edge.cited) else { return nil }
      return CitationNetwork.Edge(citing: citing, cited: cited, manner: manner(relations.sorted()))
    }
    // A document that cites nothing and is not cited stands in no answer.
    let root = documents.firstIndex(of: document) ?? documents.count
    if root == documents.count { documents.append(document) }
    return CitationNetwork(documents, edges: edges, root: root)
  }
}
