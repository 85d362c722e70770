import QueryEngine
import RDF
import Testing
import TripleStore

@Suite struct LocalLookupTests {
  private func graph(in store: TripleStore) throws -> LocalGraph {
    try store.write { try $0.add(randomEdges(4000, nodes: 60, seed: 3)) }
    // Some of these triples stand in the unnamed graph as well.
    try store.write { try $0.add(randomEdges(4000, nodes: 60, seed: 4), graph: .iri("http://x/g")) }
    return LocalGraph(store)
  }

  @Test("the triples of a term are those that a query finds, of all graphs, each once")
  func surroundings() throws {
    try withTemporaryStore { store in
      let graph = try graph(in: store)
      let lookup = try graph.lookup()
      for node in (0..<60).map({ Term.iri("http://x/n\($0)") }) {
        let number = try #require(try lookup.number(of: node))
        #expect(try lookup.term(number) == node)
        let triples = try lookup.triples(of: number)
        #expect(
          triples.map { [$0.predicate, $0.object] }.sorted { $0.lexicographicallyPrecedes($1) }
            == triples.map { [$0.predicate, $0.object] })
        let found = try triples.map {
          [try lookup.term($0.predicate), try lookup.term($0.object)] as [Term?]
        }
        #expect(try found.counted == graph.rows("SELECT * { \(node) ?p ?o }").counted)
        let predicate = try #require(try lookup.number(of: .iri("http://x/p1")))
        let subjects = try lookup.subjects(predicate, number)
        #expect(subjects == subjects.sorted())
        #expect(
          try subjects.map { [try lookup.term($0)] as [Term?] }.counted
            == graph.rows("SELECT * { ?s x:p1 \(node) }").counted)
      }
    }
  }

  @Test("what the store does not hold has no number, and what stands at no end no triples")
  func absence() throws {
    try withTemporaryStore { store in
      let lookup = try graph(in: store).lookup()
      #expect(try lookup.number(of: .iri("http://x/nowhere")) == nil)
      let predicate = try #require(try lookup.number(of: .iri("http://x/p1")))
      #expect(try lookup.triples(of: predicate).isEmpty)
      #expect(try lookup.subjects(predicate, predicate).isEmpty)
    }
  }

  @Test("a look-up goes on reading the state at which it was made")
  func moment() throws {
    try withTemporaryStore { store in
      let graph = try graph(in: store)
      let lookup = try graph.lookup()
      let node = try #require(try lookup.number(of: .iri("http://x/n1")))
      let before = try lookup.triples(of: node).count
      try store.write {
        try $0.add([Triple(.iri("http://x/n1"), IRI("http://x/p9"), .iri("http://x/n2"))])
      }
      #expect(try lookup.triples(of: node).count == before)
      #expect(try graph.lookup().triples(of: node).count == before + 1)
    }
  }
}
