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

  private static let from = Variable("from")
  private static let to = Variable("to")
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

  /// What is known of each document, in the same order.
  func cards(of documents: [IRI]) throws -> [DocumentCard] {
    var titles: [IRI: String] = [:]
    var dates: [IRI: String] = [:]
    for (document, value) in try values(of: DCTerms.title, for: documents) {
      titles[document] = titles[document].map { min($0, value) } ?? value
    }
    for (document, value) in try values(of: Stemma.term("adoptedOn"), for: documents) {
      dates[document] = dates[document].map { min($0, value) } ?? value
    }
    let pattern = TriplePattern(
      .variable(NetworkReader.from), .term(.iri(DCTerms.hasPart)), .variable(NetworkReader.to))
    var held: Set<IRI> = []
    for row in try rows(
      .distinct(.project(given(documents, pattern), [NetworkReader.from])), [NetworkReader.from])
    {
      if case .iri(let iri)? = row[0] { held.insert(iri) }
    }
    return documents.map { document in
      var card = DocumentCard(document)
      card.title = titles[document]
      card.adoptedOn = dates[document]
      card.isHeld = held.contains(document)
      return card
    }
  }

  /// The most specific properties between the documents of each pair, by local name and sorted: those of which no other
  /// between the same two is a sub-property.
  func relationNames(of edges: [(IRI, IRI)]) throws -> [EdgeKey: [String]] {
    let wanted = Set(edges.map { EdgeKey($0.0, $0.1) })
    let pattern = TriplePattern(
      .variable(NetworkReader.from), .variable(NetworkReader.relation), .variable(NetworkReader.to))
    let variables = [NetworkReader.from, NetworkReader.relation, NetworkReader.to]
    var found: [EdgeKey: Set<IRI>] = [:]
    var citing = Set<IRI>()
    let sources = edges.map(\.0).filter { citing.insert($0).inserted }
    for row in try rows(.project(given(sources, pattern), variables), variables) {
      guard case .iri(let from)? = row[0], case .iri(let relation)? = row[1], case .iri(let to)? = row[2]
      else { continue }
      if relation.value.hasPrefix(Stemma.namespace), wanted.contains(EdgeKey(from, to)) {
        found[EdgeKey(from, to), default: []].insert(relation)
      }
    }
    let parents = try superProperties()
    return found.mapValues { relations in
      let general = relations.reduce(into: Set<IRI>()) { $0.formUnion(parents[$1] ?? []) }
      return relations.subtracting(general).map { String($0.value.dropFirst(Stemma.namespace.count)) }
        .sorted()
    }
  }

  /// Each property with all properties above it.
  func superProperties() throws -> [IRI: Set<IRI>] {
    let pattern = TriplePattern(
      .variable(NetworkReader.from), .term(.iri(RDFS.subPropertyOf)), .variable(NetworkReader.to))
    let variables = [NetworkReader.from, NetworkReader.to]
    var direct: [IRI: Set<IRI>] = [:]
    for row in try rows(.project(.bgp([pattern]), variables), variables) {
      if case .iri(let from)? = row[0], case .iri(let to)? = row[1] { direct[from, default: []].insert(to) }
    }
    return direct.keys.reduce(into: [:]) { result, property in
      var above: Set<IRI> = []
      var open = [property]
      while let next = open.popLast() {
        for parent in direct[next] ?? [] where above.insert(parent).inserted { open.append(parent) }
      }
      result[property] = above.subtracting([property])
    }
  }

  private func values(of property: IRI, for documents: [IRI]) throws -> [(IRI, String)] {
    let pattern = TriplePattern(
      .variable(NetworkReader.from), .term(.iri(property)), .variable(NetworkReader.to))
    let variables = [NetworkReader.from, NetworkReader.to]
    return try rows(.project(given(documents, pattern), variables), variables).compactMap { row in
      guard case .iri(let document)? = row[0], case .literal(let literal)? = row[1] else { return nil }
      return (document, literal.lexical)
    }
  }

  /// Distinct pairs of IRIs.
  private func pairs(_ pattern: TriplePattern, given documents: [IRI]) throws -> [(IRI, IRI)] {
    let variables = [NetworkReader.from, NetworkReader.to]
    return try rows(.distinct(.project(given(documents, pattern), variables)), variables).compactMap { row in
      guard case .iri(let from)? = row[0], case .iri(let to)? = row[1] else { return nil }
      return (from, to)
    }
  }

  private func given(_ documents: [IRI], _ pattern: TriplePattern) -> Algebra {
    .join(.values([NetworkReader.from], documents.map { [.iri($0)] }), .bgp([pattern]))
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
