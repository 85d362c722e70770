import Diagnostics
import QueryEngine
import QuerySyntax
import RDF

extension LocalGraph {
  /// All rows of a SELECT written as SPARQL, with `x:` for `http://x/`.
  func rows(_ text: String, options: QueryOptions = QueryOptions()) throws -> [[Term?]] {
    guard case .solutions(let solutions) = try answer(LocalGraph.query(text), options: options) else {
      return []
    }
    return try solutions.rows()
  }

  /// The plan as `.explain` draws it.
  func plan(_ text: String) throws -> String { try explain(LocalGraph.query(text)) }

  private static func query(_ text: String) throws -> Query {
    try SPARQL.parse(
      SourceText(name: "query", text: "PREFIX x: <http://x/>\n" + text), prefixes: .standard)
  }
}

extension [[Term?]] {
  /// How often each row occurs.
  var counted: [[Term?]: Int] { reduce(into: [:]) { $0[$1, default: 0] += 1 } }
}

/// `count` edges between `nodes` nodes along `x:p0` … `x:p2`, some of them twice over in different graphs of a store.
func randomEdges(_ count: Int, nodes: Int, seed: UInt64) -> [Triple] {
  var generator = SeededGenerator(seed: seed)
  func node() -> Term { .iri("http://x/n\(Int.random(in: 0..<nodes, using: &generator))") }
  return (0..<count).map { _ in
    Triple(node(), IRI("http://x/p\(Int.random(in: 0..<3, using: &generator))"), node())
  }
}
