import Documents
import Ontology
import RDF
import Testing

@testable import Extraction

/// What is extracted grows with the text, also where no mark ends a sentence.
@Suite struct LongParagraphTests {
  /// The bytes of all literals that a paragraph of `count` equal pieces gives.
  private func extracted(_ count: Int) throws -> Int {
    let piece =
      "and the States that are parties to it should in this regard bear in mind what was said before "
    var document = Document()
    document.symbol = Symbol(canonical: "A/RES/151/12")
    document.paragraphs = [
      Paragraph(
        kind: .operative, ordinal: 1, fragment: "op1", text: "Notes " + String(repeating: piece, count: count)
      )
    ]
    return Extractor(ontology: try .bundled()).extract(document).triples
      .reduce(0) { $0 + "\($1.object)".utf8.count }
  }

  @Test func aSentenceWithoutEndHoldsNoClausesThatOverlap() throws {
    let (one, four) = (try extracted(500), try extracted(2_000))
    #expect(one > 40_000)
    #expect(four < one * 4)
  }
}
