/// A term as bytes in somebody else's memory, valid only during the call that hands it over.
///
/// Loaders and result writers pass terms in this shape so that no `String` is made for a term that is only looked up
/// or copied. All three buffers hold UTF-8.
public struct TermBytes {
  public enum Kind: UInt8, Sendable {
    case iri
    case blank
    case literal
  }

  public let kind: Kind
  /// The IRI, the blank node's label without `_:`, or the literal's lexical form (unescaped).
  public let lexical: UnsafeBufferPointer<UInt8>
  /// A literal's datatype IRI; empty for `xsd:string` and for language-tagged strings.
  public let datatype: UnsafeBufferPointer<UInt8>
  /// A literal's language tag; empty where it has none.
  public let language: UnsafeBufferPointer<UInt8>
  /// Which of its source's IRIs and blank nodes this is; -1 where the source does not say, and for literals.
  public let number: Int

  @inlinable
  public init(
    kind: Kind, lexical: UnsafeBufferPointer<UInt8>,
    datatype: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0),
    language: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0), number: Int = -1
  ) {
    self.kind = kind
    self.lexical = lexical
    self.datatype = datatype
    self.language = language
    self.number = number
  }
}

extension TermBytes {
  /// The same term in memory of its own.
  public var term: Term {
    let text = String(decoding: lexical, as: UTF8.self)
    switch kind {
    case .iri: return .iri(IRI(text))
    case .blank: return .blank(BlankNode(text))
    case .literal:
      if !language.isEmpty {
        return .literal(Literal(text, language: String(decoding: language, as: UTF8.self)))
      }
      if datatype.isEmpty { return .literal(Literal(text)) }
      return .literal(Literal(text, datatype: IRI(String(decoding: datatype, as: UTF8.self))))
    }
  }
}

extension Term {
  /// Calls `body` with this term's bytes.
  public func withBytes<Result>(_ body: (TermBytes) throws -> Result) rethrows -> Result {
    switch self {
    case .iri(let iri):
      return try withUTF8(iri.value) { try body(TermBytes(kind: .iri, lexical: $0)) }
    case .blank(let node):
      return try withUTF8(node.label) { try body(TermBytes(kind: .blank, lexical: $0)) }
    case .literal(let literal):
      return try withUTF8(literal.lexical) { lexical in
        if let language = literal.language {
          return try withUTF8(language) {
            try body(TermBytes(kind: .literal, lexical: lexical, language: $0))
          }
        }
        if literal.datatype == XSD.string { return try body(TermBytes(kind: .literal, lexical: lexical)) }
        return try withUTF8(literal.datatype.value) {
          try body(TermBytes(kind: .literal, lexical: lexical, datatype: $0))
        }
      }
    }
  }

  private func withUTF8<Result>(
    _ text: String, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    var text = text
    return try text.withUTF8(body)
  }
}
