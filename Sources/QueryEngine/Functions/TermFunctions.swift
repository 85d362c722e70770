import RDF
import TripleStore

/// Functions on RDF terms (SPARQL 1.1 §17.4.2).
extension QueryFunction {
  static let terms: [QueryFunction] = [
    QueryFunction("ISIRI", "true for an IRI", .test, unary: { value, _ in isIRI(value) }),
    QueryFunction("ISURI", "true for an IRI", .test, unary: { value, _ in isIRI(value) }),
    QueryFunction(
      "ISBLANK", "true for a blank node", .test,
      unary: { value, _ in
        if case .blank = value.content { return .boolean(true) }
        return .boolean(false)
      }),
    QueryFunction("ISLITERAL", "true for a literal", .test, unary: { value, _ in .boolean(value.isLiteral) }),
    QueryFunction(
      "ISNUMERIC", "true for a well-formed number", .test, unary: { value, _ in .boolean(value.isNumeric) }),
    QueryFunction(
      "STR", "the characters of an IRI or literal",
      unary: { value, context in
        if case .string = value.content { return value }
        if case .blank = value.content { return nil }
        return .string(context.pool.text(of: value))
      }),
    QueryFunction(
      "LANG", "the language tag of a literal, or the empty string",
      unary: { value, _ in
        if case .languageString(_, let language) = value.content { return .string(Text(borrowing: language)) }
        return value.isLiteral ? .string(Text("")) : nil
      }),
    QueryFunction(
      "DATATYPE", "the datatype IRI of a literal", unary: { value, context in datatype(value, context) }),
    QueryFunction("IRI", "the IRI of a string, resolved against the base", unary: { iri($0, $1) }),
    QueryFunction("URI", "the IRI of a string, resolved against the base", unary: { iri($0, $1) }),
    QueryFunction("BNODE", 0...1, "a fresh blank node, the same for the same label in one solution", .impure)
    {
      arguments, context in
      guard let label = arguments.first else { return fresh(context) }
      guard case .string(let text) = label.content else { return nil }
      return Value(of: context.pool.blank(label: text.string, solution: context.solution), in: context.pool)
    },
    QueryFunction(
      "STRDT", "a literal of the string with a datatype",
      binary: { text, datatype, context in
        guard case .string(let lexical) = text.content, case .iri(let iri) = datatype.content else {
          return nil
        }
        return iri.withBytes { iri in
          lexical.withBytes { lexical in
            let known = Datatype(iri)
            let bytes =
              known == .string
              ? TermBytes(kind: .literal, lexical: lexical)
              : TermBytes(kind: .literal, lexical: lexical, datatype: iri)
            return Value(of: context.pool.id(of: bytes), in: context.pool)
          }
        }
      }),
    QueryFunction(
      "STRLANG", "a literal of the string with a language tag",
      binary: { text, tag, context in
        guard case .string(let lexical) = text.content, case .string(let language) = tag.content,
          language.withBytes({ isLanguageTag($0) })
        else { return nil }
        return Value(.languageString(lexical, language: context.pool.lasting(language)))
      }),
    QueryFunction(
      "UUID", 0...0, "a fresh IRI urn:uuid:…", .impure,
      variadic: { _, _ in Value(.iri(Text("urn:uuid:" + randomUUID()))) }),
    QueryFunction(
      "STRUUID", 0...0, "a fresh UUID as a string", .impure, variadic: { _, _ in .string(randomUUID()) }),
  ]

  private static func isIRI(_ value: Value) -> Value {
    if case .iri = value.content { return .boolean(true) }
    return .boolean(false)
  }

  private static func datatype(_ value: Value, _ context: EvaluationContext) -> Value? {
    guard value.isLiteral else { return nil }
    let written = value.id.isBound ? context.pool.datatype(value.id) : value.content.datatype.iri
    let iri = written.isEmpty ? value.content.datatype.iri : written
    return Value(.iri(Text(borrowing: iri)))
  }

  private static func iri(_ value: Value, _ context: EvaluationContext) -> Value? {
    switch value.content {
    case .iri: return value
    case .string(let text):
      let iri = Text(IRIResolver(base: context.pool.base).resolve(text.string))
      // What no IRI may hold could be written in no format.
      return iri.withBytes { isAbsoluteIRI($0) } ? Value(.iri(iri)) : nil
    default: return nil
    }
  }

  private static func fresh(_ context: EvaluationContext) -> Value? {
    Value(of: context.pool.freshBlank(), in: context.pool)
  }

  /// A version 4 UUID (RFC 4122) in lower case.
  private static func randomUUID() -> String {
    var bytes = (0..<16).map { _ in UInt8.random(in: 0...255) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    var text = ""
    for (index, byte) in bytes.enumerated() {
      if index == 4 || index == 6 || index == 8 || index == 10 { text += "-" }
      text += String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }
    return text
  }
}
