import QueryEngine
import RDF
import Testing
import TripleStore

/// A path is searched by look-ups when it is first asked for, and over its graph later: the answers are the same.
@Suite struct StepGraphTests {
  @Test(arguments: [
    "x:n1 x:p0* ?b", "x:n1 x:p0+ ?b", "x:n1 x:p0? ?b", "?a x:p0+ x:n1", "x:n1 ^x:p0+ ?b",
    "x:n1 (x:p0|^x:p1)+ ?b",
    "x:n1 (x:p0|x:none)* ?b", "x:nowhere x:p0* ?b", "x:n1 x:p0+ x:n2", "?a x:p1 x:n3 . ?a x:p0+ ?b",
    "?a x:p0+ ?b . ?b x:p0+ x:n5", "?a x:p1 ?b FILTER EXISTS { ?a x:p0+ x:n2 }",
    "GRAPH x:g { x:n1 x:p0+ ?b }",
  ])
  func theSameBothWays(pattern: String) throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      try withTemporaryStore { store in
        try store.write { try $0.add(randomEdges(300, nodes: 120, seed: seed)) }
        try store.write {
          try $0.add(randomEdges(300, nodes: 120, seed: seed + 9), graph: .iri("http://x/g"))
        }
        let query = "SELECT * { \(pattern) }"
        let expected = try LocalGraph(store).rows(query, options: QueryOptions(optimize: false)).counted
        let graph = LocalGraph(store)
        for _ in 1...3 { #expect(try graph.rows(query).counted == expected) }
      }
    }
  }

  @Test("a search that meets most of a large graph gives up its look-ups and goes on over the graph")
  func manyNodes() throws {
    try withTemporaryStore { store in
      let chain = (0..<3000).map {
        Triple(.iri("http://x/n\($0)"), IRI("http://x/p0"), .iri("http://x/n\($0 + 1)"))
      }
      try store.write { try $0.add(chain) }
      let graph = LocalGraph(store)
      for start in [2990, 0, 2990, 1] {
        #expect(try graph.rows("SELECT * { x:n\(start) x:p0+ ?b }").count == 3000 - start)
        #expect(try graph.rows("SELECT * { ?a x:p0+ x:n\(start) }").count == start)
      }
    }
  }
}
