import QuerySyntax
import RDF

extension NetworkReader {
  private static let property = Variable("property")

  /// What is known of each document. Of several values of a property the least counts, so that the order in which they are
  /// found does not matter.
  func cards(of documents: [IRI]) throws -> [IRI: DocumentCard] {
    var cards: [IRI: DocumentCard] = [:]
    for document in documents { cards[document] = DocumentCard(document) }
    let all = cards.keys.sorted()
    let wanted = Algebra.join(
      .values([NetworkReader.from], all.map { [.iri($0)] }),
      .values([NetworkReader.property], DocumentCard.properties.map { [.iri($0)] }))
    let pattern = TriplePattern(
      .variable(NetworkReader.from), .variable(NetworkReader.property), .variable(NetworkReader.to))
    let variables = [NetworkReader.from, NetworkReader.property, NetworkReader.to]
    // One query for all properties: each reads the store's directory anew.
    for row in try rows(.project(.join(wanted, .bgp([pattern])), variables), variables) {
      guard case .iri(let document)? = row[0], case .iri(let property)? = row[1], let value = row[2] else {
        continue
      }
      cards[document]?.set(property, value)
    }
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
  fileprivate static let properties: [IRI] = [RDF.type, organProperty] + texts.map(\.property)

  private static let organProperty = Stemma.term("organ")
  private static var texts: [(property: IRI, field: WritableKeyPath<DocumentCard, String?>)] {
    [
      (DCTerms.identifier, \.name), (DCTerms.title, \.title), (Stemma.term("adoptedOn"), \.adoptedOn),
      (Stemma.term("session"), \.session), (Stemma.term("agendaItem"), \.agendaItem),
    ]
  }

  fileprivate mutating func set(_ property: IRI, _ value: Term) {
    switch value {
    case .literal(let literal):
      guard let field = DocumentCard.texts.first(where: { $0.property == property })?.field else { return }
      self[keyPath: field] = self[keyPath: field].map { min($0, literal.lexical) } ?? literal.lexical
    case .iri(let iri) where property == DocumentCard.organProperty:
      organ = organ.map { min($0, iri) } ?? iri
    case .iri(let iri) where property == RDF.type:
      guard let found = Kind(rawValue: iri.relationName) else { return }
      if kind == .document || found != .document && found.rawValue < kind.rawValue { kind = found }
    default: return
    }
  }
}
