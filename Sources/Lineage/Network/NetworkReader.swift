import Diagnostics
import QueryEngine
import QuerySyntax
import RDF

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

  /// Every citation on a way from `document` to what it is built on, or on a way to it from what goes back to it.
  ///
  /// One query, whatever the number of generations: the engine walks the paths over numbers and gives their ends. One for both
  /// directions would carry twice as many columns, half of them empty.
  func citations(around document: IRI, _ direction: Direction) throws -> StatedCitations {
    let variables = [NetworkReader.from, NetworkReader.relation, NetworkReader.to]
    let found = try ways(around: .term(.iri(document)), direction).map {
      try numberedRows(.project($0, variables), variables)
    }
    return StatedCitations(around: document, found ?? NumberedRows())
  }

  /// A citing document as `from`, a relation with which it cites and a cited document as `to`; nil where no relation counts.
  private func ways(around root: PatternTerm, _ direction: Direction) -> Algebra? {
    guard let step = relations.map({ PropertyPath.predicate($0) }).reduced({ .alternative($0, $1) }) else {
      return nil
    }
    let (citing, cited) = (PatternTerm.variable(NetworkReader.from), PatternTerm.variable(NetworkReader.to))
    let reach =
      direction == .cited
      ? PathPattern(root, .zeroOrMore(step), citing) : PathPattern(cited, .zeroOrMore(step), root)
    return relations.map { relation in
      Algebra.join(
        .path(reach),
        .bgp([
          TriplePattern(citing, .term(.iri(relation)), cited),
          TriplePattern(citing, .variable(NetworkReader.relation), cited),
        ]))
    }.reduced { .union($0, $1) }
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

  func numberedRows(_ algebra: Algebra, _ variables: [Variable]) throws -> NumberedRows {
    try solutions(algebra, variables)?.numberedRows() ?? NumberedRows()
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
