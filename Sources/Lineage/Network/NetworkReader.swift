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
  }

  let source: any GraphSource
  let relations: [IRI]

  static let from = Variable("from")
  static let to = Variable("to")
  private static let relation = Variable("relation")

  static func unknown(_ document: IRI) -> Diagnostic {
    .error(
      "the store does not hold \(DocumentCard(document).symbol)",
      hint: "stemma query documents lists what it holds")
  }

  /// Every citation that can be reached from `document`, a generation at a time.
  func closure(from document: IRI, _ direction: Direction) throws -> [(citing: IRI, cited: IRI)] {
    var met: Set<IRI> = [document]
    var frontier = [document]
    var edges: [(citing: IRI, cited: IRI)] = []
    while !frontier.isEmpty {
      var next: [IRI] = []
      for relation in relations {
        let near = PatternTerm.variable(NetworkReader.from)
        let far = PatternTerm.variable(NetworkReader.to)
        let pattern =
          direction == .cited
          ? TriplePattern(near, .term(.iri(relation)), far) : TriplePattern(far, .term(.iri(relation)), near)
        for pair in try pairs(pattern, given: frontier) {
          edges.append(direction == .cited ? (pair.0, pair.1) : (pair.1, pair.0))
          if met.insert(pair.1).inserted { next.append(pair.1) }
        }
      }
      frontier = next
    }
    return edges
  }

  /// In what stance each document of the networks cites each other.
  func manners(of networks: [CitationNetwork], _ tree: RelationTree) throws -> [EdgeKey: CitationManner] {
    var citing: Set<IRI> = []
    for network in networks {
      for (node, targets) in network.cited.enumerated() where !targets.isEmpty {
        citing.insert(network.documents[node])
      }
    }
    let (near, far) = (PatternTerm.variable(NetworkReader.from), PatternTerm.variable(NetworkReader.to))
    let variables = [NetworkReader.from, NetworkReader.relation, NetworkReader.to]
    var found: [EdgeKey: Set<IRI>] = [:]
    for relation in relations {
      let patterns = [
        TriplePattern(near, .term(.iri(relation)), far),
        TriplePattern(near, .variable(NetworkReader.relation), far),
      ]
      for row in try rows(.project(given(citing.sorted(), patterns), variables), variables) {
        guard case .iri(let from)? = row[0], case .iri(let relation)? = row[1], case .iri(let to)? = row[2],
          relation.value.hasPrefix(Stemma.namespace)
        else { continue }
        found[EdgeKey(from, to), default: []].insert(relation)
      }
    }
    return found.mapValues(tree.manner)
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

  /// Distinct pairs of IRIs.
  private func pairs(_ pattern: TriplePattern, given documents: [IRI]) throws -> [(IRI, IRI)] {
    let variables = [NetworkReader.from, NetworkReader.to]
    return try rows(.distinct(.project(given(documents, [pattern]), variables)), variables).compactMap {
      row in
      guard case .iri(let from)? = row[0], case .iri(let to)? = row[1] else { return nil }
      return (from, to)
    }
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
