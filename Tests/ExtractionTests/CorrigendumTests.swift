import Documents
import Ontology
import RDF
import Testing

@testable import Extraction

/// A corrigendum leads to the document that it puts right, whether it is read or cited.
@Suite struct CorrigendumTests {
  private func corrections(_ text: String) throws -> [String: String] {
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "text").first)
    let triples = Extractor(ontology: try .bundled()).extract(document).triples
    return triples.filter { $0.predicate == Stemma.term("corrects") }
      .reduce(into: [:]) { $0["\($1.subject)"] = "\($1.object)" }
  }

  @Test func ofAResolution() throws {
    let found = try corrections(
      """
      A/RES/151/12/Corr.1

      General Assembly

      Resolution adopted by the General Assembly on 7 December 2096

      Corrigendum

      1. In the third paragraph, for eight read nine.
      """)
    #expect(
      found == ["<https://undocs.org/A/RES/151/12/Corr.1>": "<https://undocs.org/A/RES/151/12>"])
  }

  @Test func ofWhatIsCited() throws {
    let found = try corrections(
      """
      A/RES/151/12

      Resolution adopted by the General Assembly on 7 December 2096

      151/12. Quiet seas

      The General Assembly,

      Recalling the report of the Council (A/67/53 and A/67/53/Corr.1),

      1. Decides to go on.
      """)
    #expect(found == ["<https://undocs.org/A/67/53/Corr.1>": "<https://undocs.org/A/67/53>"])
  }
}
