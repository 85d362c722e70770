import RDF

/// Functions on regular expressions (SPARQL 1.1 §17.4.3.14–15). With a constant pattern the compiler takes `RegexNode` and
/// `ReplaceNode` instead.
extension QueryFunction {
  static let patterns: [QueryFunction] = [
    QueryFunction(
      "REGEX", 2...3, "true where a string matches a regular expression; flags s m i x q", [.test, .costly],
      variadic: { arguments, context in
        guard let text = StringArgument(arguments[0]),
          let pattern = context.patterns.pattern(
            arguments[1], flags: arguments.count > 2 ? arguments[2] : nil)
        else { return nil }
        return text.text.withBytes { pattern.matches($0) }.map { .boolean($0) }
      }),
    QueryFunction(
      "REPLACE", 3...4, "a string with each match of a regular expression replaced; $1 is a group", .costly,
      variadic: { arguments, context in
        let flags = arguments.count > 3 ? arguments[3] : nil
        guard let pattern = context.patterns.pattern(arguments[1], flags: flags) else { return nil }
        return try Substitution(pattern, arguments[2], flags: flags)?.apply(
          to: arguments[0], in: context.pool)
      }),
  ]
}

/// A pattern with its replacement.
struct Substitution {
  private let pattern: Pattern
  private let replacement: Replacement

  /// nil where the pattern matches the empty string, or the replacement is malformed.
  init?(_ pattern: Pattern, _ replacement: Value, flags: Value?) {
    guard !pattern.matchesEmpty, case .string(let source) = replacement.content else { return nil }
    var isQuoted = false
    if case .string(let flags)? = flags?.content {
      isQuoted = flags.withBytes { $0.contains(UInt8(ascii: "q")) }
    }
    let parsed = source.withBytes {
      Replacement($0, groupCount: pattern.groupCount, isQuoted: isQuoted)
    }
    guard let parsed else { return nil }
    self.pattern = pattern
    self.replacement = parsed
  }

  /// nil where the value is no string literal, or PCRE2 gives up.
  func apply(to value: Value, in pool: TermPool) throws -> Value? {
    guard let text = StringArgument(value) else { return nil }
    return try pattern.replace(text.text, with: replacement, in: pool).map { text.like($0) }
  }
}

/// The patterns that a query has compiled so far, for patterns that differ from row to row.
final class PatternCache {
  private var patterns: [ExactText: Pattern?] = [:]

  /// Patterns it keeps.
  private static let limit = 256

  /// nil where pattern or flags are malformed or no simple strings.
  func pattern(_ pattern: Value, flags: Value?) -> Pattern? {
    guard case .string(let source) = pattern.content else { return nil }
    var options = Text("")
    if let flags {
      guard case .string(let text) = flags.content else { return nil }
      options = text
    }
    let key = ExactText(options.string + "/" + source.string)
    if let known = patterns[key] { return known }
    if patterns.count == PatternCache.limit { patterns.removeAll() }
    let compiled = source.withBytes { source in options.withBytes { Pattern(source, flags: $0) } }
    patterns[key] = .some(compiled)
    return compiled
  }
}
