import QueryEngine
import RDF
import Testing
import TripleStore

/// COUNT by way of the counts that indexes give, against joining everything and counting the rows.
@Suite struct CountedJoinTests {
  static let patterns = [
    "?a x:p0 ?b", "?a x:p0 ?b . ?b x:p1 ?c", "?a x:p0 ?b . ?b x:p0 ?c . ?c x:p0 ?d",
    "?a x:p0 ?b ; x:p1 ?c", "?a x:p0 ?b . ?c x:p1 ?b FILTER(?c != x:n1)", "?a ?p ?b", "?a ?p ?b . ?b x:p2 ?c",
    "?a x:p0 ?b . ?b x:p1 ?c FILTER(?a != ?c)", "?a x:p0 ?a . ?a x:p1 ?c", "?a x:p0 ?b . ?c x:p1 ?d",
    "?a x:p0 ?b . ?c x:none ?d", "x:n1 ?p ?b . ?b x:p0 ?c", "?a x:p0/x:p1 ?c", "?a x:p0+ ?b . ?b x:p1 ?c",
    "?a x:p0 ?b . ?b x:p1 ?c . ?a x:p2 ?c", "?a x:p0 x:n2 . ?a x:p1 ?c . ?c ?p ?d",
  ]

  @Test(arguments: patterns, ["", "?a", "?b", "?c", "?p", "?a ?c", "?z"])
  func countsAreThoseOfTheRows(pattern: String, keys: String) throws {
    try withTemporaryStore { store in
      try store.write { transaction in
        try transaction.add(randomEdges(120, nodes: 12, seed: 3))
        // Triples that stand in several graphs count once.
        try transaction.add(randomEdges(40, nodes: 12, seed: 3), graph: .iri("http://x/g"))
        try transaction.add(randomEdges(30, nodes: 12, seed: 5), graph: .iri("http://x/h"))
      }
      let graph = LocalGraph(store)
      for selection in ["", "FROM x:g", "FROM x:g FROM x:h"] {
        let grouping = keys.isEmpty ? "" : "GROUP BY \(keys)"
        let query =
          "SELECT \(keys) (COUNT(*) AS ?n) (COUNT(?a) AS ?m) \(selection) { \(pattern) } \(grouping)"
        let counted = try graph.rows(query).counted
        #expect(
          counted == (try graph.rows(query, options: QueryOptions(optimize: false)).counted), "\(query)")
      }
    }
  }

  @Test func aChainIsNeverWrittenOut() throws {
    try withTemporaryStore { store in
      try store.write { try $0.add(randomEdges(3000, nodes: 60, seed: 9)) }
      let graph = LocalGraph(store)
      let plan = try graph.plan(
        "SELECT ?a (COUNT(*) AS ?n) { ?a x:p0 ?b . ?b x:p1 ?c . ?c x:p2 ?d } GROUP BY ?a")
      #expect(plan.contains("RunCount"))
      #expect(!plan.contains("PatternScan pso ?c"), "\(plan)")
    }
  }

  @Test func theNumberOfAllTriplesIsRead() throws {
    try withTemporaryStore { store in
      let triples = randomEdges(500, nodes: 40, seed: 2)
      try store.write { try $0.add(triples) }
      let graph = LocalGraph(store)
      #expect(
        try graph.rows("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == [[.integer(Set(triples).count)]])
      #expect(try graph.plan("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").contains("RunCount"))
    }
  }
}
