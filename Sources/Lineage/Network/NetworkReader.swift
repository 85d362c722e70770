import Diagnostics
import QueryEngine
import QuerySyntax
import RDF

/// A citing and a cited document.
struct EdgeKey: Hashable {
  let citing: IRI
  let cited: IRI

  init(_ citing: IRI, _ cited: IRI) {
    self.citing = citing
    self.cited = cited
  }
}

/// The relations with which each citation of a network is stated.
private struct StatedRelations {
  private var known: [EdgeKey: Set<IRI>] = [:]
  private var edge: EdgeKey?
  private var relations: Set<IRI> = []

  /// The relations of one citation come one after another, mostly: it is looked up once.
  mutating func add(_ relation: IRI, from citing: IRI, to cited: IRI) {
    if edge?.citing != citing || edge?.cited != cited {
      finish()
      edge = EdgeKey(citing, cited)
    }
    relations.insert(relation)
  }

  private mutating func finish() {
    if let edge { known[edge, default: []].formUnion(relations) }
    relations.removeAll(keepingCapacity: true)
  }

  consuming func byEdge() -> [EdgeKey: Set<IRI>] {
    finish()
    return known
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
    cited: CitationNetwork, citing: CitationNetwork, manners: [EdgeKey: CitationManner]
  ) {
    let (root, directions) = (PatternTerm.term(.iri(document)), [Direction.cited, .citing])
    var stated = directions.map { _ in StatedRelations() }
    if let step = relations.map({ PropertyPath.predicate($0) }).reduced({ .alternative($0, $1) }) {
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
      let variables = directions.flatMap(\.variables)
      for row in try rows(.project(ways.reduced { .union($0, $1) } ?? .bgp([]), variables), variables) {
        for place in directions.indices {
          let found = row[3 * place..<3 * place + 3].compactMap { $0?.iri }
          if found.count == 3 { stated[place].add(found[1], from: found[0], to: found[2]) }
        }
      }
    }
    let edges = stated.map { $0.byEdge() }
    var known: [Set<IRI>: CitationManner] = [:]
    var manners: [EdgeKey: CitationManner] = [:]
    for (edge, relations) in edges.joined() {
      // Few sets of relations occur.
      let manner = known[relations] ?? tree.manner(of: relations.filter(\.isRelation))
      known[relations] = manner
      manners[edge] = manner
    }
    let networks = edges.map { edges in
      CitationNetwork(edges: edges.keys.map { ($0.citing, $0.cited) }, isolated: [document])
    }
    return (networks[0], networks[1], manners)
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
    let query = Query(
      form: .select, dataset: nil, algebra: algebra, variables: variables, prefixes: .standard,
      source: SourceText(name: "lineage", text: ""))
    guard case .solutions(let solutions) = try source.answer(query, options: QueryOptions()) else {
      return []
    }
    return try solutions.rows()
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
