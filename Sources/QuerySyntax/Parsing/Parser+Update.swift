import Diagnostics
import RDF

/// Update requests (grammar rules [29]–[41]).
extension Parser {
  private static let operationKeywords = [
    "INSERT", "DELETE", "WITH", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY",
  ]

  /// A whole request, up to the end of the text: operations with `;` between them.
  mutating func update() throws -> UpdateTree {
    var tree = UpdateTree(steps: [])
    while true {
      let declarations = try prologue()
      if token.kind == .end {
        if !declarations.isEmpty {
          tree.steps.append(UpdateTree.Step(prologue: declarations, operation: nil))
        }
        return tree
      }
      let start = token.range.lowerBound
      let operation = try operation()
      tree.steps.append(
        UpdateTree.Step(prologue: declarations, operation: ranged(operation, from: start)))
      if token.kind != .end { try expect(.semicolon) }
    }
  }

  /// Whether what follows the declarations is a word that only an update begins with.
  mutating func beginsUpdate() throws -> Bool {
    _ = try prologue()
    return Parser.operationKeywords.contains(word)
  }

  private mutating func operation() throws -> OperationTree {
    let keyword = word
    switch keyword {
    case "INSERT", "DELETE", "WITH": return try modification()
    case "LOAD":
      try advance()
      let silent = try take("SILENT")
      let document = try iri("the IRI of a document")
      return .load(document, into: try take("INTO") ? try graphReference() : nil, silent: silent)
    case "CLEAR", "DROP":
      try advance()
      let silent = try take("SILENT")
      let target = try graphTarget()
      return keyword == "CLEAR" ? .clear(target, silent: silent) : .drop(target, silent: silent)
    case "CREATE":
      try advance()
      let silent = try take("SILENT")
      return .create(try graphReference(), silent: silent)
    default:
      guard let transfer = OperationTree.Transfer(rawValue: keyword) else {
        throw expected("an update operation", keywords: Parser.operationKeywords + ["PREFIX", "BASE"])
      }
      try advance()
      let silent = try take("SILENT")
      let from = try graphOrDefault()
      try expect("TO")
      return .transfer(transfer, from: from, to: try graphOrDefault(), silent: silent)
    }
  }

  /// `GRAPH <g>` [46]
  private mutating func graphReference() throws -> IRI {
    try expect("GRAPH")
    return try iri("the IRI of a graph")
  }

  /// `GRAPH <g>`, DEFAULT, NAMED or ALL [47]
  private mutating func graphTarget() throws -> GraphTarget {
    if try take("DEFAULT") { return .defaultGraph }
    if try take("NAMED") { return .named }
    if try take("ALL") { return .all }
    guard word == "GRAPH" else {
      throw expected(
        "GRAPH, DEFAULT, NAMED or ALL", keywords: ["GRAPH", "DEFAULT", "NAMED", "ALL", "SILENT"])
    }
    return .graph(try graphReference())
  }

  /// DEFAULT, or a graph's IRI with or without GRAPH [45]; nil = the default graph.
  private mutating func graphOrDefault() throws -> IRI? {
    if try take("DEFAULT") { return nil }
    _ = try take("GRAPH")
    return try iri("DEFAULT or the IRI of a graph")
  }
}
