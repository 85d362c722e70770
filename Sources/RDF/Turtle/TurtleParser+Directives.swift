// @prefix, @base, PREFIX and BASE.

extension TurtleParser {
  /// Reads a directive; false where something else stands.
  mutating func directive() throws -> Bool {
    let place = at
    if take(UInt8(ascii: "@")) {
      // As the grammar has them, in small letters.
      if takeDirective("prefix") {
        try prefix()
      } else if takeDirective("base") {
        try base()
      } else {
        throw failure("expected '@prefix' or '@base'", at: place)
      }
      skipSpace()
      guard take(UInt8(ascii: ".")) else { throw expected("'.' at the end of the directive") }
      return true
    }
    if takeKeyword("PREFIX") {
      try prefix()
      return true
    }
    guard takeKeyword("BASE") else { return false }
    try base()
    return true
  }

  private mutating func prefix() throws {
    skipSpace()
    let name = prefixName()
    guard take(UInt8(ascii: ":")) else { throw expected("a prefix and ':'") }
    skipSpace()
    guard take(UInt8(ascii: "<")) else { throw expected("the prefix's IRI '<…>'") }
    let mark = memory.mark
    prefixes[PrefixName(bytes: name)] = Array(try iri())
    memory.release(to: mark)
  }

  private mutating func base() throws {
    skipSpace()
    guard take(UInt8(ascii: "<")) else { throw expected("the base '<…>'") }
    let mark = memory.mark
    resolver = IRIResolver(base: String(decoding: try iri(), as: UTF8.self))
    memory.release(to: mark)
  }
}
