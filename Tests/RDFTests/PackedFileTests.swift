import Diagnostics
import FileFixtures
import Foundation
import RDF
import Testing

@Suite("packed files")
struct PackedFileTests {
  private func triples(_ bytes: [UInt8]) throws -> [Triple] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("packed-\(UUID().uuidString)")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try RDFReader(format: .ntriples).triples(path: file.path)
  }

  @Test func gzipIsUnpacked() throws {
    let text = Array("<http://e/a> <http://e/b> \"é\" .\n".utf8)
    let triple = Triple(.iri("http://e/a"), IRI("http://e/b"), .string("é"))
    #expect(try triples(text) == [triple])
    #expect(try triples(GzipFixture.packed(text)) == [triple])
    #expect(try triples(GzipFixture.packed(text) + GzipFixture.packed(text)) == [triple, triple])
    #expect(try triples(GzipFixture.packed([])) == [])
    #expect(throws: Diagnostic.self) { try triples(GzipFixture.packed(text).dropLast(4)) }
  }

  @Test func whatFillsDisksIsRefused() {
    let blanks = GzipFixture.packed([UInt8](repeating: UInt8(ascii: "\n"), count: 40_000_000))
    #expect(throws: Diagnostic.self) { try triples(blanks) }
  }
}
