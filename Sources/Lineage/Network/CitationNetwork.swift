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
    // Numbered as they are met first: each end of an edge is looked up once.
    var met: [IRI] = []
    var numbers: [IRI: Int] = [:]
    func number(_ document: IRI) -> Int {
      if let known = numbers[document] { return known }
      numbers[document] = met.count
      met.append(document)
      return met.count - 1
    }
    for document in isolated { _ = number(document) }
    let pairs = edges.map { (number($0.citing), number($0.cited)) }
    let order = met.indices.sorted { SymbolOrder.precedes(met[$0], met[$1]) }
    var places = [Int](repeating: 0, count: met.count)
    for (place, number) in order.enumerated() { places[number] = place }
    var cited = [[Int]](repeating: [], count: met.count)
    for (from, to) in pairs { cited[places[from]].append(places[to]) }
    documents = order.map { met[$0] }
    nodes = numbers.mapValues { places[$0] }
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
