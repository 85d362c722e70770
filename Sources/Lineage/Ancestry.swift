import QueryEngine
import RDF

/// What a document is built on: everything it cites over chosen relations, directly or through others, by generation.
public struct Ancestry: Sendable {
  /// A document that the root goes back to, or the root itself.
  public struct Ancestor: Sendable {
    public let document: DocumentCard
    /// Citations from the root by the shortest way; 0 is the root, 1 what it cites itself.
    public let generation: Int
    /// Through which document it is first met, as a position in `ancestors`; nil for the root.
    public let parent: Int?
    /// The most specific relations of `parent` to it, by local name.
    public let relations: [String]
    /// How many documents of the ancestry cite it.
    public let citedBy: Int
  }

  /// The root, then its ancestors by generation, within one by date of adoption and symbol.
  public let ancestors: [Ancestor]
  /// Documents that cite each other in a ring, each ring once.
  public let cycles: [[DocumentCard]]
  /// The line of descent that most others run along, from the root to its origin.
  public let mainPath: [[DocumentCard]]
  /// How many documents go back to the root.
  public let descendants: Int

  public var root: DocumentCard { ancestors[0].document }

  /// The number of generations before the root.
  public var depth: Int { ancestors.last?.generation ?? 0 }

  /// What is cited but not in the store, the most cited first.
  public var gaps: [Ancestor] {
    ancestors.dropFirst().enumerated().filter { !$0.element.document.isHeld }
      .sorted { ($1.element.citedBy, $0.offset) < ($0.element.citedBy, $1.offset) }.map(\.element)
  }

  /// Asks `source` for the ancestry of `document`.
  ///
  /// - Parameter relations: the properties that lead to an ancestor.
  /// - Throws: an error where the store says nothing about the document, and what the source throws.
  public init(of document: IRI, relations: [IRI], in source: any GraphSource) throws {
    let reader = NetworkReader(source: source, relations: relations)
    let edges = try reader.closure(from: document, .cited)
    let network = CitationNetwork(edges: edges, isolated: [document])
    let cards = try reader.cards(of: network.documents)
    guard let root = network.node(of: document) else { preconditionFailure("the root is a node") }
    if edges.isEmpty, !cards[root].isHeld { throw NetworkReader.unknown(document) }
    let citedBy = network.citedBy
    let order = network.documents.indices.sorted {
      DocumentCard.precedes(cards[$0], cards[$1]) || !DocumentCard.precedes(cards[$1], cards[$0]) && $0 < $1
    }
    var rank = [Int](repeating: 0, count: order.count)
    for (position, node) in order.enumerated() { rank[node] = position }
    var met: [(node: Int, generation: Int, parent: Int?)] = [(root, 0, nil)]
    var isMet = [Bool](repeating: false, count: order.count)
    isMet[root] = true
    var start = 0
    while start < met.count {
      let generation = start..<met.count
      var next: [(node: Int, parent: Int)] = []
      for position in generation {
        for target in network.cited[met[position].node] where !isMet[target] {
          isMet[target] = true
          next.append((target, position))
        }
      }
      start = generation.upperBound
      next.sort { rank[$0.node] < rank[$1.node] }
      let depth = met[generation.lowerBound].generation + 1
      met += next.map { ($0.node, depth, $0.parent) }
    }
    let named = try reader.relationNames(
      of: met.compactMap { item in
        item.parent.map { (network.documents[met[$0].node], network.documents[item.node]) }
      })
    ancestors = met.map { item in
      let pair = item.parent.map { EdgeKey(network.documents[met[$0].node], network.documents[item.node]) }
      return Ancestor(
        document: cards[item.node], generation: item.generation, parent: item.parent,
        relations: pair.flatMap { named[$0] } ?? [], citedBy: citedBy[item.node])
    }
    cycles = Components(of: network.cited).members.filter { $0.count > 1 }.map { ring in
      ring.map { cards[$0] }
    }
    mainPath = MainPath(from: root, in: network.cited).steps.map { step in step.map { cards[$0] } }
    descendants = Set(try reader.closure(from: document, .citing).map(\.citing)).subtracting([document]).count
  }
}
