import Documents
import RDF
import Testing

@testable import Extraction

/// What the official hyperlinks say against the words under them.
@Suite struct LinkDisagreementTests {
  private func disagreements(_ sentence: String, _ links: [(words: String, target: String)]) -> [String] {
    var paragraph = Paragraph(kind: .operative, number: "3", ordinal: 3, fragment: "op3", text: sentence)
    paragraph.links = links.map { link in
      let start = sentence.utf8.count - (sentence.components(behind: link.words)?.utf8.count ?? 0)
      return Link(range: start - link.words.utf8.count..<start, target: "https://undocs.org/" + link.target)
    }
    var document = Document()
    document.symbol = Symbol(canonical: "A/RES/151/12")
    document.organ = .generalAssembly
    document.paragraphs = [paragraph]
    return LinkDisagreement.all(in: document).map {
      "\($0.place.value) \($0.words): \($0.read.map(\.text)) \($0.linked.text)"
    }
  }

  @Test func aLinkToAnotherDocumentIsListed() {
    #expect(
      disagreements("Recalls its resolution 150/36 of 6 December 2095;", [("150/36", "en/A/RES/149/36")])
        == ["https://undocs.org/A/RES/151/12#op3 150/36: [\"A/RES/150/36\"] A/RES/149/36"])
    #expect(
      disagreements("Takes note of the report on item 12;", [("item 12", "en/A/150/12")])
        == ["https://undocs.org/A/RES/151/12#op3 item 12: [] A/150/12"])
  }

  @Test(arguments: [
    ("Recalls its resolution 143/78 H of 7 December 2088;", "143/78", "en/A/RES/143/78"),
    ("Recalls Security Council resolution 2250 (2015);", "2250 (2015)", "S/RES/2250%20(2015)"),
    ("Takes note of the report of the Committee (A/150/27);", "A/150/27", "en/A/150/27(SUPP)"),
    ("Takes note of the letter (A/65/517-S/2010/534);", "A/65/517-S/2010/534", "en/A/65/517"),
  ]) func lettersSupplementsAndDoubleSymbolsAgree(sentence: String, words: String, target: String) {
    #expect(disagreements(sentence, [(words, target)]) == [])
  }
}

extension String {
  /// What stands behind the first place of `words`.
  fileprivate func components(behind words: String) -> Substring? {
    indices.first { self[$0...].hasPrefix(words) }.map { self[$0...].dropFirst(words.count) }
  }
}
