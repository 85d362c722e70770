import Diagnostics
import RDF

/// INSERT and DELETE, and the quads in them (grammar rules [38]–[44], [48]–[51]).
extension Parser {
  mutating func modification() throws -> OperationTree {
    let with = try take("WITH") ? try iri("the IRI of a graph") : nil
    var delete: [QuadsTree]?
    var insert: [QuadsTree]?
    if try take("DELETE") {
      if with == nil {
        if try take("DATA") { return .deleteData(try quads()) }
        if try take("WHERE") { return .deleteWhere(try quads()) }
      }
      delete = try template("DELETE")
    }
    if try take("INSERT") {
      if with == nil, delete == nil, try take("DATA") { return .insertData(try quads()) }
      insert = try template("INSERT")
    }
    if delete == nil, insert == nil { throw expected("DELETE or INSERT", keywords: ["DELETE", "INSERT"]) }
    let using = try graphClauses("USING")
    guard try take("WHERE") else { throw expected("WHERE", keywords: ["WHERE", "USING", "INSERT"]) }
    return .modify(with: with, delete: delete, insert: insert, using: using, pattern: try group())
  }

  private mutating func template(_ keyword: String) throws -> [QuadsTree] {
    guard token.kind == .openBrace else {
      let words = keyword == "DELETE" ? ["DATA", "WHERE"] : ["DATA"]
      throw expected("a template in '{' and '}' behind \(keyword)", keywords: words)
    }
    return try quads()
  }

  /// `{ triples GRAPH … { triples } … }`
  private mutating func quads() throws -> [QuadsTree] {
    let open = token.range
    try expect(.openBrace)
    var quads: [QuadsTree] = []
    while true {
      if startsTriples { quads.append(QuadsTree(graph: nil, triples: try triplesTemplate())) }
      guard try take("GRAPH") else { break }
      let graph = try variableOrIRI()
      quads.append(QuadsTree(graph: graph, triples: try templateBlock()))
      _ = try take(.dot)
    }
    try close(.closeBrace, openedAt: open, keywords: ["GRAPH"])
    return quads
  }
}
