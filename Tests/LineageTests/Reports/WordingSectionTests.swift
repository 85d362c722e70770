import RDF
import Testing

@testable import Lineage

@Suite struct WordingSectionTests {
  private func passage(_ place: String, _ text: String) -> Passage {
    let (document, label) = (place.prefix { $0 != "#" }, place.drop { $0 != "#" })
    return Passage(
      iri: IRI(Stemma.documents + place), document: IRI(Stemma.documents + document),
      part: label.hasPrefix("#pp") ? .preambular : .operative, openingPhrase: nil, openingVerb: nil,
      text: text)
  }

  private func page(_ rows: [TextAlignment.Row], dropped: [Passage] = []) throws -> String {
    let network = try SmallNetwork("A/RES/90/2 2035-12-01 Rivers")
    let older = DocumentCard(IRI(Stemma.documents + "A/RES/89/1"))
    let ancestry = try network.ancestry(of: "A/RES/90/2")
    let wording = TextAlignment(newer: ancestry.root, older: older, rows: rows, dropped: dropped)
    return LineageReport(ancestry, wording: wording).html
  }

  @Test("a changed paragraph shows the words that went and came, its origin and what kind of change it is")
  func modified() throws {
    let origin = TextAlignment.Origin(
      passage: passage("A/RES/89/1#op2", "Notes that rivers <b> rise"), similarity: 0.824, isVerbShift: true,
      isMove: true)
    let row = TextAlignment.Row(
      newer: passage("A/RES/90/2#pp1", "Recalling that rivers <b> rise"), change: .modified, origins: [origin]
    )
    let page = try page([row])
    #expect(page.contains("<del>Notes </del><ins>Recalling </ins>that rivers &lt;b&gt; rise"))
    #expect(page.contains("modified, verb shift, moved"))
    #expect(page.contains("from A/RES/89/1 op2, 82 % alike"))
    #expect(page.contains("0 identical, 1 modified, 0 new; 0 left out"))
  }

  @Test("what is new is marked as a whole, what was left out is struck through")
  func newAndDropped() throws {
    let row = TextAlignment.Row(
      newer: passage("A/RES/90/2#op1", "Decides to meet"), change: .new, origins: [])
    let page = try page([row], dropped: [passage("A/RES/89/1#op9", "Requests a <report>")])
    #expect(page.contains("<dd class=\"new\" dir=\"auto\"><ins>Decides to meet</ins></dd>"))
    #expect(page.contains("<del>Requests a &lt;report&gt;</del>"))
  }

  @Test("a report without a comparison has no such part")
  func none() throws {
    let report = LineageReport(try SmallNetwork("A/RES/90/2 2035-12-01 Rivers").ancestry(of: "A/RES/90/2"))
    #expect(!report.html.contains("id=\"wording\""))
  }
}
