import QueryEngine
import QuerySyntax
import RDF

extension NetworkReader {
  private static let property = Variable("property")

  /// What is known of each document. Of several values of a property the least counts, so that the order in which they are
  /// found does not matter.
  func cards(of documents: [IRI]) throws -> [IRI: DocumentCard] {
    var cards: [IRI: DocumentCard] = [:]
    let all = documents.filter { cards.updateValue(DocumentCard($0), forKey: $0) == nil }
    let wanted = Algebra.join(
      .values([NetworkReader.from], all.map { [.iri($0)] }),
      .values([NetworkReader.property], DocumentCard.properties.map { [.iri($0)] }))
    let pattern = TriplePattern(
      .variable(NetworkReader.from), .variable(NetworkReader.property), .variable(NetworkReader.to))
    let variables = [NetworkReader.from, NetworkReader.property, NetworkReader.to]
    // One query for all properties: to begin one takes longer than to read a few more rows.
    let found = try numberedRows(.project(.join(wanted, .bgp([pattern])), variables), variables)
    let terms = found.terms
    var described: [Int: DocumentCard] = [:]
    for row in 0..<found.count {
      guard let document = found[row, 0], let property = found[row, 1].flatMap({ terms[$0].iri }),
        let value = found[row, 2], let iri = terms[document].iri
      else { continue }
      described[document, default: DocumentCard(iri)].set(property, terms[value])
    }
    for card in described.values { cards[card.iri] = card }
    for document in try documentsWithParts(among: all) { cards[document]?.isHeld = true }
    return cards
  }

  private func documentsWithParts(among documents: [IRI]) throws -> [IRI] {
    let pattern = TriplePattern(
      .variable(NetworkReader.from), .term(.iri(DCTerms.hasPart)), .variable(NetworkReader.to))
    let variables = [NetworkReader.from]
    return try rows(.distinct(.project(given(documents, [pattern]), variables)), variables).compactMap {
      row in
      if case .iri(let iri)? = row[0] { iri } else { nil }
    }
  }
}

extension DocumentCard {
  private static let organProperty = Stemma.term("organ")
  private static let adoptedOnProperty = Stemma.term("adoptedOn")
  private static let sessionProperty = Stemma.term("session")
  private static let agendaItemProperty = Stemma.term("agendaItem")
  fileprivate static let properties = [
    RDF.type, organProperty, DCTerms.identifier, DCTerms.title, adoptedOnProperty, sessionProperty,
    agendaItemProperty,
  ]

  fileprivate mutating func set(_ property: IRI, _ value: Term) {
    switch value {
    case .literal(let literal):
      switch property {
      case DCTerms.identifier: DocumentCard.set(&name, literal)
      case DCTerms.title: DocumentCard.set(&title, literal)
      case DocumentCard.adoptedOnProperty: DocumentCard.set(&adoptedOn, literal)
      case DocumentCard.sessionProperty: DocumentCard.set(&session, literal)
      case DocumentCard.agendaItemProperty: DocumentCard.set(&agendaItem, literal)
      default: return
      }
    case .iri(let iri) where property == DocumentCard.organProperty:
      organ = organ.map { min($0, iri) } ?? iri
    case .iri(let iri) where property == RDF.type:
      guard let found = iri.name(in: Stemma.namespace).flatMap(Kind.init) else { return }
      if kind == .document || found != .document && found.rawValue < kind.rawValue { kind = found }
    default: return
    }
  }

  private static func set(_ field: inout String?, _ value: Literal) {
    field = field.map { min($0, value.lexical) } ?? value.lexical
  }
}
