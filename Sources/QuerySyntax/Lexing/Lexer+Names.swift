import Diagnostics

extension Lexer {
  /// `?name` or `$name` [143]–[144]; a `?` that begins no name is the path operator.
  mutating func variable() throws -> Token.Kind {
    let start = position
    position += 1
    if let (scalar, length) = scalar(at: position), scalar.isNameStart || scalar.isDecimalDigit {
      position += length
      skip { $0.isVariableCharacter }
      return .variable
    }
    if bytes[start] == UInt8(ascii: "?") { return .question }
    throw error("expected a variable's name behind '$'", start..<position)
  }

  /// `_:label` [142].
  mutating func blankLabel() throws -> Token.Kind {
    let start = position
    guard byte(at: start + 1) == UInt8(ascii: ":") else {
      throw error("unexpected character '_'", start..<start + 1, hint: "a blank node is written '_:name'")
    }
    position += 2
    guard let (scalar, length) = scalar(at: position), scalar.isNameStart || scalar.isDecimalDigit else {
      throw error("expected a label behind '_:'", start..<position)
    }
    position += length
    skipDotted { $0.isNameCharacter }
    return .blankLabel
  }

  /// `@en-GB` [145].
  mutating func language() throws -> Token.Kind {
    let start = position
    position += 1
    while byte(at: position).isLetter { position += 1 }
    guard position > start + 1 else { throw error("expected a language tag behind '@'", start..<position) }
    while byte(at: position) == UInt8(ascii: "-") {
      var end = position + 1
      while byte(at: end).isLetter || byte(at: end).isDigit { end += 1 }
      if end == position + 1 { break }
      position = end
    }
    return .language
  }

  /// A name with a colon [140]–[141], or else a bare word: a keyword or what was meant to be one.
  mutating func wordOrPrefixedName() throws -> Token.Kind {
    let start = position
    skipDotted { $0.isNameCharacter }
    if byte(at: position) == UInt8(ascii: ":") { return try prefixedName() }
    position = start
    while byte(at: position).isLetter || byte(at: position).isDigit || byte(at: position) == UInt8(ascii: "_")
    {
      position += 1
    }
    if position == start { skip { $0.isVariableCharacter } }
    return .word
  }

  /// The `:` of a prefixed name and its local part (PN_LOCAL [169]), with `%41` and `\~` escapes.
  mutating func prefixedName() throws -> Token.Kind {
    position += 1
    var end = position
    var isFirst = true
    while let (scalar, length) = scalar(at: position) {
      if scalar == "." && !isFirst {
        position += 1
        continue
      }
      if scalar == "%" || scalar == "\\" {
        try localEscape()
      } else if scalar == ":"
        || (isFirst ? scalar.isNameStart || scalar.isDecimalDigit : scalar.isNameCharacter)
      {
        position += length
      } else {
        break
      }
      end = position
      isFirst = false
    }
    // A dot at the end belongs to the triple, not to the name.
    position = end
    return .prefixedName
  }

  /// PLX [170]: `%` and two hexadecimal digits, or `\` and a punctuation mark.
  private mutating func localEscape() throws {
    let start = position
    if bytes[start] == UInt8(ascii: "%") {
      guard byte(at: start + 1).isHexadecimalDigit, byte(at: start + 2).isHexadecimalDigit else {
        throw error("expected two hexadecimal digits behind '%'", start..<start + 1)
      }
      position += 3
      return
    }
    guard Lexer.localEscapes.contains(byte(at: start + 1)) else {
      throw error(
        "this character cannot be escaped in a prefixed name", start..<start + 1,
        hint: "write the IRI in full: <…>")
    }
    position += 2
  }

  /// PN_LOCAL_ESC [173].
  private static let localEscapes = Array("_~.-!$&'()*+,;=/?#@%".utf8)

  private mutating func skip(while belongs: (Unicode.Scalar) -> Bool) {
    while let (scalar, length) = scalar(at: position), belongs(scalar) { position += length }
  }

  /// As `skip`, and dots too, but not at the end.
  private mutating func skipDotted(while belongs: (Unicode.Scalar) -> Bool) {
    while true {
      skip(while: belongs)
      var next = position
      while byte(at: next) == UInt8(ascii: ".") { next += 1 }
      guard next > position, let (scalar, _) = scalar(at: next), belongs(scalar) else { return }
      position = next
    }
  }
}
