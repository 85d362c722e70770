import QueryEngine
import RDF
import Testing
import TripleStore

/// Patterns that close a circle, joined all at once, against the joins in the order written.
@Suite struct LeapfrogJoinTests {
  @Test(arguments: [
    "?a x:p0 ?b . ?b x:p1 ?c . ?a x:p2 ?c",
    "?a x:p0 ?b . ?b x:p1 ?c . ?c x:p2 ?a",
    "?a x:p0 ?b . ?b x:p1 ?c . ?c x:p2 ?d . ?d x:p0 ?a",
    "?a x:p0 ?b . ?a x:p1 ?b",
    "?a x:p0 ?b . ?b x:p1 ?c . ?a x:p2 ?c . ?c x:p0 x:n3",
    "?a x:p0 ?b . ?b x:p1 ?c . ?a x:p2 ?c FILTER(?a != ?c)",
  ])
  func theSameRows(pattern: String) throws {
    try withTemporaryStore { store in
      try store.write { try $0.add(randomEdges(900, nodes: 40, seed: 4)) }
      let graph = LocalGraph(store)
      let found = try graph.rows("SELECT * { \(pattern) }")
      #expect(!found.isEmpty)
      #expect(
        found.counted
          == (try graph.rows("SELECT * { \(pattern) }", options: QueryOptions(optimize: false)).counted))
    }
  }

  @Test func aTriangleIsJoinedAtOnce() throws {
    try withTemporaryStore { store in
      try store.write { try $0.add(randomEdges(9000, nodes: 120, seed: 4)) }
      let query = "SELECT (COUNT(*) AS ?n) { ?a x:p0 ?b . ?b x:p0 ?c . ?a x:p0 ?c }"
      let graph = LocalGraph(store)
      #expect(try graph.plan(query).contains("LeapfrogJoin"))
      #expect(try graph.rows(query) == graph.rows(query, options: QueryOptions(optimize: false)))
    }
  }
}
