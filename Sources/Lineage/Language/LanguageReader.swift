import Diagnostics
import QueryEngine
import QuerySyntax
import RDF

/// Asks a graph source for the texts that language lineage compares.
struct LanguageReader {
  let source: any NavigableGraph

  private static let pattern = """
    ?paragraph a :Paragraph ; :text ?text .
    OPTIONAL { ?paragraph a ?kind . FILTER (?kind IN (:PreambularParagraph, :AnnexParagraph)) }
    OPTIONAL { ?paragraph :openingPhrase ?phrase }
    OPTIONAL { ?paragraph :openingVerb ?verb }
    """
  private static let variables = ["paragraph", "text", "kind", "phrase", "verb"].map { Variable($0) }

  /// The paragraphs of every document of the store.
  func passages() throws -> [IRI: [Passage]] { try passages(LanguageReader.algebra()) }

  /// The paragraphs of some documents; of one that holds several resolutions ("A/RES/75/101A-B") those of its parts in turn.
  func passages(of documents: [IRI]) throws -> [IRI: [Passage]] {
    let (paragraph, document) = (Variable("paragraph"), Variable("document"))
    let parts = Algebra.join(
      .values([document], documents.map { [.iri($0)] }),
      .path(
        PathPattern(
          .variable(paragraph), .oneOrMore(.predicate(DCTerms.isPartOf)), .variable(document))))
    let found = try passages(.join(.distinct(.project(parts, [paragraph])), LanguageReader.algebra()))
    var result: [IRI: [Passage]] = [:]
    for document in Set(documents) {
      let own = try found[document] ?? self.parts(of: document).flatMap { found[$0] ?? [] }
      if !own.isEmpty { result[document] = own }
    }
    return result
  }

  /// What is part of a document, in the order of symbols.
  private func parts(of document: IRI) throws -> [IRI] {
    let part = Variable("part")
    let pattern = TriplePattern(.variable(part), .term(.iri(DCTerms.isPartOf)), .term(.iri(document)))
    return try source.rows(.distinct(.project(.bgp([pattern]), [part])), [part]).compactMap { $0[0]?.iri }
      .sorted(by: SymbolOrder.precedes)
  }

  /// Some paragraphs, by their IRIs.
  func passages(named paragraphs: [IRI]) throws -> [IRI: Passage] {
    let values = Algebra.values([Variable("paragraph")], paragraphs.map { [.iri($0)] })
    let found = try passages(.join(values, LanguageReader.algebra()))
    return Dictionary(found.values.joined().map { ($0.iri, $0) }) { first, _ in first }
  }

  private static func algebra() throws -> Algebra {
    try SPARQL.parsePattern(SourceText(name: "passages", text: pattern)).algebra
  }

  /// A paragraph's IRI is its document's with a fragment; where a text is given twice, the first in order counts.
  private func passages(_ algebra: Algebra) throws -> [IRI: [Passage]] {
    var found: [IRI: [IRI: Passage]] = [:]
    for row in try source.rows(.project(algebra, LanguageReader.variables), LanguageReader.variables) {
      guard case .iri(let paragraph)? = row[0], case .literal(let text)? = row[1],
        let mark = paragraph.value.utf8.firstIndex(of: UInt8(ascii: "#"))
      else { continue }
      let document = IRI(String(paragraph.value[..<mark]))
      if let known = found[document]?[paragraph], known.text <= text.lexical { continue }
      let part: Passage.Part
      switch row[2] {
      case .iri(Stemma.term("PreambularParagraph"))?: part = .preambular
      case .iri(Stemma.term("AnnexParagraph"))?: part = .annex
      default: part = .operative
      }
      found[document, default: [:]][paragraph] = Passage(
        iri: paragraph, document: document, part: part, openingPhrase: row[3]?.lexical,
        openingVerb: row[4]?.iri, text: text.lexical)
    }
    return found.mapValues { $0.values.sorted(by: Passage.precedes) }
  }

  /// Everything that cites and what it cites.
  func citations() throws -> [(citing: IRI, cited: IRI)] {
    let (from, to) = (Variable("from"), Variable("to"))
    let pattern = TriplePattern(.variable(from), .term(.iri(Stemma.term("cites"))), .variable(to))
    return try source.rows(.project(.bgp([pattern]), [from, to]), [from, to]).compactMap { row in
      guard let citing = row[0]?.iri, let cited = row[1]?.iri else { return nil }
      return (citing, cited)
    }
  }

  /// Every document of the store with its paragraphs, the earliest first; what bears no date comes last.
  func documents() throws -> [(card: DocumentCard, passages: [Passage])] {
    let passages = try passages()
    let cards = try cards(of: passages.keys.sorted(by: SymbolOrder.precedes))
    let ordered = cards.enumerated().sorted { left, right in
      let (a, b) = (left.element.adoptedOn ?? "~", right.element.adoptedOn ?? "~")
      return a != b ? a < b : left.offset < right.offset
    }
    return ordered.map { ($0.element, passages[$0.element.iri] ?? []) }
  }

  func cards(of documents: [IRI]) throws -> [DocumentCard] {
    let cards = try NetworkReader(source).cards(of: documents)
    return documents.map { cards[$0] ?? DocumentCard($0) }
  }
}

extension Passage {
  /// Document order: the preamble, the operative part, the annexes; in each, numbers by their value.
  static func precedes(_ left: Passage, _ right: Passage) -> Bool {
    if left.part != right.part { return left.part.order < right.part.order }
    return SymbolOrder.precedes(left.iri, right.iri)
  }
}

extension Passage.Part {
  fileprivate var order: Int {
    switch self {
    case .preambular: 0
    case .operative: 1
    case .annex: 2
    }
  }
}

extension Term {
  var iri: IRI? { if case .iri(let iri) = self { iri } else { nil } }

  /// A literal's lexical form.
  var lexical: String? { if case .literal(let literal) = self { literal.lexical } else { nil } }
}
