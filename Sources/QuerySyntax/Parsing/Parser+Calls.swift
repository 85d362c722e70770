import Diagnostics
import RDF

/// Built-in calls, aggregates and calls by IRI (grammar rules [70]–[72], [121]–[128]).
extension Parser {
  /// Whether the word at hand begins a call.
  var isCall: Bool {
    BuiltIn.named(word) != nil || Aggregate.Function(rawValue: word) != nil || word == "EXISTS"
      || word == "NOT"
  }

  /// What may be called, for suggestions.
  var callNames: [String] {
    BuiltIn.all.map(\.name) + Aggregate.Function.allCases.map(\.rawValue) + ["EXISTS", "NOT"]
  }

  mutating func call() throws -> Operand {
    let start = token.range.lowerBound
    if word == "EXISTS" || word == "NOT" {
      let negated = try take("NOT")
      try expect("EXISTS")
      let pattern = try group()
      return ranged(.exists(pattern, negated: negated), from: start)
    }
    if let function = Aggregate.Function(rawValue: word) { return try aggregate(function) }
    guard let builtIn = BuiltIn.named(word) else { throw unknownCall() }
    try advance()
    let (list, open, _) = try arguments()
    guard builtIn.arity.contains(list.count) else {
      throw error(
        "\(builtIn.name) takes \(builtIn.expectation), found \(list.count)", open.lowerBound..<previousEnd)
    }
    if builtIn.name == "BOUND", !list[0].node.isVariable {
      throw error("BOUND takes a variable", open.lowerBound..<previousEnd)
    }
    return ranged(.builtIn(builtIn.name, list), from: start)
  }

  private func unknownCall() -> Diagnostic {
    guard token.kind == .word else { return expected("an expression") }
    var next = token.range.upperBound
    while lexer.byte(at: next) == 0x20 { next += 1 }
    guard lexer.byte(at: next) == UInt8(ascii: "(") else {
      return expectedTerm("an expression", keywords: callNames + ["true", "false"])
    }
    return error(
      "unknown function '\(text)'", token.range, hint: Suggestion.hint(for: text, among: callNames))
  }

  /// `COUNT(DISTINCT *)`, `GROUP_CONCAT(?x ; SEPARATOR = ", ")` [127]
  private mutating func aggregate(_ function: Aggregate.Function) throws -> Operand {
    let start = token.range.lowerBound
    try advance()
    let open = token.range
    try expect(.openParenthesis)
    let distinct = try take("DISTINCT")
    var argument: Operand?
    height = 0
    if function != .count || token.kind != .star {
      argument = try expression()
    } else {
      try advance()
    }
    var separator: String?
    if function == .groupConcat, try take(.semicolon) {
      try expect("SEPARATOR")
      try expect(.equal)
      separator = try string()
    }
    try close(.closeParenthesis, openedAt: open)
    try stack(on: height)
    return ranged(
      .aggregate(function, argument: argument, distinct: distinct, separator: separator), from: start)
  }

  /// An IRI, or a call by it where `(` follows [128].
  mutating func iriOrCall() throws -> Operand {
    let start = token.range.lowerBound
    let name = try iri()
    guard token.kind == .openParenthesis else { return ranged(.term(.iri(name)), from: start) }
    let call = try arguments(mayBeDistinct: true)
    return ranged(.function(name, call.list, distinct: call.distinct), from: start)
  }

  /// `( expression, expression )`; `open` is where the parenthesis stands.
  mutating func arguments(
    mayBeDistinct: Bool = false
  ) throws -> (list: [Operand], open: Range<Int>, distinct: Bool) {
    let open = token.range
    try expect(.openParenthesis)
    let distinct = mayBeDistinct ? try take("DISTINCT") : false
    var list: [Operand] = []
    var highest = 0
    if token.kind != .closeParenthesis || distinct {
      repeat {
        list.append(try expression())
        highest = max(highest, height)
      } while try take(.comma)
    }
    try close(.closeParenthesis, openedAt: open)
    try stack(on: highest)
    return (list, open, distinct)
  }
}
