import Diagnostics
import QueryEngine
import RDF
import Testing
import TripleStore

/// A query that would hold more than it may ends with one error, and the store goes on answering.
@Suite struct MemoryTests {
  @Test(arguments: [
    "SELECT ?a ?b { ?a x:p0 ?x . ?b x:p1 ?y } ORDER BY ?a ?b",
    "SELECT DISTINCT ?a ?b ?c { ?a x:p0 ?x . ?b x:p1 ?y . ?c x:p2 ?z }",
    "SELECT ?a ?b (COUNT(DISTINCT ?c) AS ?n) { ?a x:p0 ?x . ?b x:p1 ?y . ?c x:p2 ?z } GROUP BY ?a ?b",
    "SELECT (GROUP_CONCAT(?text) AS ?all) { ?a x:p0 ?x . ?b x:p1 ?y BIND(CONCAT(STR(?a), STR(?b)) AS ?text) }",
    "SELECT (COUNT(DISTINCT *) AS ?n) { ?a x:p0 ?x . ?b x:p1 ?y }",
    "SELECT (MAX(?text) AS ?m) { ?a x:p0 ?x . ?b x:p1 ?y BIND(CONCAT(STR(?a), STR(?b), STR(?x), STR(?y)) AS ?text) }",
    "SELECT * { ?a x:p0* ?b . ?b x:p1* ?c . ?c x:p2* ?d } ORDER BY ?d",
  ])
  func tooLargeAQueryEnds(query: String) throws {
    try withTemporaryStore { store in
      try store.write { try $0.add(randomEdges(2500, nodes: 700, seed: 6)) }
      let graph = LocalGraph(store)
      let error = try #require(throws: Diagnostic.self) {
        _ = try graph.rows(query, options: QueryOptions(memory: 4 << 20))
      }
      #expect(error.message == "query needs more than 4 MiB of memory")
      #expect(
        try graph.rows("SELECT ?a { ?a x:p0 ?x } LIMIT 3", options: QueryOptions(memory: 4 << 20)).count == 3)
    }
  }
}
