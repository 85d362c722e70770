/// A terminal of the SPARQL grammar (SPARQL 1.1 §19.8) and where it stands.
struct Token: Sendable {
  /// What kind of terminal; the raw value names it in error messages.
  enum Kind: String, Sendable {
    case word = "a keyword"
    case iri = "an IRI"
    case prefixedName = "a prefixed name"
    case blankLabel = "a blank node"
    case variable = "a variable"
    case string = "a string"
    case language = "a language tag"
    case integer = "an integer"
    case decimal = "a decimal number"
    case double = "a floating-point number"
    case openBrace = "'{'"
    case closeBrace = "'}'"
    case openParenthesis = "'('"
    case closeParenthesis = "')'"
    case openBracket = "'['"
    case closeBracket = "']'"
    case dot = "'.'"
    case comma = "','"
    case semicolon = "';'"
    case equal = "'='"
    case notEqual = "'!='"
    case less = "'<'"
    case lessOrEqual = "'<='"
    case greater = "'>'"
    case greaterOrEqual = "'>='"
    case or = "'||'"
    case and = "'&&'"
    case not = "'!'"
    case plus = "'+'"
    case minus = "'-'"
    case star = "'*'"
    case slash = "'/'"
    case bar = "'|'"
    case caret = "'^'"
    case datatype = "'^^'"
    case question = "'?'"
    case end = "the end of the text"
  }

  let kind: Kind
  /// UTF-8 offsets into the lexer's bytes.
  let range: Range<Int>
}
