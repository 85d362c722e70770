/// An RDF term: what may stand in a triple.
public enum Term: Hashable, Sendable {
  case iri(IRI)
  case blank(BlankNode)
  case literal(Literal)
}

extension Term: CustomStringConvertible {
  /// The N-Triples form (RDF 1.1 N-Triples §2), with `\` escapes.
  public var description: String {
    switch self {
    case .iri(let iri): return iri.description
    case .blank(let node): return node.description
    case .literal(let literal): return literal.description
    }
  }
}

extension Literal: CustomStringConvertible {
  /// The N-Triples form: `"…"`, `"…"@en` or `"…"^^<…>`.
  public var description: String {
    var text = "\""
    for scalar in lexical.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
    if let language { return text + "@" + language }
    return datatype == XSD.string ? text : text + "^^" + datatype.description
  }
}

extension Term {
  /// A term for the IRI written out in `text`.
  public static func iri(_ text: String) -> Term { .iri(IRI(text)) }

  /// A literal of type `xsd:string`.
  public static func string(_ text: String) -> Term { .literal(Literal(text)) }

  /// A literal of type `xsd:integer`.
  public static func integer(_ value: Int) -> Term { .literal(Literal(String(value), datatype: XSD.integer)) }
}
