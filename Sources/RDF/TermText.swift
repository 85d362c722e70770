// Terms as N-Triples and Turtle write them, checked so that what is written can be read.

extension ByteOutput {
  /// `<…>`.
  ///
  /// - Throws: `UnwritableTerm` for an IRI with a character that no escape may bring into one (N-Triples §7).
  @inline(__always)
  func append(iri: UnsafeBufferPointer<UInt8>) throws {
    guard holdsOnlyIRIBytes(iri) else {
      let text = String(decoding: iri, as: UTF8.self)
      throw UnwritableTerm("the IRI '\(text)' holds a character that IRIs may not hold")
    }
    try append(UInt8(ascii: "<"))
    try append(iri)
    try append(UInt8(ascii: ">"))
  }

  /// `_:label`.
  func append(blank label: UnsafeBufferPointer<UInt8>) throws {
    guard isBlankLabel(label) else {
      throw UnwritableTerm("'\(String(decoding: label, as: UTF8.self))' is no blank node label")
    }
    try append("_:")
    try append(label)
  }

  /// `"…"` with quotes, backslashes and control characters escaped.
  func append(quoted text: UnsafeBufferPointer<UInt8>) throws {
    try append(UInt8(ascii: "\""))
    if let start = text.baseAddress {
      let end = start + text.count
      var from = start
      while from < end {
        let stop = skipUnescaped(from, end)
        try append(UnsafeBufferPointer(start: from, count: stop - from))
        if stop < end { try append(escaped: stop.pointee) }
        from = stop + 1
      }
    }
    try append(UInt8(ascii: "\""))
  }

  private func append(escaped byte: UInt8) throws {
    switch byte {
    case UInt8(ascii: "\""): try append("\\\"")
    case UInt8(ascii: "\\"): try append("\\\\")
    case UInt8(ascii: "\n"): try append("\\n")
    case UInt8(ascii: "\r"): try append("\\r")
    case UInt8(ascii: "\t"): try append("\\t")
    default:
      let digits: StaticString = "0123456789ABCDEF"
      try append("\\u00")
      try append(digits.utf8Start[Int(byte >> 4)])
      try append(digits.utf8Start[Int(byte & 15)])
    }
  }

  /// A whole term in N-Triples.
  ///
  /// - Throws: `UnwritableTerm` for one that cannot be written so that it is read back.
  @inline(__always)
  public func append(term: TermBytes) throws {
    switch term.kind {
    case .iri: try append(iri: term.lexical)
    case .blank: try append(blank: term.lexical)
    case .literal:
      try append(quoted: term.lexical)
      if !term.language.isEmpty {
        guard isLanguageTag(term.language) else {
          throw UnwritableTerm("'\(String(decoding: term.language, as: UTF8.self))' is no language tag")
        }
        try append(UInt8(ascii: "@"))
        try append(term.language)
      } else if !term.datatype.isEmpty {
        try append("^^")
        try append(iri: term.datatype)
      }
    }
  }
}

/// BLANK_NODE_LABEL without its `_:` (Turtle §6.5).
func isBlankLabel(_ label: UnsafeBufferPointer<UInt8>) -> Bool {
  guard !label.isEmpty, let first = label.baseAddress, label.last != UInt8(ascii: ".") else { return false }
  let end = first + label.count
  var at = first
  while at < end {
    let length = sequenceLength(at, end)
    guard length > 0 else { return false }
    let scalar = decodeScalar(at, length: length)
    if at == first, scalar == 0x2D || scalar == 0x2E { return false }
    guard isNamePart(scalar) || scalar == 0x2E else { return false }
    at += length
  }
  return true
}

/// The first byte from `start` that is a quote, a backslash or a control character; eight bytes at a time.
@inline(__always)
private func skipUnescaped(
  _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
) -> UnsafePointer<UInt8> {
  var at = start
  let ones: UInt64 = 0x0101_0101_0101_0101
  while end - at >= 8 {
    let word = UnsafeRawPointer(at).loadUnaligned(as: UInt64.self)
    let quote = word ^ (ones &* 0x22)
    let slash = word ^ (ones &* 0x5C)
    let found =
      ((word &- ones &* 0x20) & ~word | (quote &- ones) & ~quote | (slash &- ones) & ~slash)
      & 0x8080_8080_8080_8080
    if found != 0 { return at + found.trailingZeroBitCount / 8 }
    at += 8
  }
  while at < end {
    let byte = at.pointee
    if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
    at += 1
  }
  return at
}
