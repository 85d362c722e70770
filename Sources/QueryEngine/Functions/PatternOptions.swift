import CPCRE2

/// The flags of REGEX and REPLACE (XPath Functions §5.6.1.1).
struct PatternOptions {
  private(set) var dotAll = false
  private(set) var multiline = false
  private(set) var ignoresCase = false
  private(set) var ignoresSpace = false
  private(set) var isQuoted = false

  /// nil where there is any other letter.
  init?(_ flags: UnsafeBufferPointer<UInt8>) {
    for flag in flags {
      switch flag {
      case UInt8(ascii: "s"): dotAll = true
      case UInt8(ascii: "m"): multiline = true
      case UInt8(ascii: "i"): ignoresCase = true
      case UInt8(ascii: "x"): ignoresSpace = true
      case UInt8(ascii: "q"): isQuoted = true
      default: return nil
      }
    }
  }

  var compileOptions: UInt32 {
    var options = PCRE2_UTF
    if ignoresCase { options |= PCRE2_CASELESS }
    if isQuoted { return options | PCRE2_LITERAL }
    options |= PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C
    if dotAll { options |= PCRE2_DOTALL }
    // Without m, `$` is the very end, also behind a last line break.
    options |= multiline ? PCRE2_MULTILINE : PCRE2_DOLLAR_ENDONLY
    return options
  }

  /// The pattern as PCRE2 gets it: in its syntax, and under x without white space outside of character classes (PCRE2's own x
  /// would also take `#` for a comment).
  func prepared(_ pattern: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    if isQuoted { return Array(pattern) }
    return SchemaPattern.translated(ignoresSpace ? withoutSpace(pattern) : Array(pattern))
  }

  private func withoutSpace(_ pattern: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var depth = 0
    var escaped = false
    for byte in pattern {
      if byte.isXMLSpace && depth == 0 { continue }
      if !escaped {
        if byte == UInt8(ascii: "[") { depth += 1 }
        if byte == UInt8(ascii: "]"), depth > 0 { depth -= 1 }
      }
      escaped = !escaped && byte == UInt8(ascii: "\\")
      result.append(byte)
    }
    return result
  }
}
