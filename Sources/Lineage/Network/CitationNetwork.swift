import RDF

/// Documents and which cites which, as a graph of small integers.
///
/// Nodes are numbered in the order of their symbols, so that whatever walks them in that order is deterministic.
public struct CitationNetwork: Sendable {
  /// A document's IRI by node.
  public let documents: [IRI]
  /// What each node cites, ascending, no node twice.
  public let cited: [[Int]]
  /// What cites each node, ascending, no node twice.
  public let citing: [[Int]]
  private let nodes: [IRI: Int]

  /// - Parameter edges: citing and cited document; repeated pairs count once. `isolated` are nodes without an edge.
  public init(edges: [(citing: IRI, cited: IRI)], isolated: [IRI] = []) {
    var all = Set(isolated)
    for edge in edges {
      all.insert(edge.citing)
      all.insert(edge.cited)
    }
    let documents = all.sorted(by: SymbolOrder.precedes)
    var nodes: [IRI: Int] = [:]
    for (node, document) in documents.enumerated() { nodes[document] = node }
    var cited = [[Int]](repeating: [], count: documents.count)
    for edge in edges {
      if let from = nodes[edge.citing], let to = nodes[edge.cited] { cited[from].append(to) }
    }
    self.documents = documents
    self.nodes = nodes
    self.cited = cited.map { targets in
      var last = -1
      return targets.sorted().filter { node in
        defer { last = node }
        return node != last
      }
    }
    var citing = [[Int]](repeating: [], count: documents.count)
    for (node, targets) in self.cited.enumerated() { for target in targets { citing[target].append(node) } }
    self.citing = citing
  }

  public func node(of document: IRI) -> Int? { nodes[document] }
}
