import Diagnostics

/// Reads N-Triples and N-Quads (RDF 1.1) line by line, in place: a term is a piece of the source, copied only where it holds
/// an escape.
///
/// After `next` returned true, `subject` … `graph` hold the statement's terms, valid until the following call.
struct LineParser: ~Copyable {
  private(set) var subject = TermBytes(kind: .iri, lexical: .init(start: nil, count: 0))
  private(set) var predicate = TermBytes(kind: .iri, lexical: .init(start: nil, count: 0))
  private(set) var object = TermBytes(kind: .iri, lexical: .init(start: nil, count: 0))
  private(set) var graph: TermBytes?

  private let bytes: UnsafeBufferPointer<UInt8>
  private let name: String
  private let hasGraphs: Bool
  private let end: UnsafePointer<UInt8>
  private var at: UnsafePointer<UInt8>
  private var unescaped = UnescapedText()

  /// - Parameters:
  ///   - bytes: The source; not empty.
  ///   - piece: The whole lines to be read; nil = all.
  ///   - graphs: true for N-Quads, where a fourth term may follow the object.
  init(_ bytes: UnsafeBufferPointer<UInt8>, piece: Range<Int>? = nil, name: String, graphs: Bool) {
    self.bytes = bytes
    self.name = name
    hasGraphs = graphs
    let piece = piece ?? 0..<bytes.count
    at = bytes.baseAddress.unsafelyUnwrapped + piece.lowerBound
    end = bytes.baseAddress.unsafelyUnwrapped + piece.upperBound
    if piece.lowerBound == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at += 3 }
  }

  /// Reads the next statement; false at the end of the source.
  mutating func next() throws -> Bool {
    guard skipToStatement() else { return false }
    unescaped.reset()
    subject = try node(expected: "a subject")
    skipBlanks()
    guard take(UInt8(ascii: "<")) else { throw expected("a predicate '<…>'") }
    predicate = TermBytes(kind: .iri, lexical: try iri())
    skipBlanks()
    object = peek(UInt8(ascii: "\"")) ? try literal() : try node(expected: "an object")
    skipBlanks()
    graph = nil
    if hasGraphs, !peek(UInt8(ascii: ".")) {
      graph = try node(expected: "'.' or a graph")
      skipBlanks()
    }
    guard take(UInt8(ascii: ".")) else { throw expected("'.' at the end of the statement") }
    skipBlanks()
    if at < end, at.pointee != UInt8(ascii: "\n") {
      if at.pointee == UInt8(ascii: "#") {
        skipComment()
      } else if at.pointee != UInt8(ascii: "\r") {
        throw expected("the end of the line")
      }
    }
    return true
  }
}

// MARK: - Terms

extension LineParser {
  private mutating func node(expected what: String) throws -> TermBytes {
    if take(UInt8(ascii: "<")) { return TermBytes(kind: .iri, lexical: try iri()) }
    guard end - at >= 2, at[0] == UInt8(ascii: "_"), at[1] == UInt8(ascii: ":") else { throw expected(what) }
    at += 2
    return TermBytes(kind: .blank, lexical: try label())
  }

  /// IRIREF behind its `<`: absolute, with `\u` escapes.
  private mutating func iri() throws -> UnsafeBufferPointer<UInt8> {
    let start = at
    var hasEscapes = false
    while true {
      while at < end, isIRIByte(at.pointee) { at += 1 }
      guard at < end else { throw failure("an IRI has no closing '>'", at: start - 1) }
      if at.pointee == UInt8(ascii: ">") { break }
      if at.pointee == UInt8(ascii: "\\") {
        hasEscapes = true
        at += 1
      } else if at.pointee >= 0x80 {
        try skipSequence()
      } else if isLineBreak(at.pointee) {
        throw failure("an IRI has no closing '>'", at: start - 1)
      } else {
        throw failure("an IRI may not hold \(describe(at))", at: at)
      }
    }
    let raw = UnsafeBufferPointer(start: start, count: at - start)
    at += 1
    let value = hasEscapes ? try unescape(raw, .iri) : raw
    if schemeLength(value) == 0 {
      throw failure(
        "expected an absolute IRI, found '\(String(decoding: value, as: UTF8.self))'", at: start,
        length: raw.count)
    }
    return value
  }

  /// BLANK_NODE_LABEL behind its `_:`.
  private mutating func label() throws -> UnsafeBufferPointer<UInt8> {
    let start = at
    var last = at
    while at < end {
      let length = sequenceLength(at, end)
      guard length > 0 else { throw invalidText(at) }
      let scalar = decodeScalar(at, length: length)
      let isPart =
        at == start
        ? isNameStart(scalar) || scalar == 0x5F || (0x30...0x39).contains(scalar)
        : isNamePart(scalar) || scalar == 0x2E
      if !isPart { break }
      at += length
      if scalar != 0x2E { last = at }
    }
    at = last
    guard at > start else { throw failure("expected a blank node label behind '_:'", at: start) }
    return UnsafeBufferPointer(start: start, count: at - start)
  }

  /// A literal at its opening quote, with its language or datatype.
  private mutating func literal() throws -> TermBytes {
    at += 1
    let start = at
    var hasEscapes = false
    while true {
      at = skipPlainText(at, end)
      guard at < end, !isLineBreak(at.pointee) else {
        throw failure("a string has no closing '\"'", at: start - 1)
      }
      if at.pointee == UInt8(ascii: "\"") { break }
      if at.pointee == UInt8(ascii: "\\") {
        hasEscapes = true
        at += 1
        if at < end, at.pointee == UInt8(ascii: "\"") || at.pointee == UInt8(ascii: "\\") { at += 1 }
      } else if at.pointee >= 0x80 {
        try skipSequence()
      } else {
        at += 1
      }
    }
    let raw = UnsafeBufferPointer(start: start, count: at - start)
    at += 1
    let lexical = hasEscapes ? try unescape(raw, .string) : raw
    skipBlanks()
    if take(UInt8(ascii: "@")) {
      return TermBytes(kind: .literal, lexical: lexical, language: try language())
    }
    guard take(UInt8(ascii: "^")) else { return TermBytes(kind: .literal, lexical: lexical) }
    guard take(UInt8(ascii: "^")) else { throw expected("'^^' before a datatype") }
    skipBlanks()
    guard take(UInt8(ascii: "<")) else { throw expected("a datatype '<…>'") }
    let datatype = try iri()
    return TermBytes(
      kind: .literal, lexical: lexical,
      datatype: isStringDatatype(datatype) ? UnsafeBufferPointer(start: nil, count: 0) : datatype)
  }

  /// LANGTAG behind its `@`.
  private mutating func language() throws -> UnsafeBufferPointer<UInt8> {
    let start = at
    while at < end, isLetter(at.pointee) { at += 1 }
    guard at > start else { throw expected("a language tag behind '@'") }
    while at < end, at.pointee == UInt8(ascii: "-") {
      let part = at + 1
      at = part
      while at < end, isLetter(at.pointee) || isDigit(at.pointee) { at += 1 }
      guard at > part else { throw expected("a letter or digit behind '-' in a language tag") }
    }
    return UnsafeBufferPointer(start: start, count: at - start)
  }

  private mutating func unescape(
    _ raw: UnsafeBufferPointer<UInt8>, _ kind: UnescapedText.Kind
  ) throws -> UnsafeBufferPointer<UInt8> {
    // What a statement unescapes cannot be longer than the statement, which ends where the line does.
    if unescaped.isEmpty {
      let rest = UnsafeBufferPointer(start: raw.baseAddress, count: end - raw.baseAddress.unsafelyUnwrapped)
      unescaped.reserve(rest.firstIndex(where: isLineBreak) ?? rest.count)
    }
    switch unescaped.append(raw, kind) {
    case .success(let value): return value
    case .failure(let error):
      throw failure(error.message, at: raw.baseAddress.unsafelyUnwrapped + error.offset, length: error.length)
    }
  }
}

// MARK: - Bytes

extension LineParser {
  private mutating func skipToStatement() -> Bool {
    while at < end {
      switch at.pointee {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: " "), UInt8(ascii: "\t"): at += 1
      case UInt8(ascii: "#"): skipComment()
      default: return true
      }
    }
    return false
  }

  @inline(__always)
  private mutating func skipBlanks() {
    while at < end, at.pointee == UInt8(ascii: " ") || at.pointee == UInt8(ascii: "\t") { at += 1 }
  }

  private mutating func skipComment() {
    while at < end, !isLineBreak(at.pointee) { at += 1 }
  }

  @inline(__always)
  private func peek(_ byte: UInt8) -> Bool { at < end && at.pointee == byte }

  @inline(__always)
  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek(byte) else { return false }
    at += 1
    return true
  }

  @inline(__always)
  private mutating func skipSequence() throws {
    let length = sequenceLength(at, end)
    guard length > 0 else { throw invalidText(at) }
    at += length
  }
}

// MARK: - Errors

extension LineParser {
  private func failure(_ message: String, at place: UnsafePointer<UInt8>, length: Int = 1) -> Diagnostic {
    let offset = place - bytes.baseAddress.unsafelyUnwrapped
    return SourceExcerpt.error(message, at: offset, length: length, in: bytes, name: name)
  }

  private func expected(_ what: String) -> Diagnostic {
    failure("expected \(what), found \(describe(at))", at: at)
  }

  private func invalidText(_ place: UnsafePointer<UInt8>) -> Diagnostic {
    failure("the text is not valid UTF-8", at: place)
  }

  private func describe(_ place: UnsafePointer<UInt8>) -> String {
    SourceExcerpt.description(of: place, before: end)
  }
}

@inline(__always)
func isLineBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

/// Whether a datatype is `xsd:string`, which `TermBytes` leaves out.
@inline(__always)
func isStringDatatype(_ datatype: UnsafeBufferPointer<UInt8>) -> Bool {
  let name: StaticString = "http://www.w3.org/2001/XMLSchema#string"
  guard datatype.count == name.utf8CodeUnitCount else { return false }
  // The last letters differ soonest.
  var index = datatype.count - 1
  while index >= 0 {
    if datatype[index] != name.utf8Start[index] { return false }
    index -= 1
  }
  return true
}

/// The first byte from `start` that is a quote, a backslash, a control character or not ASCII; eight bytes at a time.
@inline(__always)
func skipPlainText(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
  var at = start
  let ones: UInt64 = 0x0101_0101_0101_0101
  let tops: UInt64 = 0x8080_8080_8080_8080
  while end - at >= 8 {
    let word = UnsafeRawPointer(at).loadUnaligned(as: UInt64.self)
    let quote = word ^ (ones &* 0x22)
    let slash = word ^ (ones &* 0x5C)
    // A byte below n makes its top bit in x - n; a zero byte is one below 1.
    let found =
      (word | (word &- ones &* 0x20) & ~word | (quote &- ones) & ~quote | (slash &- ones) & ~slash) & tops
    if found != 0 { return at + found.trailingZeroBitCount / 8 }
    at += 8
  }
  while at < end {
    let byte = at.pointee
    if byte >= 0x80 || byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
    at += 1
  }
  return at
}

extension LineParser {
  /// Hands every quad that is left to `sink` and gives their number.
  mutating func parse(into sink: inout some QuadSink) throws -> Int {
    var count = 0
    while try next() {
      try sink.add(subject: subject, predicate: predicate, object: object, graph: graph)
      count += 1
    }
    return count
  }
}
