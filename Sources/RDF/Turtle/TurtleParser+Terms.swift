@preconcurrency import Glibc

// IRIs, prefixed names, labels, literals.

extension TurtleParser {
  /// An IRI or a labelled node.
  mutating func node(expected what: String) throws -> TermBytes {
    if take(UInt8(ascii: "<")) { return TermBytes(kind: .iri, lexical: try iri()) }
    if end - at >= 2, at[0] == UInt8(ascii: "_"), at[1] == UInt8(ascii: ":") { return try label() }
    return TermBytes(kind: .iri, lexical: try prefixedName(expected: what))
  }

  /// An object that does not stand in brackets.
  mutating func value() throws -> TermBytes {
    guard at < end else { throw expected("an object") }
    switch at.pointee {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return try literal()
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return try number()
    case UInt8(ascii: "t"), UInt8(ascii: "f"):
      let start = at
      if takeWord("true") || takeWord("false") { return .typed(start, at, .boolean) }
      return try node(expected: "an object")
    default: return try node(expected: "an object")
    }
  }

  /// IRIREF behind its `<`, absolute.
  mutating func iri() throws -> UnsafeBufferPointer<UInt8> {
    let start = at
    var hasEscapes = false
    while at < end, at.pointee != UInt8(ascii: ">") {
      if isIRIByte(at.pointee) || at.pointee >= 0x80 {
        at += 1
      } else if at.pointee == UInt8(ascii: "\\") {
        hasEscapes = true
        at += 1
      } else {
        throw failure("an IRI may not hold \(described(at))", at: at)
      }
    }
    guard at < end else { throw failure("an IRI has no closing '>'", at: start - 1) }
    let raw = UnsafeBufferPointer(start: start, count: at - start)
    at += 1
    let reference = hasEscapes ? try unescape(raw, .iri) : raw
    if schemeLength(reference) > 0 { return reference }
    guard let resolver else {
      let text = String(decoding: reference, as: UTF8.self)
      throw failure(
        "relative IRI '\(text)', and there is no base", at: start - 1, length: raw.count + 2)
    }
    return keep(resolver.resolve(Array(reference)))
  }

  /// `prefix:local`, written out.
  mutating func prefixedName(expected what: String) throws -> UnsafeBufferPointer<UInt8> {
    let start = at
    let prefix = prefixName()
    guard take(UInt8(ascii: ":")) else {
      at = start
      throw expected(what)
    }
    guard let namespace = prefixes[PrefixName(bytes: prefix)] else { throw unknownPrefix(prefix, at: start) }
    let (local, hasEscapes) = try localName()
    let place = memory.allocate(namespace.count + local.count)
    place.update(from: namespace, count: namespace.count)
    var length = namespace.count
    if hasEscapes {
      // A backslash is always the sign of an escape: none stands for one.
      for byte in local where byte != UInt8(ascii: "\\") {
        place[length] = byte
        length += 1
      }
      memory.shrink(by: namespace.count + local.count - length)
    } else if let from = local.baseAddress {
      (place + length).update(from: from, count: local.count)
      length += local.count
    }
    return UnsafeBufferPointer(start: place, count: length)
  }

  /// BLANK_NODE_LABEL with its `_:`.
  private mutating func label() throws -> TermBytes {
    at += 2
    let start = at
    guard at < end else { throw failure("expected a blank node label behind '_:'", at: at) }
    let first = scalar()
    guard isNameStart(first.value) || first.value == 0x5F || isDigit(at.pointee) else {
      throw failure("expected a blank node label behind '_:'", at: at)
    }
    at += first.length
    skipNameParts { isNamePart($0) }
    return TermBytes(kind: .blank, lexical: UnsafeBufferPointer(start: start, count: at - start))
  }
}
