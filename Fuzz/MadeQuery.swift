/// A query made of choices: always well-formed, small enough for `SmallStore`, made of few names so that patterns meet.
struct MadeQuery {
  /// Whether LIMIT or OFFSET leave open which rows come.
  private(set) var isCut = false
  private var fresh = 0
  private static let variables = ["?a", "?b", "?c", "?d"]
  private static let nodes = (0..<6).map { "<http://x/n\($0)>" }
  private static let predicates = ["<http://x/p0>", "<http://x/p1>", "<http://x/p2>", "a"]
  private static let literals = [
    "1", "2", "-3", "0.5", "2.25e0", "30", "true", "\"one\"", "\"un\"@fr", "\"\"", "\"resolution 75/240\"@en",
    "\"2020-12-31\"^^<http://www.w3.org/2001/XMLSchema#date>", "9223372036854775807", "0",
    "\"x\"^^<http://x/type>", "-1.00000000000000000000000000000000000001",
    "170141183460469231731687303715884105727",
    "\"1970-01-01T00:00:00Z\"^^xsd:dateTime", "\"-P768614336404564650Y7M\"^^xsd:yearMonthDuration",
    "\"PT0.99999999999999999999999999999999999999S\"^^xsd:dayTimeDuration",
  ]

  mutating func query(_ choices: inout Choices) -> String {
    switch choices.below(16) {
    case 0: return "ASK { \(group(&choices, 3)) }"
    case 1: return "CONSTRUCT { ?a <http://x/q> ?b . ?b ?c ?a } WHERE { \(group(&choices, 3)) }"
    case 2: return "DESCRIBE ?a WHERE { \(group(&choices, 2)) }"
    case 3: return paths(&choices)
    case 4, 5, 6:
      let keys = MadeQuery.variables.filter { _ in choices.chance(30) }
      let aggregates = (0...choices.below(2)).map { "(\(aggregate(&choices)) AS ?n\($0))" }
      let having = choices.chance(25) ? " HAVING(\(aggregate(&choices)) > 1)" : ""
      let by = keys.isEmpty ? "" : " GROUP BY " + keys.joined(separator: " ")
      return "SELECT \((keys + aggregates).joined(separator: " ")) { \(group(&choices, 3)) }\(by)\(having)"
    default:
      let shown =
        choices.chance(60)
        ? "?a ?b ?c ?d" : choices.pick(["*", "?a", "DISTINCT ?a ?b", "REDUCED ?a ?c", "DISTINCT *"])
      isCut = shown.hasPrefix("REDUCED")
      var text = "SELECT \(shown) { \(group(&choices, 3)) }"
      if choices.chance(25) {
        text += " ORDER BY \(choices.pick(["?a", "DESC(?b) ?a", "?c ?d", "DESC(STR(?d))"]))"
      }
      if choices.chance(20) {
        text += " LIMIT \(choices.below(8))"
        if choices.chance(30) { text += " OFFSET \(choices.below(5))" }
        isCut = true
      }
      // How many rows REDUCED and a cut leave is the engine's to choose; then only that it ends is tried.
      return text
    }
  }

  private mutating func paths(_ choices: inout Choices) -> String {
    isCut = true
    let start = choices.pick(["?a", "?a = <http://x/n0>", "?a { ?a <http://x/p1> ?x }"])
    let end = choices.pick(["?b", "?b = <http://x/n4>", "?b { ?b <http://x/p2> ?y }"])
    let via = choices.pick([
      "?p", "<http://x/p0>", "{ ?a <http://x/p0> ?b }", "<http://x/p0>|<http://x/p2>",
      "{ ?a ?p ?m . ?m ?q ?b }",
    ])
    let form = choices.pick(["PATHS", "PATHS ALL", "PATHS SHORTEST", "PATHS ALL CYCLIC", "PATHS CYCLIC"])
    return
      "\(form) START \(start) END \(form.hasSuffix("CYCLIC") ? "?b" : end) VIA \(via) MAX LENGTH \(1 + choices.below(5))"
  }

  private mutating func aggregate(_ choices: inout Choices) -> String {
    let distinct = choices.chance(30) ? "DISTINCT " : ""
    switch choices.below(8) {
    case 0: return "COUNT(\(distinct)*)"
    case 1: return "SUM(\(distinct)\(expression(&choices, 1)))"
    case 2: return "MIN(\(choices.pick(MadeQuery.variables)))"
    case 3: return "MAX(\(choices.pick(MadeQuery.variables)))"
    case 4: return "AVG(\(distinct)\(choices.pick(MadeQuery.variables)))"
    case 5: return "STRLEN(GROUP_CONCAT(\(distinct)\(choices.pick(MadeQuery.variables)); SEPARATOR=\"-\"))"
    default: return "COUNT(\(distinct)\(expression(&choices, 1)))"
    }
  }

  /// What stands between braces, of at most `depth` nested groups.
  private mutating func group(_ choices: inout Choices, _ depth: Int) -> String {
    var text = triples(&choices)
    guard depth > 0 else { return text }
    for _ in 0..<choices.below(3) {
      switch choices.below(12) {
      case 0, 1: text += " OPTIONAL { \(group(&choices, depth - 1)) }"
      case 2: text += " { \(group(&choices, depth - 1)) } UNION { \(group(&choices, depth - 1)) }"
      case 3: text += " MINUS { \(group(&choices, depth - 1)) }"
      case 4, 5, 6: text += " FILTER(\(condition(&choices, 2)))"
      case 7:
        fresh += 1
        text += " BIND(\(expression(&choices, 2)) AS ?e\(fresh))"
      case 8:
        text +=
          " VALUES (?a ?b) { (\(constant(&choices)) UNDEF) (\(constant(&choices)) \(constant(&choices))) }"
      case 9:
        text +=
          " GRAPH \(choices.pick(["?a", "?g", "<http://x/g0>", "<http://x/g1>"])) { \(group(&choices, depth - 1)) }"
      case 10:
        let shown = choices.pick(["?a ?b", "DISTINCT ?a", "*", "?c (COUNT(*) AS ?d)"])
        text +=
          " { SELECT \(shown) { \(group(&choices, depth - 1)) }\(shown.hasPrefix("?c") ? " GROUP BY ?c" : "") }"
      default: text += " " + triples(&choices)
      }
    }
    return text
  }

  private mutating func triples(_ choices: inout Choices) -> String {
    (0..<choices.below(3)).map { _ in
      "\(end(&choices)) \(verb(&choices)) \(choices.chance(20) ? constant(&choices) : end(&choices)) ."
    }.joined(separator: " ")
  }

  private func end(_ choices: inout Choices) -> String {
    choices.chance(25) ? choices.pick(MadeQuery.nodes) : choices.pick(MadeQuery.variables)
  }

  private func constant(_ choices: inout Choices) -> String {
    choices.chance(50) ? choices.pick(MadeQuery.nodes) : choices.pick(MadeQuery.literals)
  }

  private func verb(_ choices: inout Choices) -> String {
    switch choices.below(4) {
    case 0: choices.pick(MadeQuery.variables)
    case 1: path(&choices, 2)
    default: choices.pick(MadeQuery.predicates)
    }
  }

  private func path(_ choices: inout Choices, _ depth: Int) -> String {
    guard depth > 0 else { return choices.pick(MadeQuery.predicates) }
    switch choices.below(9) {
    case 0: return "^(\(path(&choices, depth - 1)))"
    case 1: return "(\(path(&choices, depth - 1)))/(\(path(&choices, depth - 1)))"
    case 2: return "(\(path(&choices, depth - 1)))|(\(path(&choices, depth - 1)))"
    case 3: return "(\(path(&choices, depth - 1)))*"
    case 4: return "(\(path(&choices, depth - 1)))+"
    case 5: return "(\(path(&choices, depth - 1)))?"
    case 6: return "!(\(choices.pick(MadeQuery.predicates))|^\(choices.pick(MadeQuery.predicates)))"
    case 7: return "!\(choices.pick(MadeQuery.predicates))"
    default: return choices.pick(MadeQuery.predicates)
    }
  }

  private mutating func condition(_ choices: inout Choices, _ depth: Int) -> String {
    guard depth > 0 else { return "BOUND(\(choices.pick(MadeQuery.variables)))" }
    switch choices.below(12) {
    case 0: return "(\(condition(&choices, depth - 1)) && \(condition(&choices, depth - 1)))"
    case 1: return "(\(condition(&choices, depth - 1)) || \(condition(&choices, depth - 1)))"
    case 2: return "!(\(condition(&choices, depth - 1)))"
    case 3:
      let inner = group(&choices, 1)
      return choices.chance(70) ? "EXISTS { \(inner) }" : "EXISTS { SELECT ?a ?b { \(inner) } LIMIT 1 }"
    case 4: return "NOT EXISTS { \(group(&choices, 1)) }"
    case 5: return "\(expression(&choices, 1)) IN (\(expression(&choices, 1)), \(constant(&choices)))"
    case 6:
      return choices.pick(["isIRI", "isBlank", "isLiteral", "isNumeric", "BOUND"])
        + "(\(choices.pick(MadeQuery.variables)))"
    case 7:
      return
        "REGEX(\(text(&choices)), \(choices.pick(["\"n[0-3]\"", "\"^.?$\"", "\"RES\", \"i\"", "\"(a|b)*c\"", "\"\""])))"
    case 8:
      return choices.pick(["CONTAINS", "STRSTARTS", "STRENDS"]) + "(\(text(&choices)), \(text(&choices)))"
    default:
      return
        "\(expression(&choices, 1)) \(choices.pick(["=", "!=", "<", "<=", ">", ">="])) \(expression(&choices, 1))"
    }
  }

  private mutating func text(_ choices: inout Choices) -> String {
    choices.chance(60)
      ? "STR(\(choices.pick(MadeQuery.variables)))"
      : choices.pick(["\"n\"", "\"un\"@fr", "\"http://x/n1\"", "\"\"", "\"7\""])
  }

  private mutating func expression(_ choices: inout Choices, _ depth: Int) -> String {
    guard depth > 0 else {
      return choices.chance(60) ? choices.pick(MadeQuery.variables) : constant(&choices)
    }
    let inner = depth - 1
    switch choices.below(14) {
    case 0:
      return
        "(\(expression(&choices, inner)) \(choices.pick(["+", "-", "*", "/"])) \(expression(&choices, inner)))"
    case 1:
      return
        "IF(\(condition(&choices, inner)), \(expression(&choices, inner)), \(expression(&choices, inner)))"
    case 2: return "COALESCE(\(expression(&choices, inner)), \(expression(&choices, inner)))"
    case 3:
      return choices.pick([
        "ABS", "CEIL", "FLOOR", "ROUND", "YEAR", "MONTH", "DAY", "SECONDS", "TIMEZONE", "-", "xsd:integer",
        "xsd:double",
        "xsd:decimal", "xsd:boolean", "xsd:date",
      ])
        + "(\(expression(&choices, inner)))"
    case 4:
      return choices.pick([
        "STRLEN", "UCASE", "LCASE", "LANG", "DATATYPE", "STR", "ENCODE_FOR_URI", "MD5", "IRI", "xsd:string",
      ])
        + "(\(expression(&choices, inner)))"
    case 5:
      return
        "SUBSTR(\(text(&choices)), \(expression(&choices, inner)), \(choices.pick(["1", "2", "0", "-1", "9223372036854775807", "1.5"])))"
    case 6:
      return choices.pick(["STRBEFORE", "STRAFTER", "CONCAT", "STRDT", "STRLANG", "sameTerm"])
        + "(\(text(&choices)), \(text(&choices)))"
    case 7:
      return
        "REPLACE(\(text(&choices)), \(choices.pick(["\"n\"", "\"(.)\"", "\"[a-z]+\""])), \(choices.pick(["\"x\"", "\"$1$1\"", "\"\""])))"
    default: return choices.chance(70) ? choices.pick(MadeQuery.variables) : constant(&choices)
    }
  }
}
