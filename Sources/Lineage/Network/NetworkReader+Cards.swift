import QueryEngine
import RDF

extension NetworkReader {
  /// What is known of each document.
  func cards(of documents: [IRI]) throws -> [IRI: DocumentCard] {
    var cards: [IRI: DocumentCard] = [:]
    for document in documents where cards[document] == nil { cards[document] = try card(of: document) }
    return cards
  }

  /// Of several values of a property the least counts, so that the order in which they are found does not matter.
  private func card(of document: IRI) throws -> DocumentCard {
    var card = DocumentCard(document)
    guard let number = try number(of: document) else { return card }
    let stated = try stated(number)
    for (property, value) in stated.values { card.set(property, try term(value)) }
    card.isHeld = stated.hasParts
    return card
  }
}

extension DocumentCard {
  /// What the graph says of a document that a card shows.
  enum Property: CaseIterable {
    case type
    case organ
    case identifier
    case title
    case adoptedOn
    case session
    case agendaItem

    var iri: IRI {
      switch self {
      case .type: RDF.type
      case .organ: Stemma.term("organ")
      case .identifier: DCTerms.identifier
      case .title: DCTerms.title
      case .adoptedOn: Stemma.term("adoptedOn")
      case .session: Stemma.term("session")
      case .agendaItem: Stemma.term("agendaItem")
      }
    }
  }

  fileprivate mutating func set(_ property: Property, _ value: Term) {
    switch (property, value) {
    case (.identifier, .literal(let literal)): DocumentCard.set(&name, literal)
    case (.title, .literal(let literal)): DocumentCard.set(&title, literal)
    case (.adoptedOn, .literal(let literal)): DocumentCard.set(&adoptedOn, literal)
    case (.session, .literal(let literal)): DocumentCard.set(&session, literal)
    case (.agendaItem, .literal(let literal)): DocumentCard.set(&agendaItem, literal)
    case (.organ, .iri(let iri)): organ = organ.map { min($0, iri) } ?? iri
    case (.type, .iri(let iri)):
      guard let found = iri.name(in: Stemma.namespace).flatMap(Kind.init) else { return }
      if kind == .document || found != .document && found.rawValue < kind.rawValue { kind = found }
    default: return
    }
  }

  private static func set(_ field: inout String?, _ value: Literal) {
    field = field.map { min($0, value.lexical) } ?? value.lexical
  }
}
