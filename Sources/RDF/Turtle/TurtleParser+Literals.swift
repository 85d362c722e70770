@preconcurrency import Glibc

// Strings with their language or datatype, and numbers.

extension TurtleParser {
  /// A literal at its opening quote.
  mutating func literal() throws -> TermBytes {
    let lexical = try string()
    skipSpace()
    if take(UInt8(ascii: "@")) {
      return TermBytes(kind: .literal, lexical: lexical, language: try language())
    }
    guard take(UInt8(ascii: "^")) else { return TermBytes(kind: .literal, lexical: lexical) }
    guard take(UInt8(ascii: "^")) else { throw expected("'^^' before a datatype") }
    skipSpace()
    let datatype = try take(UInt8(ascii: "<")) ? iri() : prefixedName(expected: "a datatype")
    return TermBytes(
      kind: .literal, lexical: lexical,
      datatype: isStringDatatype(datatype) ? UnsafeBufferPointer(start: nil, count: 0) : datatype)
  }

  /// What stands between the quotes, one of either kind or three.
  private mutating func string() throws -> UnsafeBufferPointer<UInt8> {
    let quote = at.pointee
    let opening = at
    let isLong = end - at >= 3 && at[1] == quote && at[2] == quote
    at += isLong ? 3 : 1
    let start = at
    var hasEscapes = false
    while true {
      while at < end, at.pointee != quote, at.pointee != UInt8(ascii: "\\"),
        isLong || !isLineBreak(at.pointee)
      {
        at += 1
      }
      guard at < end, isLong || !isLineBreak(at.pointee) else {
        let mark = String(decoding: [UInt8](repeating: quote, count: isLong ? 3 : 1), as: UTF8.self)
        throw failure("a string has no closing \(mark)", at: opening, length: isLong ? 3 : 1)
      }
      if at.pointee == UInt8(ascii: "\\") {
        hasEscapes = true
        at = min(at + 2, end)
      } else if !isLong || end - at >= 3 && at[1] == quote && at[2] == quote {
        break
      } else {
        at += 1
      }
    }
    let raw = UnsafeBufferPointer(start: start, count: at - start)
    at += isLong ? 3 : 1
    return hasEscapes ? try unescape(raw, .string) : raw
  }

  /// LANGTAG behind its `@`.
  private mutating func language() throws -> UnsafeBufferPointer<UInt8> {
    let start = at
    while at < end, isLetter(at.pointee) || isDigit(at.pointee) || at.pointee == UInt8(ascii: "-") { at += 1 }
    let tag = UnsafeBufferPointer(start: start, count: at - start)
    guard isLanguageTag(tag) else {
      let text = "@" + String(decoding: tag, as: UTF8.self)
      throw failure("'\(text)' is no language tag", at: start - 1, length: text.utf8.count)
    }
    return tag
  }

  /// INTEGER, DECIMAL or DOUBLE. A point that no digit and no exponent follows ends the statement.
  mutating func number() throws -> TermBytes {
    let start = at
    if peek(UInt8(ascii: "+")) || peek(UInt8(ascii: "-")) { at += 1 }
    let whole = skipDigits()
    var datatype = NumberType.integer
    var fraction = 0
    if peek(UInt8(ascii: ".")) {
      let point = at
      at += 1
      fraction = skipDigits()
      if fraction > 0 {
        datatype = .decimal
      } else if whole == 0 || exponentLength == 0 {
        at = point
      }
    }
    guard whole + fraction > 0 else {
      at = start
      throw expected("an object")
    }
    if exponentLength > 0 {
      at += exponentLength
      datatype = .double
    }
    return .typed(start, at, datatype)
  }

  private mutating func skipDigits() -> Int {
    let start = at
    while at < end, isDigit(at.pointee) { at += 1 }
    return at - start
  }

  /// The length of the EXPONENT that stands next; 0 where none does.
  private var exponentLength: Int {
    guard at < end, at.pointee | 0x20 == UInt8(ascii: "e") else { return 0 }
    var place = at + 1
    if place < end, place.pointee == UInt8(ascii: "+") || place.pointee == UInt8(ascii: "-") { place += 1 }
    let digits = place
    while place < end, isDigit(place.pointee) { place += 1 }
    return place > digits ? place - at : 0
  }
}

/// The datatypes of what needs no quotes.
enum NumberType {
  case boolean, integer, decimal, double

  var iri: StaticString {
    switch self {
    case .boolean: "http://www.w3.org/2001/XMLSchema#boolean"
    case .integer: "http://www.w3.org/2001/XMLSchema#integer"
    case .decimal: "http://www.w3.org/2001/XMLSchema#decimal"
    case .double: "http://www.w3.org/2001/XMLSchema#double"
    }
  }
}

extension TermBytes {
  /// The literal from `start` up to `end`.
  static func typed(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ type: NumberType
  ) -> TermBytes {
    TermBytes(
      kind: .literal, lexical: UnsafeBufferPointer(start: start, count: end - start),
      datatype: UnsafeBufferPointer(start: type.iri.utf8Start, count: type.iri.utf8CodeUnitCount))
  }
}
