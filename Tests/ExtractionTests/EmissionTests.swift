import Documents
import Ontology
import RDF
import Testing

@testable import Extraction

/// What citations and the documents that they lead to are called.
@Suite struct EmissionTests {
  private static func triples(_ document: Document) throws -> [Triple] {
    Extractor(ontology: try .bundled()).extract(document).triples
  }

  private static func note(at offset: Int) -> Marker { Marker(offset: offset, footnote: 0, label: "1") }

  private static func document(_ texts: [String], markers: [Int: [Marker]] = [:]) -> Document {
    var document = Document()
    document.symbol = Symbol(canonical: "A/RES/73/1")
    document.organ = .generalAssembly
    document.paragraphs = texts.enumerated().map {
      Paragraph(
        kind: .preambular, ordinal: $0 + 1, fragment: "pp\($0 + 1)", text: $1, markers: markers[$0] ?? [])
    }
    return document
  }

  /// A footnote's citations are counted on where its marker stands twice in a paragraph, and anew in the next.
  @Test func countedBySpot() throws {
    var document = Self.document(
      ["Recalling the letter and the note in A/70/9,", "Noting the letter,"],
      markers: [0: [Self.note(at: 20), Self.note(at: 33)], 1: [Self.note(at: 17)]])
    document.footnotes = [Footnote(label: "1", fragment: "fn1", text: "A/70/1 and A/70/2.")]
    let citations = try Self.triples(document).compactMap { triple -> String? in
      guard triple.predicate == RDF.type, triple.object == .iri(CiTO.citation),
        case .iri(let iri) = triple.subject
      else { return nil }
      return String(iri.value.drop { $0 != "#" })
    }
    #expect(
      citations == [
        "#pp1-c1", "#pp1-fn1-c1", "#pp1-fn1-c2", "#pp1-fn1-c3", "#pp1-fn1-c4", "#pp2-fn1-c1", "#pp2-fn1-c2",
      ])
  }

  /// A body is one however its name is spelt, and each name that the text has is stated.
  @Test func describedByEveryName() throws {
    let names = ["Ad Hoc Committee on Lakes", "Ad-Hoc Committee on Lakes"]
    let document = Self.document(names.map { "Recalling decision 1/2 of the \($0)," })
    let identifiers = try Self.triples(document).filter { $0.predicate == DCTerms.identifier }.map(\.object)
    for name in names { #expect(identifiers.filter { $0 == .string("\(name) decision 1/2") }.count == 1) }
  }

  /// The Charter is named once as the whole of what its articles are parts of.
  @Test func partsOfTheCharter() throws {
    let document = Self.document([
      "Recalling Article 2 of the Charter and Chapter VII of the Charter,",
      "Recalling Article 2 of the Charter,",
    ])
    let parts = try Self.triples(document).filter {
      $0.predicate == DCTerms.isPartOf && $0.object == .iri("https://w3id.org/stemma/instrument/charter")
    }
    #expect(parts.count == 2)
  }
}
