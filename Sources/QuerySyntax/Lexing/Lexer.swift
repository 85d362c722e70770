import Diagnostics

/// Cuts the bytes of a query into the terminals of the SPARQL grammar, one at a time, each as long as possible
/// (SPARQL 1.1 §19.8).
struct Lexer {
  let source: SourceText
  let text: CodepointEscapes
  let bytes: [UInt8]
  var position = 0
  /// True after an error that more text could have kept from happening.
  var stoppedInLongString = false

  init(_ source: SourceText) throws {
    self.source = source
    text = try CodepointEscapes(source)
    bytes = text.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The next terminal; `.end` behind the last one, any number of times.
  mutating func next() throws -> Token {
    skipBlanks()
    let start = position
    guard start < bytes.count else { return Token(kind: .end, range: start..<start) }
    let byte = bytes[start]
    let kind: Token.Kind
    switch byte {
    case UInt8(ascii: "?"), UInt8(ascii: "$"): kind = try variable()
    case UInt8(ascii: "<"): kind = try iriOrComparison()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): kind = try string(quote: byte)
    case UInt8(ascii: "@"): kind = try language()
    case UInt8(ascii: "_"): kind = try blankLabel()
    case UInt8(ascii: ":"): kind = try prefixedName()
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"):
      kind = numberOrSymbol()
    default:
      if let symbol = symbol(byte) {
        kind = symbol
      } else if let (scalar, _) = scalar(at: start), scalar.isNameBase {
        kind = try wordOrPrefixedName()
      } else {
        throw unexpectedCharacter()
      }
    }
    return Token(kind: kind, range: start..<position)
  }

  /// The text of a terminal.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  @inline(__always) func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  /// The character at an offset and its length in bytes; nil at the end.
  func scalar(at index: Int) -> (Unicode.Scalar, length: Int)? {
    guard index < bytes.count else { return nil }
    let lead = bytes[index]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(byte(at: index + offset) & 0x3F) }
    return Unicode.Scalar(value).map { ($0, length) }
  }

  func error(_ message: String, _ range: Range<Int>, hint: String? = nil) -> Diagnostic {
    .error(message, at: text.original(range), in: source, hint: hint, exitStatus: 2)
  }

  /// Blanks and comments; a `#` inside an IRI or a string never gets here.
  private mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      case UInt8(ascii: "#"):
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
      default: return
      }
    }
  }

  /// Takes `byte` and what belongs to it where it begins a symbol.
  private mutating func symbol(_ first: UInt8) -> Token.Kind? {
    let second = byte(at: position + 1)
    let found: (kind: Token.Kind, length: Int)
    switch first {
    case UInt8(ascii: "{"): found = (.openBrace, 1)
    case UInt8(ascii: "}"): found = (.closeBrace, 1)
    case UInt8(ascii: "("): found = (.openParenthesis, 1)
    case UInt8(ascii: ")"): found = (.closeParenthesis, 1)
    case UInt8(ascii: "["): found = (.openBracket, 1)
    case UInt8(ascii: "]"): found = (.closeBracket, 1)
    case UInt8(ascii: ","): found = (.comma, 1)
    case UInt8(ascii: ";"): found = (.semicolon, 1)
    case UInt8(ascii: "*"): found = (.star, 1)
    case UInt8(ascii: "/"): found = (.slash, 1)
    case UInt8(ascii: "="): found = (.equal, 1)
    case UInt8(ascii: "!"): found = second == UInt8(ascii: "=") ? (.notEqual, 2) : (.not, 1)
    case UInt8(ascii: ">"): found = second == UInt8(ascii: "=") ? (.greaterOrEqual, 2) : (.greater, 1)
    case UInt8(ascii: "|"): found = second == UInt8(ascii: "|") ? (.or, 2) : (.bar, 1)
    case UInt8(ascii: "^"): found = second == UInt8(ascii: "^") ? (.datatype, 2) : (.caret, 1)
    case UInt8(ascii: "&") where second == UInt8(ascii: "&"): found = (.and, 2)
    default: return nil
    }
    position += found.length
    return found.kind
  }

  private func unexpectedCharacter() -> Diagnostic {
    guard let (scalar, length) = scalar(at: position) else {
      return error("the text is not UTF-8", position..<position + 1)
    }
    let hint: String? =
      switch scalar {
      case "&": "did you mean '&&'?"
      case "“", "”", "„": "strings stand in straight quotes: \"…\""
      case "‘", "’": "strings stand in straight quotes: '…'"
      case "\u{A0}": "a no-break space is no blank here"
      default: nil
      }
    return error("unexpected character '\(scalar)'", position..<position + length, hint: hint)
  }
}
