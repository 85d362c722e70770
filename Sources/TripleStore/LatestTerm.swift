import RDF

/// The term that came last in some place, with its id: neighbouring triples mostly share their subject and graph.
struct LatestTerm {
  private var kind = TermBytes.Kind.iri
  private var text: [UInt8] = []
  private var id = TermID.none

  /// The id kept, if `term` is the term kept.
  @inline(__always)
  func id(_ term: TermBytes) -> TermID? {
    guard id.isBound, term.kind == kind, text.count == term.lexical.count else { return nil }
    return text.withUnsafeBufferPointer { ByteHash.equal($0, term.lexical) } ? id : nil
  }

  /// Keeps an IRI or a blank node.
  mutating func keep(_ term: TermBytes, _ id: TermID) {
    if term.kind == .literal { return }
    kind = term.kind
    text.removeAll(keepingCapacity: true)
    text.append(contentsOf: term.lexical)
    self.id = id
  }
}
