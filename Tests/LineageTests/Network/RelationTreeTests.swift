import RDF
import Testing

@testable import Lineage

@Suite struct RelationTreeTests {
  private func terms(_ names: String...) -> Set<IRI> { Set(names.map { Stemma.term($0) }) }

  private var tree: RelationTree {
    RelationTree([
      Stemma.term("cites"): [IRI("http://purl.org/spar/cito/cites")], Stemma.term("recalls"): terms("cites"),
      Stemma.term("endorses"): terms("cites").union([IRI("http://purl.org/spar/cito/agreesWith")]),
      Stemma.term("welcomes"): terms("endorses"), Stemma.term("footnoteCites"): terms("cites"),
    ])
  }

  @Test("what a relation is a kind of is left out, and its family is the one just below :cites")
  func manners() {
    #expect(
      tree.manner(of: terms("cites", "endorses", "welcomes", "footnoteCites"))
        == CitationManner(relations: ["footnoteCites", "welcomes"], family: "endorses"))
    #expect(
      tree.manner(of: terms("cites", "recalls")) == CitationManner(relations: ["recalls"], family: "recalls"))
    #expect(tree.manner(of: terms("cites")) == CitationManner(relations: ["cites"], family: "cites"))
    #expect(
      tree.manner(of: terms("cites", "footnoteCites"))
        == CitationManner(relations: ["footnoteCites"], family: "cites"))
  }
}
