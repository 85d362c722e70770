import RDF

/// What a report says of a document: its symbol, title and date, and whether the store holds its text.
public struct DocumentCard: Sendable, Hashable {
  public let iri: IRI
  public var title: String?
  /// ISO 8601.
  public var adoptedOn: String?
  /// False for a document that is only cited.
  public var isHeld = false

  public init(_ iri: IRI) { self.iri = iri }

  /// The symbol, or the whole IRI of what has none.
  public var symbol: String {
    iri.value.hasPrefix(Stemma.documents) ? String(iri.value.dropFirst(Stemma.documents.count)) : iri.value
  }

  /// By date of adoption, later first; what has no date comes last, in the order of symbols.
  static func precedes(_ left: DocumentCard, _ right: DocumentCard) -> Bool {
    switch (left.adoptedOn, right.adoptedOn) {
    case (let a?, let b?) where a != b: return a > b
    case (_?, nil): return true
    case (nil, _?): return false
    default: return SymbolOrder.precedes(left.iri, right.iri)
    }
  }
}
