import Diagnostics
import RDF

/// IRIs, literals and variables (grammar rules [106]–[109], [129]–[138]).
extension Parser {
  mutating func variable() throws -> Ranged<Variable> {
    guard token.kind == .variable else { throw expectedVariable() }
    let start = token.range.lowerBound
    let name = lexer.string(start + 1..<token.range.upperBound)
    try advance()
    return ranged(Variable(name), from: start)
  }

  private func expectedVariable() -> Diagnostic {
    var diagnostic = expected("a variable")
    if token.kind == .word { diagnostic.hint = "did you mean '?\(text)'?" }
    return diagnostic
  }

  var isIRI: Bool { token.kind == .iri || token.kind == .prefixedName }

  mutating func iri(_ what: String = "an IRI") throws -> IRI {
    let value: String
    switch token.kind {
    case .iri: value = try resolved(token.range)
    case .prefixedName: value = try expanded(token.range)
    default: throw expectedTerm(what)
    }
    try advance()
    return IRI(value)
  }

  /// The IRI between `<` and `>`, resolved against the base.
  private func resolved(_ range: Range<Int>) throws -> String {
    IRI.resolve(lexer.string(range.lowerBound + 1..<range.upperBound - 1), base: base)
  }

  /// The IRI of a prefixed name; `\` escapes are taken out, `%` escapes stay.
  private func expanded(_ range: Range<Int>) throws -> String {
    let bytes = lexer.bytes[range]
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { throw expected("a prefixed name") }
    let prefix = lexer.string(range.lowerBound..<colon)
    guard let namespace = prefixes[prefix] else {
      let hint =
        Suggestion.hint(for: prefix, among: prefixes.pairs.map(\.prefix).filter { !$0.isEmpty })
        ?? "declare it: PREFIX \(prefix): <…>"
      throw error(
        "unknown prefix '\(prefix)'", range.lowerBound..<max(colon, range.lowerBound + 1), hint: hint)
    }
    return namespace
      + String(decoding: bytes[(colon + 1)...].filter { $0 != UInt8(ascii: "\\") }, as: UTF8.self)
  }

  var isLiteral: Bool {
    switch token.kind {
    case .string, .integer, .decimal, .double: return true
    case .word: return word == "TRUE" || word == "FALSE"
    default: return false
    }
  }

  /// A literal [129]–[134], `true` and `false` included.
  mutating func literal() throws -> Literal {
    switch token.kind {
    case .string: return try stringLiteral()
    case .integer, .decimal, .double: return try number()
    default:
      guard isLiteral else { throw expectedTerm("a literal") }
      let value = Literal(word.lowercased(), datatype: XSD.boolean)
      try advance()
      return value
    }
  }

  private mutating func stringLiteral() throws -> Literal {
    let lexical = try string()
    if token.kind == .language {
      let language = lexer.string(token.range.lowerBound + 1..<token.range.upperBound)
      try advance()
      return Literal(lexical, language: language)
    }
    if try take(.datatype) { return Literal(lexical, datatype: try iri("the IRI of a datatype")) }
    return Literal(lexical)
  }

  mutating func string() throws -> String {
    guard token.kind == .string else { throw expected("a string") }
    let value = lexer.unquoted(token.range)
    try advance()
    return value
  }

  /// A number as written, its sign included unless `dropping` it.
  mutating func number(droppingSign: Bool = false) throws -> Literal {
    let datatype = token.kind == .integer ? XSD.integer : token.kind == .decimal ? XSD.decimal : XSD.double
    let lexical = lexer.string(token.range.lowerBound + (droppingSign ? 1 : 0)..<token.range.upperBound)
    try advance()
    return Literal(lexical, datatype: datatype)
  }

  /// An unsigned integer of LIMIT and OFFSET.
  mutating func count() throws -> Int {
    guard token.kind == .integer, lexer.bytes[token.range.lowerBound].isDigit else {
      throw expected("a whole number")
    }
    guard let value = Int(text) else { throw error("the number is too large", token.range) }
    try advance()
    return value
  }
}
