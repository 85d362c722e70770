import QueryEngine
import RDF
import Testing
import TripleStore

/// Joins of two sorted inputs that share two variables, where one value has far more rows than a batch holds.
@Suite struct MergeJoinTests {
  /// Few nodes with a few edges, and a hub that thousands point to and that points to thousands.
  private static let skewed: [Triple] = {
    var random = SeededGenerator(seed: 11)
    func node(_ number: Int) -> Term { .iri("http://x/n\(number)") }
    func predicate(_ number: Int) -> IRI { IRI("http://x/p\(number)") }
    var triples = (0..<600).map { _ in
      Triple(
        node(Int.random(in: 0..<90, using: &random)), predicate(Int.random(in: 0..<3, using: &random)),
        node(Int.random(in: 0..<90, using: &random)))
    }
    for number in 0..<5000 {
      triples.append(Triple(node(7), predicate(number % 3), node(number)))
      triples.append(Triple(node(number), predicate(number % 2), node(7)))
    }
    return triples
  }()

  @Test(arguments: [
    "?a x:p0 ?c . ?a x:p1 ?c",
    "?a x:p0 ?c OPTIONAL { ?a x:p1 ?c }",
    "?a x:p0 ?c OPTIONAL { ?a x:p1 ?c FILTER(?c != x:n7) }",
    "?a x:p0 ?c MINUS { ?a x:p1 ?c }",
    "?a x:p0 ?c FILTER NOT EXISTS { ?a x:p1 ?c }",
    "?a x:p0 ?c FILTER EXISTS { ?a x:p1 ?c }",
    "?a x:p0 ?b . ?b x:p1 ?c . ?a x:p2 ?c",
  ])
  func theSameRows(pattern: String) throws {
    try withTemporaryStore { store in
      try store.write { try $0.add(MergeJoinTests.skewed) }
      let graph = LocalGraph(store)
      let query = "SELECT * { \(pattern) }"
      let found = try graph.rows(query)
      #expect(!found.isEmpty)
      #expect(found.counted == (try graph.rows(query, options: QueryOptions(optimize: false))).counted)
    }
  }
}
