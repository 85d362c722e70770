import Diagnostics
import QueryEngine
import QuerySyntax
import RDF

/// The relations with which each citation of a network is stated, all by their places among the terms of an answer.
private struct StatedRelations {
  /// A citing and a cited document.
  struct Edge: Hashable {
    let citing: Int
    let cited: Int
  }

  private(set) var byEdge: [Edge: Set<Int>] = [:]

  mutating func add(_ relation: Int, from citing: Int, to cited: Int) {
    byEdge[Edge(citing: citing, cited: cited), default: []].insert(relation)
  }

  /// The network around `root`, one of `terms`.
  ///
  /// - Parameter manner: that of a citation stated with these relations.
  func network(_ root: Int, _ terms: [Term], _ manner: (Set<Int>) -> CitationManner) -> CitationNetwork {
    var documents: [IRI] = []
    var places = [Int?](repeating: nil, count: terms.count)
    func place(_ term: Int) -> Int? {
      if let known = places[term] { return known }
      guard let iri = terms[term].iri else { return nil }
      places[term] = documents.count
      documents.append(iri)
      return documents.count - 1
    }
    let start = place(root) ?? 0
    let edges = byEdge.compactMap { edge, relations -> CitationNetwork.Edge? in
      guard let citing = place(edge.citing), let cited = place(edge.cited) else { return nil }
      return CitationNetwork.Edge(citing: citing, cited: cited, manner: manner(relations))
    }
    return CitationNetwork(documents, edges: edges, root: start)
  }
}

/// Asks a graph source for the part of the citation network that a report needs.
///
/// The queries are built as algebra, so no name from outside is ever parsed.
struct NetworkReader {
  /// Which way to follow citations.
  enum Direction {
    /// From a document to what it cites.
    case cited
    /// From a document to what cites it.
    case citing

    /// For a citing document, a relation and a cited document.
    fileprivate var variables: [Variable] {
      self == .cited
        ? [NetworkReader.from, NetworkReader.relation, NetworkReader.to]
        : ["heir", "heirRelation", "parent"].map { Variable($0) }
    }
  }

  let source: any GraphSource
  let relations: [IRI]

  static let from = Variable("from")
  static let to = Variable("to")
  fileprivate static let relation = Variable("relation")

  static func unknown(_ document: IRI) -> Diagnostic {
    .error(
      "the store does not hold \(DocumentCard(document).symbol)",
      hint: "stemma query documents lists what it holds")
  }

  /// Every citation on a way from `document` to what it is built on, and on a way to it from what goes back to it, and in
  /// what stance each is made.
  ///
  /// One query, whatever the number of generations: the engine walks the paths over numbers and gives their ends.
  func citations(around document: IRI, _ tree: RelationTree) throws -> (
    cited: CitationNetwork, citing: CitationNetwork
  ) {
    let directions = [Direction.cited, .citing]
    var stated = directions.map { _ in StatedRelations() }
    let found = try citations(around: .term(.iri(document)), directions)
    for row in 0..<found.count {
      for place in directions.indices {
        guard let citing = found[row, 3 * place], let relation = found[row, 3 * place + 1],
          let cited = found[row, 3 * place + 2]
        else { continue }
        stated[place].add(relation, from: citing, to: cited)
      }
    }
    // Few sets of relations occur.
    var known: [Set<Int>: CitationManner] = [:]
    func manner(_ relations: Set<Int>) -> CitationManner {
      if let known = known[relations] { return known }
      let manner = tree.manner(of: Set(relations.compactMap { found.terms[$0].iri }.filter(\.isRelation)))
      known[relations] = manner
      return manner
    }
    // A document that cites nothing and is not cited stands in no answer.
    let root = found.terms.firstIndex(of: .iri(document)) ?? found.terms.count
    let terms = root < found.terms.count ? found.terms : found.terms + [.iri(document)]
    let networks = stated.map { $0.network(root, terms, manner) }
    return (networks[0], networks[1])
  }

  /// The rows of that query: for each direction a citing document, a relation and a cited one.
  private func citations(around root: PatternTerm, _ directions: [Direction]) throws -> NumberedRows {
    guard let step = relations.map({ PropertyPath.predicate($0) }).reduced({ .alternative($0, $1) }) else {
      return NumberedRows()
    }
    let variables = directions.flatMap(\.variables)
    let ways = directions.flatMap { direction in
      let (citing, cited) = (direction.variables[0], direction.variables[2])
      let reach =
        direction == .cited
        ? PathPattern(root, .zeroOrMore(step), .variable(citing))
        : PathPattern(.variable(cited), .zeroOrMore(step), root)
      return relations.map { relation in
        Algebra.join(
          .path(reach),
          .bgp([
            TriplePattern(.variable(citing), .term(.iri(relation)), .variable(cited)),
            TriplePattern(.variable(citing), .variable(direction.variables[1]), .variable(cited)),
          ]))
      }
    }
    guard let ways = ways.reduced({ .union($0, $1) }) else { return NumberedRows() }
    return try solutions(.project(ways, variables), variables)?.numberedRows() ?? NumberedRows()
  }

  func relationTree() throws -> RelationTree {
    let pattern = TriplePattern(
      .variable(NetworkReader.from), .term(.iri(RDFS.subPropertyOf)), .variable(NetworkReader.to))
    let variables = [NetworkReader.from, NetworkReader.to]
    var direct: [IRI: Set<IRI>] = [:]
    for row in try rows(.project(.bgp([pattern]), variables), variables) {
      if case .iri(let from)? = row[0], case .iri(let to)? = row[1] { direct[from, default: []].insert(to) }
    }
    return RelationTree(direct)
  }

  /// `patterns` for each of `documents` as `from`.
  func given(_ documents: [IRI], _ patterns: [TriplePattern]) -> Algebra {
    .join(.values([NetworkReader.from], documents.map { [.iri($0)] }), .bgp(patterns))
  }

  func rows(_ algebra: Algebra, _ variables: [Variable]) throws -> [[Term?]] {
    try solutions(algebra, variables)?.rows() ?? []
  }

  private func solutions(_ algebra: Algebra, _ variables: [Variable]) throws -> Solutions? {
    let query = Query(
      form: .select, dataset: nil, algebra: algebra, variables: variables, prefixes: .standard,
      source: SourceText(name: "lineage", text: ""))
    guard case .solutions(let solutions) = try source.answer(query, options: QueryOptions()) else {
      return nil
    }
    return solutions
  }
}

extension Sequence {
  /// The elements joined from the first on; nil where there are none.
  fileprivate func reduced(_ join: (Element, Element) -> Element) -> Element? {
    var result: Element?
    for element in self { result = result.map { join($0, element) } ?? element }
    return result
  }
}
