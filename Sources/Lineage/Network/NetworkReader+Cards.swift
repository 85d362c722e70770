import QuerySyntax
import RDF

extension NetworkReader {
  /// What is known of each document.
  func cards(of documents: [IRI]) throws -> [IRI: DocumentCard] {
    var cards: [IRI: DocumentCard] = [:]
    for document in documents { cards[document] = DocumentCard(document) }
    let all = cards.keys.sorted()
    func read(_ property: IRI, _ set: (inout DocumentCard, Term) -> Void) throws {
      let pattern = TriplePattern(
        .variable(NetworkReader.from), .term(.iri(property)), .variable(NetworkReader.to))
      let variables = [NetworkReader.from, NetworkReader.to]
      for row in try rows(.project(given(all, [pattern]), variables), variables) {
        if case .iri(let document)? = row[0], let value = row[1] {
          set(&cards[document, default: DocumentCard(document)], value)
        }
      }
    }
    // Of several values the least, so that the order in which they are found does not matter.
    func readText(_ property: IRI, _ field: WritableKeyPath<DocumentCard, String?>) throws {
      try read(property) { card, value in
        guard case .literal(let literal) = value else { return }
        card[keyPath: field] = card[keyPath: field].map { min($0, literal.lexical) } ?? literal.lexical
      }
    }
    try readText(DCTerms.identifier, \.name)
    try readText(DCTerms.title, \.title)
    try readText(Stemma.term("adoptedOn"), \.adoptedOn)
    try readText(Stemma.term("session"), \.session)
    try readText(Stemma.term("agendaItem"), \.agendaItem)
    try read(Stemma.term("organ")) { card, value in
      if case .iri(let organ) = value { card.organ = card.organ.map { min($0, organ) } ?? organ }
    }
    try read(RDF.type) { card, value in
      guard case .iri(let type) = value, let kind = DocumentCard.Kind(rawValue: type.relationName) else {
        return
      }
      if card.kind == .document || kind != .document && kind.rawValue < card.kind.rawValue {
        card.kind = kind
      }
    }
    for document in try documentsWithParts(among: all) {
      cards[document, default: DocumentCard(document)].isHeld = true
    }
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
