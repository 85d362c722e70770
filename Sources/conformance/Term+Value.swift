import RDF

extension Term {
  /// The term with a number written in one way, for answers that may differ in lexical form but not in value.
  var comparable: Term {
    guard case .literal(let literal) = self else { return self }
    switch literal.datatype {
    case XSD.integer:
      return Int(literal.lexical).map { .literal(Literal(String($0), datatype: XSD.integer)) } ?? self
    case XSD.decimal, XSD.double, XSD.float:
      return Double(literal.lexical).map { .literal(Literal(String($0), datatype: literal.datatype)) } ?? self
    default: return self
    }
  }
}
