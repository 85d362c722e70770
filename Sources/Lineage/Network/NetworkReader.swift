import Diagnostics
import QueryEngine
import RDF

/// Reads the part of the citation network that a report needs, document after document.
///
/// What the graph says of a document is read once, whatever is asked of it.
final class NetworkReader {
  /// Which way to follow citations.
  enum Direction {
    /// From a document to what it cites.
    case cited
    /// From a document to what cites it.
    case citing
  }

  private let lookup: any TripleLookup
  private let source: any NavigableGraph
  private let vocabulary: StatedDocument.Vocabulary
  private let subPropertyOf: TermNumber?
  private var documents: [TermNumber: StatedDocument] = [:]
  /// IRIs that were met, both ways.
  private var names: [TermNumber: IRI] = [:]
  private var numbers: [IRI: TermNumber] = [:]

  /// - Parameter relations: the properties that lead to an ancestor.
  init(_ source: any NavigableGraph, relations: [IRI] = []) throws {
    let lookup = try source.lookup()
    func number(_ iri: IRI) throws -> TermNumber? { try lookup.number(of: .iri(iri)) }
    self.source = source
    self.lookup = lookup
    vocabulary = StatedDocument.Vocabulary(
      relations: try relations.compactMap(number), hasPart: try number(DCTerms.hasPart),
      shown: try DocumentCard.Property.allCases.compactMap { property in
        try number(property.iri).map { ($0, property) }
      })
    subPropertyOf = try number(RDFS.subPropertyOf)
  }

  static func unknown(_ document: IRI) -> Diagnostic {
    .error(
      "the store does not hold \(DocumentCard(document).symbol)",
      hint: "stemma query documents lists what it holds")
  }

  /// The number of an IRI; nil only where no triple of the graph holds it.
  func number(of iri: IRI) throws -> TermNumber? {
    if let known = numbers[iri] { return known }
    guard let number = try lookup.number(of: .iri(iri)) else { return nil }
    numbers[iri] = number
    names[number] = iri
    return number
  }

  /// The term that bears a number; an IRI is read once.
  func term(_ number: TermNumber) throws -> Term {
    if let known = names[number] { return .iri(known) }
    let term = try lookup.term(number)
    if let iri = term.iri {
      names[number] = iri
      numbers[iri] = number
    }
    return term
  }

  func stated(_ document: TermNumber) throws -> StatedDocument {
    if let known = documents[document] { return known }
    let stated = StatedDocument(try lookup.triples(of: document), vocabulary)
    documents[document] = stated
    return stated
  }

  /// Every citation on a way from `document` to what it is built on, or on a way to it from what goes back to it. What bears no
  /// IRI is no document: no way leads through it.
  ///
  /// - Complexity: a look-up for each document met, and one for each relation on the way to what cites it.
  func citations(around document: IRI, _ direction: Direction) throws -> StatedCitations {
    guard let root = try number(of: document) else {
      return StatedCitations(documents: [document], edges: [], relations: [])
    }
    var queue = [root]
    var iris = [document]
    var places = [root: 0]
    var next = 0
    while next < queue.count {
      for neighbour in try neighbours(of: queue[next], direction) where places[neighbour] == nil {
        guard let iri = try term(neighbour).iri else { continue }
        places[neighbour] = queue.count
        queue.append(neighbour)
        iris.append(iri)
      }
      next += 1
    }
    var sets: [[TermNumber]: Int] = [:]
    var relations: [[IRI]] = []
    var edges: [StatedCitations.Edge] = []
    for (citing, document) in queue.enumerated() {
      for citation in try stated(document).citations {
        guard let cited = places[citation.cited] else { continue }
        let set = sets[citation.relations] ?? relations.count
        if set == relations.count {
          sets[citation.relations] = set
          relations.append(try citation.relations.compactMap { try term($0).iri }.filter(\.isRelation))
        }
        edges.append(StatedCitations.Edge(citing: citing, cited: cited, relations: set))
      }
    }
    return StatedCitations(documents: iris, edges: edges, relations: relations)
  }

  private func neighbours(of document: TermNumber, _ direction: Direction) throws -> [TermNumber] {
    switch direction {
    case .cited: try stated(document).citations.map(\.cited)
    case .citing: try vocabulary.relations.flatMap { try lookup.subjects($0, document) }
    }
  }

  /// What `relations` are kinds of, all the way up.
  func relationTree(above relations: some Sequence<IRI>) throws -> RelationTree {
    var direct: [IRI: Set<IRI>] = [:]
    var open = Array(relations)
    while let relation = open.popLast() {
      guard direct[relation] == nil, let number = try number(of: relation) else { continue }
      let parents = try parents(of: number).compactMap { try term($0).iri }
      direct[relation] = Set(parents)
      open += parents
    }
    return RelationTree(direct)
  }

  /// - Throws: an error with the nearest name where the graph knows other relations, but not this one.
  func require(_ relation: IRI) throws {
    if let subPropertyOf, let number = try number(of: relation),
      try !parents(of: number).isEmpty || !lookup.subjects(subPropertyOf, number).isEmpty
    {
      return
    }
    try source.relationTree().require(relation)
  }

  private func parents(of property: TermNumber) throws -> [TermNumber] {
    try lookup.triples(of: property).filter { $0.predicate == subPropertyOf }.map(\.object)
  }
}
