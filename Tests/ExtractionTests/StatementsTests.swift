import Documents
import Ontology
import RDF
import Testing

@testable import Extraction

@Suite struct StatementsTests {
  private static func statements(_ texts: [String] = ["Recalling the past,"]) throws -> Statements {
    var document = Document()
    document.paragraphs = texts.enumerated().map {
      Paragraph(kind: .preambular, ordinal: $0 + 1, fragment: "pp\($0 + 1)", text: $1)
    }
    return Statements(DocumentTexts(document), language: "fr", vocabulary: Vocabulary(try .bundled()))
  }

  @Test func termsOfEveryForm() throws {
    var statements = try Self.statements()
    let node = statements.term(.iri, "https://undocs.org/A/RES/1/1")
    statements.open(with: node)
    statements.write("#pp")
    statements.write(12)
    let part = statements.close(.iri)
    let objects: [(UInt32, Term)] = [
      (part, .iri("https://undocs.org/A/RES/1/1#pp12")),
      (statements.term(.string, at: 10..<13), .string("the")),
      (statements.term(.tagged, at: 0..<19), .literal(Literal("Recalling the past,", language: "fr"))),
      (statements.term(.english, "water"), .literal(Literal("water", language: "en"))),
      (statements.term(.date, "2018-12-05"), .literal(Literal("2018-12-05", datatype: XSD.date))),
      (statements.term(.decimal, "0.50"), .literal(Literal("0.50", datatype: XSD.decimal))),
      (statements.integer(0), .integer(0)), (statements.integer(-17), .integer(-17)),
      (statements.integer(.max), .integer(.max)), (statements.integer(.min), .integer(.min)),
      (Name.report.number, .iri(Stemma.term("Report"))),
    ]
    for (object, _) in objects { statements.add(node, .hasPart, object) }
    #expect(
      statements.triples
        == objects.map { Triple(.iri("https://undocs.org/A/RES/1/1"), DCTerms.hasPart, $0.1) })
  }

  @Test func whatIsStatedOnce() throws {
    var statements = try Self.statements()
    for _ in 0..<2 { for object in 0..<1000 { statements.addOnce(1, 2, UInt32(object)) } }
    #expect(statements.rows.map(\.object) == (0..<1000).map { UInt32($0) })
    statements.add(1, .type, 3)
    statements.addOnce(1, .type, 3)
    #expect(statements.rows.count == 1002)
  }

  @Test func everyNameIsOneTermOfTheVocabulary() throws {
    let vocabulary = Vocabulary(try .bundled())
    #expect(Set(Name.allCases.map(\.iri)).count == Name.allCases.count)
    for name in Name.allCases {
      let text = vocabulary.withTerm(name.number) { String(decoding: $0.lexical, as: UTF8.self) }
      #expect(IRI(text) == name.iri)
    }
  }
}
