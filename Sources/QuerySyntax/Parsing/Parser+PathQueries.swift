import Diagnostics
import RDF

/// PATHS, the extension:
///
///     PATHS [SHORTEST | ALL] [CYCLIC] FROM…  START ?s [= term | { … }]  END ?e [= term | { … }]
///     VIA { … } | ?p | path  [MAX LENGTH n]  [OFFSET n]  [LIMIT n]
extension Parser {
  mutating func paths() throws -> QueryTree {
    let start = token.range.lowerBound
    try advance()
    var selection = PathQuery.Selection.shortest
    if try take("ALL") { selection = .all } else { _ = try take("SHORTEST") }
    let isCyclic = try take("CYCLIC")
    let dataset = try graphClauses("FROM")
    guard try take("START") else {
      throw expected("START", keywords: ["SHORTEST", "ALL", "CYCLIC", "FROM", "START"])
    }
    let first = try pathEnd()
    try expect("END")
    let last = try pathEnd()
    try expect("VIA")
    var clause = PathsClause(
      selection: selection, isCyclic: isCyclic, start: first, end: last, via: try pathVia(), maxLength: nil)
    if try take("MAX") {
      try expect("LENGTH")
      clause.maxLength = try count()
    }
    var tree = QueryTree(clause: ranged(.paths(clause), from: start))
    tree.dataset = dataset
    return tree
  }

  /// `?s`, `?s = term` or `?s { … }`
  private mutating func pathEnd() throws -> PathsClause.End {
    let name = try variable()
    if token.kind == .openBrace {
      return PathsClause.End(variable: name, constraint: .pattern(try group()))
    }
    guard try take(.equal) else { return PathsClause.End(variable: name, constraint: .any) }
    let term = isLiteral ? Term.literal(try literal()) : .iri(try iri("an IRI or a literal"))
    return PathsClause.End(variable: name, constraint: .term(term))
  }

  private mutating func pathVia() throws -> PathsClause.Via {
    token.kind == .openBrace ? .pattern(try group()) : .verb(try pathVerb())
  }
}
