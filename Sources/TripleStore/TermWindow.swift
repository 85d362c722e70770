import RDF

/// Terms by id in bounded memory, for passes over a whole store.
///
/// `Snapshot.withTerm` keeps every chunk of IRIs that it has made plain, and what it reads of the others stays mapped. A window
/// keeps copies of the chunks that were used last: of IRIs 64, about 7 MB, of texts as many, 1 to 3 MB.
final class TermWindow {
  private let snapshot: Snapshot
  /// IRIs of the store.
  let count: Int
  private var iris: ChunkCopies
  private var strings: ChunkCopies
  private var languageStrings: ChunkCopies
  private var typed: ChunkCopies

  /// - Parameter slots: chunks of each kind that are kept.
  init(_ snapshot: Snapshot, slots: Int = 64) {
    self.snapshot = snapshot
    func copies(_ kind: TermID.Kind) -> ChunkCopies {
      ChunkCopies(kind, count: snapshot.counts.terms[Int(kind.rawValue)], slots: slots)
    }
    count = snapshot.counts.terms[Int(TermID.Kind.iri.rawValue)]
    iris = copies(.iri)
    strings = copies(.string)
    languageStrings = copies(.languageString)
    typed = copies(.typed)
  }

  deinit { for copies in [iris, strings, languageStrings, typed] { copies.deallocate() } }

  /// Calls `body` with the term of a stored or inline id; the bytes are valid during the call, in which no other term may be
  /// asked for.
  @inline(__always)
  func withTerm<Result>(_ id: TermID, _ body: (TermBytes) throws -> Result) rethrows -> Result {
    switch id.kind {
    case .iri:
      return try withIRI(id) { try body(TermBytes(kind: .iri, lexical: $0, number: Int(id.payload))) }
    case .string:
      return try with(id, &strings) { text, _ in try body(TermBytes(kind: .literal, lexical: text)) }
    case .languageString:
      return try with(id, &languageStrings) { text, tag in
        try body(TermBytes(kind: .literal, lexical: text, language: snapshot.terms.language(tag)))
      }
    case .typed:
      return try with(id, &typed) { text, tag in
        try body(TermBytes(kind: .literal, lexical: text, datatype: snapshot.terms.datatype(tag)))
      }
    default: return try snapshot.withTerm(id, body)
    }
  }

  /// Calls `body` with the text of an IRI; empty for an id that the store did not give out.
  @inline(__always)
  func withIRI<Result>(_ id: TermID, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result
  {
    let index = Int(id.payload)
    guard index < count else { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
    return try iris.withText(
      index / TermChunk.capacity(.iri), index % TermChunk.capacity(.iri), snapshot, body)
  }

  /// Calls `body` with the text of a literal and the number of its language or datatype.
  @inline(__always)
  private func with<Result>(
    _ id: TermID, _ copies: inout ChunkCopies,
    _ body: (UnsafeBufferPointer<UInt8>, UInt32) throws -> Result
  ) rethrows -> Result {
    let index = Int(id.payload)
    let bits = TermChunk.capacityBits(id.kind)
    guard index < snapshot.counts.terms[Int(id.kind.rawValue)],
      let chunk = copies.chunk(index &>> bits, snapshot)
    else { return try body(UnsafeBufferPointer(start: nil, count: 0), 0) }
    let slot = index & (1 &<< bits &- 1)
    return try body(chunk.text(slot), chunk.tag(slot))
  }
}
