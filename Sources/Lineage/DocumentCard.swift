import Documents
import RDF

/// What a report says of a document: its symbol, title and date, and whether the store holds its text.
public struct DocumentCard: Sendable, Hashable {
  /// What sort of document it is.
  public enum Kind: String, Sendable, CaseIterable {
    case resolution = "Resolution"
    case decision = "Decision"
    case presidentialStatement = "PresidentialStatement"
    case report = "Report"
    case instrument = "Instrument"
    /// Nothing more is known.
    case document = "Document"
  }

  public let iri: IRI
  /// The name that the graph gives it, for what is no UN document.
  public var name: String?
  public var title: String?
  /// ISO 8601.
  public var adoptedOn: String?
  public var kind = Kind.document
  public var organ: IRI?
  public var session: String?
  /// Its number on the agenda of the session, "94" or "71 (b)".
  public var agendaItem: String?
  /// False for a document that is only cited.
  public var isHeld = false

  public init(_ iri: IRI) { self.iri = iri }

  /// The symbol; of what has none the name in the graph, or the whole IRI.
  public var symbol: String { iri.name(in: Stemma.documents) ?? name ?? iri.value }

  /// The year of adoption; where that is not known, the year that the symbol names or in which its session opened.
  public var year: Int? {
    if let adoptedOn { return Int(adoptedOn.prefix(4)) }
    guard let symbol = iri.name(in: Stemma.documents).map(Symbol.init(canonical:)) else { return nil }
    if let year = symbol.year { return year }
    // The first session opened in 1946, the second and all later ones in the September of their year.
    return symbol.organ == .generalAssembly ? symbol.session.map { 1945 + $0 } : nil
  }

  /// An organ's agenda item in one session.
  struct Item: Hashable {
    let organ: IRI
    let session: String
    let number: String
  }

  var item: Item? {
    guard let organ, let session, let agendaItem else { return nil }
    return Item(organ: organ, session: session, number: agendaItem)
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
