/// The built-in calls of SPARQL 1.1 (grammar rule [121]) and how many arguments each takes.
public struct BuiltIn: Sendable {
  public let name: String
  public let arity: ClosedRange<Int>

  private init(_ name: String, _ arity: ClosedRange<Int>) {
    self.name = name
    self.arity = arity
  }

  /// "1 argument", "2 to 3 arguments", "at least 1 argument".
  var expectation: String {
    let bound = arity.upperBound == Int.max ? arity.lowerBound : arity.upperBound
    let noun = bound == 1 ? "argument" : "arguments"
    if arity.upperBound == Int.max { return "at least \(arity.lowerBound) \(noun)" }
    if arity.count == 1 { return arity.lowerBound == 0 ? "no arguments" : "\(arity.lowerBound) \(noun)" }
    return "\(arity.lowerBound) to \(arity.upperBound) \(noun)"
  }

  /// The call of an upper-case name; nil where there is none.
  public static func named(_ name: String) -> BuiltIn? { byName[name] }

  /// In the order of the grammar.
  public static let all: [BuiltIn] = [
    BuiltIn("STR", 1...1), BuiltIn("LANG", 1...1), BuiltIn("LANGMATCHES", 2...2), BuiltIn("DATATYPE", 1...1),
    BuiltIn("BOUND", 1...1), BuiltIn("IRI", 1...1), BuiltIn("URI", 1...1), BuiltIn("BNODE", 0...1),
    BuiltIn("RAND", 0...0), BuiltIn("ABS", 1...1), BuiltIn("CEIL", 1...1), BuiltIn("FLOOR", 1...1),
    BuiltIn("ROUND", 1...1), BuiltIn("CONCAT", 0...Int.max), BuiltIn("STRLEN", 1...1),
    BuiltIn("UCASE", 1...1),
    BuiltIn("LCASE", 1...1), BuiltIn("ENCODE_FOR_URI", 1...1), BuiltIn("CONTAINS", 2...2),
    BuiltIn("STRSTARTS", 2...2), BuiltIn("STRENDS", 2...2), BuiltIn("STRBEFORE", 2...2),
    BuiltIn("STRAFTER", 2...2), BuiltIn("YEAR", 1...1), BuiltIn("MONTH", 1...1), BuiltIn("DAY", 1...1),
    BuiltIn("HOURS", 1...1), BuiltIn("MINUTES", 1...1), BuiltIn("SECONDS", 1...1), BuiltIn("TIMEZONE", 1...1),
    BuiltIn("TZ", 1...1), BuiltIn("NOW", 0...0), BuiltIn("UUID", 0...0), BuiltIn("STRUUID", 0...0),
    BuiltIn("MD5", 1...1), BuiltIn("SHA1", 1...1), BuiltIn("SHA256", 1...1), BuiltIn("SHA384", 1...1),
    BuiltIn("SHA512", 1...1), BuiltIn("COALESCE", 0...Int.max), BuiltIn("IF", 3...3),
    BuiltIn("STRLANG", 2...2),
    BuiltIn("STRDT", 2...2), BuiltIn("SAMETERM", 2...2), BuiltIn("ISIRI", 1...1), BuiltIn("ISURI", 1...1),
    BuiltIn("ISBLANK", 1...1), BuiltIn("ISLITERAL", 1...1), BuiltIn("ISNUMERIC", 1...1),
    BuiltIn("REGEX", 2...3),
    BuiltIn("SUBSTR", 2...3), BuiltIn("REPLACE", 3...4),
  ]

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
