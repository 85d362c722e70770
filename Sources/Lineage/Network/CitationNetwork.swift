import RDF

/// Documents and which cites which, as a graph of small integers.
///
/// Nodes are numbered in the order of their symbols, so that whatever walks them in that order is deterministic.
struct CitationNetwork: Sendable {
  /// A citation by the places of its ends in the documents that a network is made of.
  struct Edge {
    let citing: Int
    let cited: Int
    let manner: CitationManner
  }

  /// A document's IRI by node.
  let documents: [IRI]
  /// What each node cites, ascending, no node twice.
  let cited: [[Int]]
  /// In what manner it cites each of them, in the same order.
  let manners: [[CitationManner]]
  /// What cites each node, ascending, no node twice.
  let citing: [[Int]]
  /// The node of the document whose citations these are.
  let root: Int

  /// - Parameters:
  ///   - documents: in any order, none twice.
  ///   - edges: none twice.
  ///   - root: a place in `documents`.
  init(_ documents: [IRI], edges: [Edge], root: Int) {
    let order = documents.indices.sorted { SymbolOrder.precedes(documents[$0], documents[$1]) }
    var nodes = [Int](repeating: 0, count: documents.count)
    for (node, place) in order.enumerated() { nodes[place] = node }
    var cited = [[Int]](repeating: [], count: documents.count)
    var manners = [[CitationManner]](repeating: [], count: documents.count)
    var citing = cited
    let sorted = edges.map { (citing: nodes[$0.citing], cited: nodes[$0.cited], manner: $0.manner) }
      .sorted { ($0.citing, $0.cited) < ($1.citing, $1.cited) }
    for edge in sorted {
      cited[edge.citing].append(edge.cited)
      manners[edge.citing].append(edge.manner)
      citing[edge.cited].append(edge.citing)
    }
    self.documents = order.map { documents[$0] }
    self.cited = cited
    self.manners = manners
    self.citing = citing
    self.root = nodes[root]
  }

  /// In what manner one node cites another; nil where it does not.
  func manner(_ citing: Int, _ cited: Int) -> CitationManner? {
    self.cited[citing].firstIndex(of: cited).map { manners[citing][$0] }
  }
}
