import QueryEngine
import RDF

/// What a document is built on: everything it cites over chosen relations, directly or through others, by generation;
/// and what goes back to it.
public struct Ancestry: Sendable {
  /// The root, then its ancestors by generation, within one by date of adoption (later first) and symbol.
  public let ancestors: [Relative]
  /// Every citation between two of `ancestors`, by position.
  public let citations: [Citation]
  /// The root, then what goes back to it, in the same order.
  public let descendants: [Relative]
  /// Documents that cite each other in a ring, each ring once.
  public let cycles: [[DocumentCard]]
  /// The line of descent that most others run along, from the root to its origin (search path count).
  public let mainPath: [[DocumentCard]]
  /// For each of `ancestors` the next on the weightiest way from it to an origin, by position.
  public let onward: [Int?]
  /// For each of `ancestors` the one before it on the weightiest way from the root, by position.
  public let backward: [Int?]
  /// The earlier texts of the root's series, as far as the store holds them.
  public let series: Series

  public var root: DocumentCard { ancestors[0].document }

  /// The number of generations before the root.
  public var depth: Int { ancestors.last?.generation ?? 0 }

  /// What is cited but not in the store, the most cited first.
  public var gaps: [Relative] {
    ancestors.dropFirst().enumerated().filter { !$0.element.document.isHeld }
      .sorted { ($1.element.citedBy, $0.offset) < ($0.element.citedBy, $1.offset) }.map(\.element)
  }

  /// Asks `source` for the ancestry of `document`.
  ///
  /// - Parameter relations: the properties that lead to an ancestor.
  /// - Throws: an error where the store says nothing about the document or its ontology knows no such relation, and what the
  ///   source throws.
  public init(of document: IRI, relations: [IRI], in source: any NavigableGraph) throws {
    let reader = try NetworkReader(source, relations: relations)
    for relation in relations { try reader.require(relation) }
    let (cited, citing) = try (
      reader.citations(around: document, .cited), reader.citations(around: document, .citing)
    )
    let tree = try reader.relationTree(above: (cited.relations + citing.relations).joined())
    let (ancestry, posterity) = (cited.network(tree), citing.network(tree))
    let known = try reader.cards(of: ancestry.documents + posterity.documents)
    let ancestors = Kindred(ancestry, .cited, known)
    let descendants = Kindred(posterity, .citing, known)
    if ancestors.relatives.count == 1, descendants.relatives.count == 1,
      !ancestors.relatives[0].document.isHeld
    {
      throw NetworkReader.unknown(document)
    }
    let root = ancestors.nodes[0]
    let mainPath = MainPath(from: root, in: ancestry.cited)
    self.ancestors = ancestors.relatives
    self.descendants = descendants.relatives
    citations = ancestors.nodes.enumerated().flatMap { position, node in
      zip(ancestry.cited[node], ancestry.manners[node]).map { target, manner in
        Citation(
          citing: position, cited: ancestors.position[target], relations: manner.relations,
          family: manner.family)
      }
    }
    cycles = Components(of: ancestry.cited).members.filter { $0.count > 1 }.map { ring in
      ring.map { ancestors.cards[$0] }
    }
    self.mainPath = mainPath.steps.map { step in step.map { ancestors.cards[$0] } }
    onward = ancestors.nodes.map { mainPath.onward[$0].map { ancestors.position[$0] } }
    backward = ancestors.nodes.map { mainPath.backward[$0].map { ancestors.position[$0] } }
    series = Series(of: root, cards: ancestors.cards, cited: ancestry.cited)
  }
}

/// A network walked from one of its documents, one way.
private struct Kindred {
  /// What is known of each node.
  let cards: [DocumentCard]
  /// The node of each relative, and the place of each node among the relatives.
  let nodes: [Int]
  let position: [Int]
  let relatives: [Relative]

  init(
    _ network: CitationNetwork, _ direction: NetworkReader.Direction, _ known: [IRI: DocumentCard]
  ) {
    let cards = network.documents.map { known[$0] ?? DocumentCard($0) }
    var rank = [Int](repeating: 0, count: cards.count)
    // Nodes are in the order of their symbols, which decides between equals.
    let order = cards.indices.sorted { left, right in
      if DocumentCard.precedes(cards[left], cards[right]) { return true }
      return !DocumentCard.precedes(cards[right], cards[left]) && left < right
    }
    for (place, node) in order.enumerated() { rank[node] = place }
    let isAncestry = direction == .cited
    let entries = Generations(
      from: network.root, in: isAncestry ? network.cited : network.citing, rank: rank
    ).entries
    let shares = PageRank(of: network.cited).shares
    func names(_ parent: Int, _ child: Int) -> [String] {
      let (citing, cited) = isAncestry ? (parent, child) : (child, parent)
      return network.manner(citing, cited)?.relations ?? []
    }
    relatives = entries.map { entry in
      Relative(
        document: cards[entry.node], generation: entry.generation, parent: entry.parent,
        relations: entry.parent.map { names(entries[$0].node, entry.node) } ?? [],
        citedBy: network.citing[entry.node].count, cites: network.cited[entry.node].count,
        pageRank: shares[entry.node])
    }
    nodes = entries.map(\.node)
    var position = [Int](repeating: 0, count: cards.count)
    for (place, node) in nodes.enumerated() { position[node] = place }
    self.cards = cards
    self.position = position
  }
}
