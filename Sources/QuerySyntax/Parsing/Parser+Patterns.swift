import Diagnostics
import RDF

/// Groups and what stands in them (grammar rules [53]–[68]).
extension Parser {
  static let groupKeywords = ["FILTER", "OPTIONAL", "UNION", "MINUS", "GRAPH", "SERVICE", "BIND", "VALUES"]

  /// `{ … }`
  mutating func group() throws -> Ranged<GroupTree> {
    let open = token.range
    guard token.kind == .openBrace else { throw expected("'{'") }
    return try nested { parser in
      try parser.advance()
      let body: GroupTree =
        parser.word == "SELECT"
        ? .subSelect(try parser.subSelect()) : .elements(try parser.groupElements())
      if parser.token.kind != .closeBrace, parser.token.kind != .end {
        throw parser.expectedPattern(in: body)
      }
      try parser.close(.closeBrace, openedAt: open)
      try parser.stack(on: parser.height)
      return parser.ranged(body, from: open.lowerBound)
    }
  }

  /// What a group may go on with after what was parsed of it.
  func expectedPattern(in body: GroupTree) -> Diagnostic {
    guard case .elements(let elements) = body else {
      return expected("'}'", keywords: Parser.modifierKeywords)
    }
    if word == "SELECT" {
      return error(
        "a SELECT inside a pattern stands in braces of its own", token.range, hint: "write '{ SELECT … }'")
    }
    if startsTriples { return expected("'.' or '}'") }
    return expectedTerm(
      "a pattern or '}'", keywords: Parser.groupKeywords + (elements.isEmpty ? ["SELECT"] : []))
  }

  /// The elements up to what can begin none.
  mutating func groupElements() throws -> [Ranged<PatternTree>] {
    var elements: [Ranged<PatternTree>] = []
    var levels = 0
    while true {
      let start = token.range.lowerBound
      if startsTriples {
        let triples = try triplesBlock(verb: { try $0.pathVerb() })
        if triples.reduce(0, { $0 + $1.properties.reduce(0) { $0 + $1.objects.count } }) > Parser.triplesLimit
        {
          throw error("more than \(Parser.triplesLimit) triples in one pattern", token.range)
        }
        elements.append(ranged(.triples(triples), from: start))
        try stack(levels, on: height)
        levels = height
      }
      let next = token.range.lowerBound
      guard let element = try groupElement() else {
        height = levels
        return elements
      }
      elements.append(ranged(element, from: next))
      _ = try take(.dot)
      try stack(on: max(levels, height))
      levels = height
    }
  }

  /// An element that is no triple; nil where none begins.
  private mutating func groupElement() throws -> PatternTree? {
    switch word {
    case "FILTER":
      try advance()
      return .filter(try constraint())
    case "OPTIONAL":
      try advance()
      return .optional(try group())
    case "MINUS":
      try advance()
      return .minus(try group())
    case "GRAPH":
      try advance()
      return .graph(try variableOrIRI(), try group())
    case "SERVICE":
      try advance()
      let silent = try take("SILENT")
      return .service(try variableOrIRI(), try group(), silent: silent)
    case "BIND": return try bind()
    case "VALUES":
      try advance()
      height = 0
      return .values(try inlineData())
    default: return token.kind == .openBrace ? try union() : nil
    }
  }

  private mutating func union() throws -> PatternTree {
    var groups = [try group()]
    while try take("UNION") {
      let levels = height
      groups.append(try group())
      try stack(on: max(levels, height))
    }
    return .union(groups)
  }

  private mutating func bind() throws -> PatternTree {
    try advance()
    let open = token.range
    try expect(.openParenthesis)
    let value = try expression()
    try expect("AS")
    let name = try variable()
    try close(.closeParenthesis, openedAt: open)
    return .bind(value, name)
  }

  mutating func trailingValues() throws -> InlineData? {
    try take("VALUES") ? try inlineData() : nil
  }

  /// `?v { … }` or `(?v ?w) { (…) … }` [61]–[65].
  private mutating func inlineData() throws -> InlineData {
    var data = InlineData(variables: [], rows: [])
    let isTable = token.kind == .openParenthesis
    if isTable {
      let open = token.range
      try advance()
      while token.kind == .variable { data.variables.append(try variable()) }
      try close(.closeParenthesis, openedAt: open)
    } else {
      data.variables.append(try variable())
    }
    let open = token.range
    try expect(.openBrace)
    while token.kind != .closeBrace, token.kind != .end {
      data.rows.append(isTable ? try dataRow(width: data.variables.count) : [try dataValue()])
    }
    try close(.closeBrace, openedAt: open)
    return data
  }

  private mutating func dataRow(width: Int) throws -> [Term?] {
    let open = token.range
    try expect(.openParenthesis)
    var row: [Term?] = []
    while token.kind != .closeParenthesis, token.kind != .end { row.append(try dataValue()) }
    try close(.closeParenthesis, openedAt: open)
    guard row.count == width else {
      throw error("expected \(width) values in this row, found \(row.count)", open.lowerBound..<previousEnd)
    }
    return row
  }

  private mutating func dataValue() throws -> Term? {
    if try take("UNDEF") { return nil }
    if isIRI { return .iri(try iri()) }
    guard isLiteral else {
      throw expectedTerm("an IRI, a literal or UNDEF", keywords: ["UNDEF", "true", "false"])
    }
    return .literal(try literal())
  }

  /// What names a graph or a service.
  mutating func variableOrIRI() throws -> Ranged<NodeTree> {
    let start = token.range.lowerBound
    if token.kind == .variable { return try variable().map { .variable($0) } }
    let name = try iri("a variable or an IRI")
    return ranged(.term(.iri(name)), from: start)
  }
}
