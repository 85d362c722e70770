import Diagnostics
import RDF

/// The query forms (grammar rules [1]–[17]).
extension Parser {
  /// A whole query, up to the end of the text.
  mutating func query() throws -> QueryTree {
    let declarations = try prologue()
    let start = token.range.lowerBound
    var tree: QueryTree
    switch word {
    case "SELECT":
      let clause = try selectClause()
      tree = QueryTree(clause: ranged(.select(clause), from: start))
      tree.dataset = try dataset()
      tree.pattern = try whereClause()
    case "CONSTRUCT": tree = try construct()
    case "DESCRIBE": tree = try describe()
    case "PATHS": tree = try paths()
    case "ASK":
      try advance()
      tree = QueryTree(clause: ranged(.ask, from: start))
      tree.dataset = try dataset()
      tree.pattern = try whereClause()
    default:
      throw expected(
        "SELECT, ASK, CONSTRUCT, DESCRIBE or PATHS",
        keywords: ["SELECT", "ASK", "CONSTRUCT", "DESCRIBE", "PATHS"]
          + (declarations.isEmpty ? ["PREFIX", "BASE"] : []))
    }
    tree.prologue = declarations
    try finish(&tree)
    guard token.kind == .end else {
      throw expected("the end of the query", keywords: Parser.modifierKeywords)
    }
    return tree
  }

  /// A bare group pattern without its braces, read as `SELECT * WHERE { … }`.
  mutating func barePattern() throws -> QueryTree {
    let declarations = try prologue()
    let start = token.range.lowerBound
    let elements = try groupElements()
    guard token.kind == .end else { throw expectedPattern(in: .elements(elements)) }
    var tree = QueryTree(
      clause: ranged(.select(SelectClause(duplicates: .kept, items: nil)), from: start))
    tree.prologue = declarations
    tree.pattern = ranged(.elements(elements), from: start)
    return tree
  }

  /// A SELECT inside a group [8].
  mutating func subSelect() throws -> QueryTree {
    let start = token.range.lowerBound
    let clause = try selectClause()
    var tree = QueryTree(clause: ranged(.select(clause), from: start))
    tree.pattern = try whereClause()
    try finish(&tree)
    return tree
  }

  /// What follows the pattern, and the levels of the whole.
  private mutating func finish(_ tree: inout QueryTree) throws {
    let levels = height
    height = 0
    tree.modifiers = try solutionModifiers()
    tree.values = try trailingValues()
    var more = 1 + tree.modifiers.groupBy.count + tree.modifiers.having.count + (tree.values == nil ? 0 : 1)
    if case .select(let clause) = tree.clause.node {
      more += clause.items?.count { $0.expression != nil } ?? 0
    }
    try stack(more, on: max(levels, height))
  }

  private mutating func selectClause() throws -> SelectClause {
    try expect("SELECT")
    var clause = SelectClause(duplicates: .kept, items: nil)
    if try take("DISTINCT") {
      clause.duplicates = .distinct
    } else if try take("REDUCED") {
      clause.duplicates = .reduced
    }
    if try take(.star) { return clause }
    var items: [SelectClause.Item] = []
    while true {
      if token.kind == .variable {
        items.append(SelectClause.Item(expression: nil, variable: try variable()))
      } else if token.kind == .openParenthesis {
        items.append(try aliased())
      } else if items.isEmpty {
        throw expectedSelection()
      } else {
        clause.items = items
        return clause
      }
    }
  }

  /// `(expression AS ?v)`
  private mutating func aliased() throws -> SelectClause.Item {
    let open = token.range
    try advance()
    let value = try expression()
    try expect("AS")
    let name = try variable()
    try close(.closeParenthesis, openedAt: open)
    return SelectClause.Item(expression: value, variable: name)
  }

  private func expectedSelection() -> Diagnostic {
    var diagnostic = expected("a variable, '(' or '*'", keywords: ["DISTINCT", "REDUCED"])
    if Aggregate.Function(rawValue: word) != nil || BuiltIn.named(word) != nil {
      diagnostic.hint = "an expression stands in parentheses: (\(text)(…) AS ?name)"
    } else if token.kind == .word, diagnostic.hint == nil {
      diagnostic.hint = "did you mean '?\(text)'?"
    }
    return diagnostic
  }

  private mutating func construct() throws -> QueryTree {
    let start = token.range.lowerBound
    try advance()
    if token.kind == .openBrace {
      let template = try templateBlock()
      var tree = QueryTree(clause: ranged(.construct(template), from: start))
      tree.dataset = try dataset()
      tree.pattern = try whereClause()
      return tree
    }
    var tree = QueryTree(clause: ranged(.construct(nil), from: start))
    tree.dataset = try dataset()
    guard try take("WHERE") else {
      throw expected("a template in '{' and '}', or WHERE", keywords: ["WHERE", "FROM"])
    }
    let patternStart = token.range.lowerBound
    let template = try templateBlock()
    let elements = template.isEmpty ? [] : [ranged(PatternTree.triples(template), from: patternStart)]
    tree.pattern = ranged(.elements(elements), from: patternStart)
    return tree
  }

  private mutating func describe() throws -> QueryTree {
    let start = token.range.lowerBound
    try advance()
    var nodes: [Ranged<NodeTree>]?
    if try !take(.star) {
      var list: [Ranged<NodeTree>] = []
      while token.kind == .variable || isIRI { list.append(try variableOrIRI()) }
      if list.isEmpty { throw expectedTerm("a variable, an IRI or '*'") }
      nodes = list
    }
    var tree = QueryTree(clause: ranged(.describe(nodes), from: start))
    tree.dataset = try dataset()
    if word == "WHERE" || token.kind == .openBrace { tree.pattern = try whereClause() }
    return tree
  }

  private mutating func dataset() throws -> [GraphClause] { try graphClauses("FROM") }

  /// FROM … or USING …, any number of times.
  mutating func graphClauses(_ keyword: String) throws -> [GraphClause] {
    var clauses: [GraphClause] = []
    while try take(keyword) {
      let isNamed = try take("NAMED")
      clauses.append(GraphClause(graph: try iri("the IRI of a graph"), isNamed: isNamed))
    }
    return clauses
  }

  mutating func whereClause() throws -> Ranged<GroupTree> {
    if try !take("WHERE"), token.kind != .openBrace {
      throw expected("WHERE or '{'", keywords: ["WHERE", "FROM"])
    }
    return try group()
  }
}
