import Diagnostics
import RDF

extension IRI {
  /// A prefixed name where a prefix fits, otherwise `<…>`.
  func text(prefixes: PrefixMap) -> String { prefixes.compact(self) ?? description }
}

extension Term {
  /// The term as SPARQL writes it: `1`, `true` and `"x"@en` by themselves, other literals with their datatype.
  func text(prefixes: PrefixMap) -> String {
    switch self {
    case .iri(let iri): return iri.text(prefixes: prefixes)
    case .blank(let node): return node.description
    case .literal(let literal):
      if literal.isPlainlyWritten { return literal.lexical }
      let quoted = Literal(literal.lexical).description
      if let language = literal.language { return quoted + "@" + language }
      return literal.datatype == XSD.string
        ? quoted : quoted + "^^" + literal.datatype.text(prefixes: prefixes)
    }
  }

  /// Whether it is written as a number, with or without a sign.
  var isNumber: Bool {
    guard case .literal(let literal) = self else { return false }
    return literal.isPlainlyWritten && literal.datatype != XSD.boolean
  }
}

extension Literal {
  /// Whether the lexical form by itself is read as this literal (grammar rules [134], [146]–[154]).
  fileprivate var isPlainlyWritten: Bool {
    switch datatype {
    case XSD.boolean: return lexical == "true" || lexical == "false"
    case XSD.integer, XSD.decimal, XSD.double:
      let kind: Token.Kind =
        datatype == XSD.integer ? .integer : datatype == XSD.decimal ? .decimal : .double
      guard var lexer = try? Lexer(SourceText(name: "", text: lexical)), let token = try? lexer.next() else {
        return false
      }
      return token.kind == kind && token.range == 0..<lexical.utf8.count
    default: return false
    }
  }
}
