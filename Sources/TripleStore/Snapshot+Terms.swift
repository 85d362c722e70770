import RDF

extension Snapshot {
  /// The id of a term; `.none` where the store does not hold it. A literal that ids carry always has one.
  public func id(of term: Term) -> TermID { term.withBytes(id(of:)) }

  /// The id of a term; `.none` where the store does not hold it. A literal that ids carry always has one.
  ///
  /// A blank node is found by the label that the store gives it, `b` and its number.
  public func id(of term: TermBytes) -> TermID { terms.id(of: term) }

  /// `TermBytes.number` of an IRI or a blank node of the store: below `resourceBound`; -1 for every other id.
  @inline(__always)
  func number(of id: TermID) -> Int {
    switch id.kind {
    case .iri: Int(id.payload)
    case .blank: counts.terms[Int(TermID.Kind.iri.rawValue)] + Int(id.payload)
    default: -1
    }
  }

  /// The id of the IRI or blank node that bears `number`; nil where none does.
  public func resource(_ number: Int) -> TermID? {
    let iris = counts.terms[Int(TermID.Kind.iri.rawValue)]
    guard number >= 0, number < resourceBound else { return nil }
    return number < iris
      ? TermID(.iri, payload: UInt64(number)) : TermID(.blank, payload: UInt64(number - iris))
  }

  /// Above every `TermBytes.number` that the store's terms bear.
  public var resourceBound: Int {
    counts.terms[Int(TermID.Kind.iri.rawValue)] + counts.terms[Int(TermID.Kind.blank.rawValue)]
  }

  /// The text of an IRI, a string, a language-tagged string or a literal that the dictionary holds, in the map: valid
  /// while the snapshot lives. Empty for every other id.
  public func lexical(_ id: TermID) -> UnsafeBufferPointer<UInt8> { terms.lexical(id) }

  /// The datatype IRI of a `typed` or inline id; empty for every other.
  public func datatype(_ id: TermID) -> UnsafeBufferPointer<UInt8> {
    id.kind == .typed ? terms.datatype(terms.tag(id)) : id.inlineDatatype
  }

  /// The language of a `languageString`; empty for every other id.
  public func language(_ id: TermID) -> UnsafeBufferPointer<UInt8> {
    id.kind == .languageString ? terms.language(terms.tag(id)) : UnsafeBufferPointer(start: nil, count: 0)
  }

  /// A small number for a `languageString`'s language or a `typed` literal's datatype: equal numbers, equal tags.
  public func tag(_ id: TermID) -> Int { Int(terms.tag(id)) }

  /// Calls `body` with the term of a stored or inline id, valid during the call.
  public func withTerm<Result>(_ id: TermID, _ body: (TermBytes) throws -> Result) rethrows -> Result {
    switch id.kind {
    case .iri: return try body(TermBytes(kind: .iri, lexical: lexical(id), number: number(of: id)))
    case .blank:
      return try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: CanonicalForm.capacity) { buffer in
        let count = BlankLabel.write(Int(id.payload), to: buffer)
        let label = UnsafeBufferPointer(rebasing: buffer.prefix(count))
        return try body(TermBytes(kind: .blank, lexical: label, number: number(of: id)))
      }
    case .languageString:
      return try body(TermBytes(kind: .literal, lexical: lexical(id), language: language(id)))
    case .typed: return try body(TermBytes(kind: .literal, lexical: lexical(id), datatype: datatype(id)))
    case .integer, .boolean, .date, .dateTime:
      return try id.withInlineLexical {
        try body(TermBytes(kind: .literal, lexical: $0, datatype: id.inlineDatatype))
      }
    case .string, .none, .local: return try body(TermBytes(kind: .literal, lexical: lexical(id)))
    }
  }

  /// The term of a stored or inline id.
  public func term(_ id: TermID) -> Term { withTerm(id) { $0.term } }
}
