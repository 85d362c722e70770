import Diagnostics
import Glibc
import RDF
import Testing

@testable import Extraction

@Suite("The seed documents", .enabled(if: access(SeedGraph.folder, R_OK) == 0))
struct SeedsTests {
  private static let first = "resolution-73-27.md"
  private static let second = "ict-security-2023-no-symbol.txt"

  @Test("73/27: what it recalls, cites, endorses and cites in footnotes")
  func relations() throws {
    let graph = try SeedGraph(Self.first)
    #expect(graph.values("dcterms:identifier") == ["A/RES/73/27"])
    let recalled = [
      "36/103", "43/78H", "53/70", "54/49", "55/28", "56/19", "57/53", "58/32", "59/61", "60/45", "61/54",
      "62/17",
      "63/37", "64/25", "65/41", "66/24", "67/27", "68/243", "69/28", "70/237", "71/28",
    ]
    #expect(graph.values("recalls") == recalled.map { "A/RES/" + $0 })
    let cited = graph.set("cites")
    for symbol in [
      "A/RES/71/28", "A/HRC/RES/20/8", "A/HRC/RES/26/13", "A/RES/68/167", "A/RES/69/166", "A/RES/58/199",
    ] {
      #expect(cited.contains(symbol), "\(symbol)")
    }
    #expect(
      graph.set("footnoteCites") == [
        "A/65/201", "A/67/53", "A/67/53/Corr.1", "A/68/98", "A/69/53", "A/70/174",
      ])
    let endorsed = graph.set("endorses")
    #expect(endorsed.contains("A/68/98") && endorsed.contains("A/70/174"))
    #expect(Set(endorsed).isSubset(of: ["A/65/201", "A/68/98", "A/70/174"]))
    #expect(graph.values("adoptedOn") == ["2018-12-05"])
  }

  @Test("73/27: its paragraphs and the principles that it names")
  func paragraphs() throws {
    let graph = try SeedGraph(Self.first)
    #expect(graph.parts("PreambularParagraph").count == 21)
    let top = graph.values("dcterms:hasPart").filter { $0.contains("#op") }
    #expect(top == (1...7).map { "A/RES/73/27#op\($0)" })
    #expect(graph.values("dcterms:hasPart", "op4").count == 4)
    #expect(graph.values("openingPhrase", "op6") == ["Also decides"])
    let named = graph.parts("PreambularParagraph").flatMap { graph.values("namesPrinciple", $0) }
    #expect(
      named == ["sovereignEquality", "peacefulSettlement", "nonUseOfForce", "humanRights", "nonIntervention"])
  }

  @Test("73/27: its thirteen norms, their principles, and the norms that they restate")
  func norms() throws {
    let graph = try SeedGraph(Self.first)
    let norms = graph.parts("Norm").filter { $0.hasPrefix("op1.") }
    #expect(norms == (1...13).map { "op1.\($0)-norm" })
    for norm in norms {
      #expect(graph.values("modality", norm).count == 1, "\(norm)")
      #expect(graph.values("addressee", norm).allSatisfy { $0 == "States" || $0 == "State" }, "\(norm)")
      #expect(!graph.values("relatesToPrinciple", norm).isEmpty, "\(norm)")
    }
    #expect(graph.values("relatesToPrinciple", "op1.5-norm").contains("humanRights"))
    #expect(graph.values("relatesToPrinciple", "op1.3-norm").contains("dueDiligence"))
    #expect(graph.values("relatesToPrinciple", "op1.12-norm").contains("emergencyTeamProtection"))
    #expect(graph.values("modality", "op1.12-norm") == ["prohibition"])
    let restated = norms.map { graph.values("restatesNorm", $0).joined(separator: "+") }
    #expect(
      restated == [
        "norm13a", "norm13b+norm28f", "norm13c+norm28e", "norm13d", "norm13e", "norm13f", "norm13g",
        "norm13h",
        "norm13i", "norm13i", "norm13j", "norm13k", "norm24",
      ])
    #expect(graph.values("text", "op1.5").first?.hasSuffix("freedom of expression.") == true)
  }

  @Test(
    "the seed without a symbol: a provisional identity, a warning, the same relations with a symbol given")
  func provisional() throws {
    let graph = try SeedGraph(Self.second)
    #expect(graph.values("dcterms:identifier").first?.hasPrefix("provisional/") == true)
    #expect(graph.extraction.diagnostics.contains { $0.hint?.contains("--symbol") == true })
    expectRelations(graph)
    let given = try SeedGraph(Self.second, symbol: "A/RES/78/237")
    #expect(given.extraction.graph.value == "https://undocs.org/A/RES/78/237")
    #expect(!given.extraction.diagnostics.contains { $0.hint?.contains("--symbol") == true })
    expectRelations(given)
  }

  private func expectRelations(_ graph: SeedGraph) {
    #expect(graph.values("recalls").count == 26)
    #expect(graph.values("welcomes") == ["A/78/265"])
    #expect(graph.values("notes") == ["A/AC.292/2023/INF/5"])
    #expect(graph.values("supports").isEmpty)
    #expect(graph.values("cites").contains("A/RES/75/240"))
    #expect(graph.values("cites").contains("instrument/charter#art2.4"))
  }

  @Test("the same input gives the same triples")
  func deterministic() throws {
    #expect(try SeedGraph(Self.first).extraction.triples == SeedGraph(Self.first).extraction.triples)
  }
}
