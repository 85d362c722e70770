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

  private func page(
    _ rows: [TextAlignment.Row], dropped: [Passage] = [], versions: [IRI: [ParagraphVersion]] = [:]
  ) throws -> String {
    let network = try SmallNetwork("A/RES/90/2 2035-12-01 Rivers")
    let older = DocumentCard(IRI(Stemma.documents + "A/RES/89/1"))
    let ancestry = try network.ancestry(of: "A/RES/90/2")
    let wording = TextAlignment(newer: ancestry.root, older: older, rows: rows, dropped: dropped)
    return LineageReport(ancestry, wording: wording, versions: versions).html
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

  @Test("under a paragraph its versions lead back to where its language first appears")
  func versions() throws {
    let texts = [
      ("A/RES/90/2#pp1", "Recalling that rivers <b> rise"), ("A/RES/88/4#pp6", "Noting that rivers <b> rise"),
      ("A/RES/70/9#op3", "Notes that rivers fall"),
    ].map { passage($0.0, $0.1) }
    let origins = texts.dropFirst().map {
      TextAlignment.Origin(passage: $0, similarity: 0.8, isVerbShift: false, isMove: false)
    }
    let chain = texts.enumerated().map { index, passage in
      ParagraphVersion(
        passage: passage, document: DocumentCard(passage.document),
        origin: index < origins.count ? origins[index] : nil, change: index < origins.count ? .modified : .new
      )
    }
    let row = TextAlignment.Row(newer: texts[0], change: .new, origins: [])
    let page = try page([row], versions: [texts[0].iri: chain])
    #expect(page.contains("<summary>first in A/RES/70/9 op3, 2015, changed 2 times</summary>"))
    #expect(page.contains("<b>pp1</b> new beside it, but older</dt>"))
    #expect(page.contains("<b>A/RES/88/4 pp6</b>, 2033, 80 % alike"))
    #expect(
      page.contains("<del>Notes </del><ins>Noting </ins>that rivers &lt;<del>fall</del><ins>b&gt; rise</ins>")
    )
  }

  @Test("a report without a comparison has no such part")
  func none() throws {
    let report = LineageReport(try SmallNetwork("A/RES/90/2 2035-12-01 Rivers").ancestry(of: "A/RES/90/2"))
    #expect(!report.html.contains("id=\"wording\""))
  }
}
