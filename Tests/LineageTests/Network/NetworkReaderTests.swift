import QueryEngine
import RDF
import Testing
import TripleStore

@testable import Lineage

@Suite struct NetworkReaderTests {
  private func document(_ name: String) -> IRI { IRI(Stemma.documents + name) }

  private func triples() -> [Triple] {
    let (cites, recalls) = (Stemma.term("cites"), Stemma.term("recalls"))
    func citing(_ name: String, _ relations: [IRI], _ object: Term) -> [Triple] {
      relations.map { Triple(.iri(document(name)), $0, object) }
    }
    return [Triple(.iri(recalls), RDFS.subPropertyOf, .iri(cites))]
      + [Triple(.iri(cites), RDFS.subPropertyOf, .iri("http://purl.org/spar/cito/cites"))]
      + citing("A/1", [cites, recalls], .iri(document("A/2"))) + citing("A/1", [cites], .iri(document("A/1")))
      + citing("A/1", [cites], .literal(Literal("A/3"))) + citing("A/1", [cites], .blank(BlankNode("b")))
      + [Triple(.blank(BlankNode("b")), cites, .iri(document("A/4")))]
      + citing("A/2", [cites], .iri(document("A/5")))
      + citing("A/2", [Stemma.term("unrelated")], .iri(document("A/6")))
      + citing("A/2", [Stemma.term("unrelated")], .iri(document("A/5")))
  }

  private func withReader(_ body: (NetworkReader, LocalGraph) throws -> Void) throws {
    try withTemporaryStore { store in
      try store.write { try $0.add(triples()) }
      let graph = LocalGraph(store)
      try body(NetworkReader(graph, relations: [Stemma.term("cites")]), graph)
    }
  }

  @Test("citations are followed between IRIs, each with all that is said between the two")
  func citations() throws {
    try withReader { reader, _ in
      let found = try reader.citations(around: document("A/1"), .cited)
      #expect(found.documents == ["A/1", "A/2", "A/5"].map(document))
      let edges = found.edges.map { edge in
        [found.documents[edge.citing], found.documents[edge.cited]] + found.relations[edge.relations].sorted()
      }
      #expect(
        Set(edges) == [
          [document("A/1"), document("A/1"), Stemma.term("cites")],
          [document("A/1"), document("A/2"), Stemma.term("cites"), Stemma.term("recalls")],
          [document("A/2"), document("A/5"), Stemma.term("cites"), Stemma.term("unrelated")],
        ])
      let back = try reader.citations(around: document("A/5"), .citing)
      #expect(back.documents == ["A/5", "A/2", "A/1"].map(document))
      #expect(back.edges.count == 3)
    }
  }

  @Test("the relations above those that occur give the same manners as the whole tree")
  func partialTree() throws {
    try withReader { reader, graph in
      let said: Set = [Stemma.term("cites"), Stemma.term("recalls")]
      let manner = try reader.relationTree(above: said).manner(of: said)
      #expect(try manner == graph.relationTree().manner(of: said))
      #expect(manner == CitationManner(relations: ["recalls"], family: "recalls"))
    }
  }

  @Test("a document that the graph does not hold stands alone")
  func unknown() throws {
    try withReader { reader, _ in
      let found = try reader.citations(around: document("A/9"), .citing)
      #expect(found.documents == [document("A/9")] && found.edges.isEmpty)
      #expect(try reader.cards(of: [document("A/9")]) == [document("A/9"): DocumentCard(document("A/9"))])
    }
  }
}
