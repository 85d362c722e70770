import RDF

/// Short forms of IRIs that people read in a graph tool: a part of the same bytes.
enum ShortName {
  private static let known = [Stemma.documents, Stemma.namespace].map { Array($0.utf8) }

  /// `A/RES/73/27` for a document, the local name in Stemma's vocabulary, otherwise the whole IRI; a literal's text.
  static func of(_ term: TermBytes) -> TextBytes {
    guard term.kind == .iri else { return term.lexical }
    for namespace in known where term.lexical.count > namespace.count && term.lexical.starts(with: namespace)
    {
      return UnsafeBufferPointer(rebasing: term.lexical[namespace.count...])
    }
    return term.lexical
  }

  /// What stands behind the last `#` or `/`; all of it where that is nothing. A literal's text.
  static func local(_ term: TermBytes) -> TextBytes {
    guard term.kind == .iri else { return term.lexical }
    let cut = term.lexical.lastIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "/") }
    guard let cut, cut + 1 < term.lexical.count else { return term.lexical }
    return UnsafeBufferPointer(rebasing: term.lexical[(cut + 1)...])
  }

  /// The part behind `#` where there is one (`pp3`), otherwise as `of`.
  static func fragment(_ term: TermBytes) -> TextBytes {
    guard term.kind == .iri, let hash = term.lexical.lastIndex(of: UInt8(ascii: "#")),
      hash + 1 < term.lexical.count
    else { return of(term) }
    return UnsafeBufferPointer(rebasing: term.lexical[(hash + 1)...])
  }
}
