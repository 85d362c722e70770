import Diagnostics
import Lineage
import Testing

@Suite struct AncestryTests {
  private func symbols(_ documents: [DocumentCard]) -> [String] { documents.map(\.symbol) }

  @Test("two resolutions of one day that cite each other are one ring, and the way goes on behind it")
  func ring() throws {
    let network = try SmallNetwork(
      """
      A/RES/79/258 2024-12-24 On rivers
      A/RES/79/259 2024-12-24 On lakes
      A/RES/79/258 > A/RES/79/259 A/RES/70/1
      A/RES/79/259 > A/RES/79/258 A/RES/60/2
      """)
    for (root, other) in [("A/RES/79/258", "A/RES/79/259"), ("A/RES/79/259", "A/RES/79/258")] {
      let ancestry = try network.ancestry(of: root)
      #expect(ancestry.cycles.map(symbols) == [["A/RES/79/258", "A/RES/79/259"]])
      #expect(
        symbols(ancestry.ancestors.map(\.document)).sorted()
          == ["A/RES/60/2", "A/RES/70/1", root, other].sorted())
      #expect(ancestry.descendants.map(\.document.symbol) == [root, other])
      #expect(ancestry.mainPath.map(symbols) == [["A/RES/79/258", "A/RES/79/259"], ["A/RES/70/1"]])
    }
  }

  @Test("generations, direct and inherited, gaps and descendants")
  func generations() throws {
    let network = try SmallNetwork(
      """
      A/RES/90/3 2035-12-01 Third
      A/RES/90/2 2034-12-01 Second
      A/RES/90/4 2036-12-01 Fourth
      A/RES/90/4 > A/RES/90/3
      A/RES/90/3 > A/RES/90/2 A/90/7
      A/RES/90/2 > A/90/7 A/80/1
      """)
    let ancestry = try network.ancestry(of: "A/RES/90/3")
    #expect(ancestry.ancestors.map(\.document.symbol) == ["A/RES/90/3", "A/RES/90/2", "A/90/7", "A/80/1"])
    #expect(ancestry.ancestors.map(\.generation) == [0, 1, 1, 2])
    #expect(ancestry.ancestors.map(\.citedBy) == [0, 1, 2, 1])
    #expect(ancestry.ancestors.map(\.cites) == [2, 2, 0, 0])
    #expect(ancestry.gaps.map(\.document.symbol) == ["A/90/7", "A/80/1"])
    #expect(ancestry.descendants.map(\.document.symbol) == ["A/RES/90/3", "A/RES/90/4"])
    #expect(try network.ancestry(of: "A/90/7").descendants.map(\.generation) == [0, 1, 1, 2])
    #expect(throws: Diagnostic.self) { try network.ancestry(of: "A/RES/1/1") }
  }

  @Test("what several documents share, the nearest first")
  func common() throws {
    let network = try SmallNetwork(
      """
      A/RES/90/3 2035-12-01 Third
      A/RES/90/2 2034-12-01 Second
      A/RES/90/1 2033-12-01 First
      A/RES/90/3 > A/RES/90/1 A/80/1
      A/RES/90/2 > A/80/1
      A/RES/90/1 > A/80/1 A/80/2
      """)
    let ancestries = try ["A/RES/90/3", "A/RES/90/2", "A/RES/90/1"].map { try network.ancestry(of: $0) }
    #expect(CommonAncestry(of: Array(ancestries[0...1])).shared.map(\.document.symbol) == ["A/80/1"])
    let pair = CommonAncestry(of: [ancestries[0], ancestries[2]]).shared
    #expect(pair.map(\.document.symbol) == ["A/RES/90/1", "A/80/1", "A/80/2"])
    #expect(pair.map(\.generations) == [[1, 0], [1, 1], [2, 1]])
    #expect(CommonAncestry(of: ancestries).shared.map(\.generations) == [[1, 1, 1]])
  }
}
