import Documents
import FileFixtures
import Foundation
import Ontology
import RDF
import Testing

@testable import Extraction

/// The same resolution in two forms gives the same triples but for provenance.
@Suite struct FormsTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../Corpus").standardizedFileURL

  private func sample(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: FormsTests.folder.appendingPathComponent(name)))
  }

  /// The triples of the only document, without what the mark-up alone knows and what tells of the file.
  private func triples(_ bytes: [UInt8]) throws -> Set<Triple> {
    let documents = try DocumentReader.read(bytes, name: "sample")
    var document = try #require(documents.first)
    document.draft = nil
    document.sponsors = []
    document.votes = RecordedVote()
    document.subjects = []
    return Set(Extractor(ontology: try .bundled()).extract(document).triples)
  }

  @Test(
    arguments: ["A_RES_73_27.xml", "A_RES_70_237.xml", "A_RES_75_240.xml", "A_RES_78_237.xml"],
    TypedDocument.Form.allCases)
  func markupAndOtherForms(name: String, form: TypedDocument.Form) throws {
    let bytes = try sample(name)
    let document = try #require(try DocumentReader.read(bytes, name: name).first)
    let (one, other) = (try triples(bytes), try triples(TypedDocument(document).bytes(form)))
    #expect(one.count > 100)
    #expect(one.subtracting(other).map(\.description).sorted() == [])
    #expect(other.subtracting(one).map(\.description).sorted() == [])
  }

  @Test(arguments: ["A_RES_73_27.xml", "A_RES_65_41.md", "A_RES_76_19.html", "A_RES_53_70.txt"])
  func packedByGzip(name: String) throws {
    let bytes = try sample(name)
    #expect(try triples(bytes) == triples(GzipFixture.packed(bytes)))
  }

  @Test func utf16AndUTF8() throws {
    let bytes = try sample("A_RES_53_70.txt")
    let units = Array(String(decoding: bytes, as: UTF8.self).utf16)
    let wide: [UInt8] =
      [0xFF, 0xFE] + units.flatMap { unit in [UInt8(unit & 0xFF), UInt8(unit >> 8)] as [UInt8] }
    #expect(try triples(bytes) == triples(wide))
  }
}
