import QueryEngine
import RDF
import Testing
import TripleStore

@Suite struct SortTests {
  /// The first rows are chosen while the rest is passed over: they must be those that sorting everything puts in front.
  @Test(arguments: ["?o ?s", "DESC(?o) ?s", "?o DESC(?s)", "STR(?o) ?s"], [0, 7, 100, 1200])
  func theFirstRowsAreThoseOfTheWholeOrder(keys: String, limit: Int) throws {
    try withTemporaryStore { store in
      var generator = SeededGenerator(seed: 11)
      let triples = (0..<1600).map { index in
        Triple(
          .iri("http://x/n\(index)"), IRI("http://x/p"),
          index % 3 == 0
            ? .literal(Literal("\(Int.random(in: 0..<40, using: &generator)).0", datatype: XSD.decimal))
            : .integer(Int.random(in: 0..<40, using: &generator)))
      }
      try store.write { try $0.add(triples) }
      let graph = LocalGraph(store)
      let all = try graph.rows("SELECT ?s ?o { ?s x:p ?o } ORDER BY \(keys)")
      #expect(all.count == triples.count)
      for offset in [0, 5] {
        let first = try graph.rows(
          "SELECT ?s ?o { ?s x:p ?o } ORDER BY \(keys) LIMIT \(limit) OFFSET \(offset)")
        #expect(first == Array(all.dropFirst(offset).prefix(limit)))
      }
    }
  }
}
