import RDF

/// Terms as people write them in a query: `:recalls`, `<A/RES/73/27>`, a literal's bare text.
struct TermShortener {
  private let prefixes: PrefixMap

  init(prefixes: PrefixMap) { self.prefixes = prefixes }

  func text(for term: TermBytes) -> String {
    let lexical = String(decoding: term.lexical, as: UTF8.self)
    switch term.kind {
    case .literal: return lexical
    case .blank: return "_:" + lexical
    case .iri: return text(forIRI: lexical)
    }
  }

  func text(forIRI iri: String) -> String {
    let base = Stemma.documents
    if iri.utf8.count > base.utf8.count, iri.utf8.starts(with: base.utf8) {
      return "<\(Substring(iri.utf8.dropFirst(base.utf8.count)))>"
    }
    return prefixes.compact(IRI(iri)) ?? "<\(iri)>"
  }
}
