import RDF
import TripleStore

extension TermPool {
  /// The store's id of a term, an id that carries it, or `.none`.
  func storedID(of bytes: TermBytes) -> TermID {
    guard bytes.kind == .literal, !bytes.datatype.isEmpty else { return .none }
    guard let content = Value.Content(lexical: bytes.lexical, datatype: Datatype(bytes.datatype)) else {
      return .none
    }
    let id: TermID?
    switch content {
    case .boolean(let value): id = TermID(boolean: value)
    case .integer(let value): id = Int(exactly: value).flatMap { TermID(integer: $0) }
    case .date(let moment) where moment.zone == nil: id = TermID(days: moment.days)
    case .dateTime(let moment) where moment.fraction == 0 && (moment.zone ?? 0) == 0:
      id = TermID(seconds: moment.seconds, utc: moment.zone == 0)
    default: id = nil
    }
    guard let id, content.datatype.iri.equals(bytes.datatype),
      content.text.withBytes({ $0.equals(bytes.lexical) })
    else { return .none }
    return id
  }

  func storedLexical(_ id: TermID) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: nil, count: 0) }
  func storedDatatype(_ id: TermID) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: nil, count: 0)
  }
  func storedLanguage(_ id: TermID) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: nil, count: 0)
  }

  func withStoredTerm<Result>(_ id: TermID, _ body: (TermBytes) throws -> Result) rethrows -> Result {
    try body(TermBytes(kind: kind(id), lexical: lexical(id), datatype: datatype(id), language: language(id)))
  }
}
