import Documents
import Ontology
import RDF
import Testing

@testable import Extraction

@Suite("Resolutions printed together, as triples")
struct JointDocumentTests {
  private func triples(partOf whole: JointDocument?) throws -> [Triple] {
    var document = Document()
    document.symbol = Symbol(canonical: "A/RES/99/12A")
    document.symbolSource = .printed
    document.adoptedOn = "2044-03-03"
    document.partOf = whole
    document.paragraphs = [
      Paragraph(
        kind: .preambular, number: nil, ordinal: 1, fragment: "pp1", parent: nil,
        text: "Recalling General Assembly resolution 73/27 of 5 December 2018,", markers: [], links: [],
        openingPhrase: nil)
    ]
    return Extractor(ontology: try .bundled()).extract(document).triples
  }

  @Test func theWholeHasItsPartAndCitesWhatThePartCites() throws {
    let found = try triples(
      partOf: JointDocument(symbol: Symbol(canonical: "A/RES/99/12A-C"), title: "Bridges"))
    let whole = IRI("https://undocs.org/A/RES/99/12A-C")
    let part = IRI("https://undocs.org/A/RES/99/12A")
    let citation = IRI("https://undocs.org/A/RES/99/12A#pp1-c1")
    for triple in [
      Triple(.iri(whole), RDF.type, .iri(Stemma.term("Resolution"))),
      Triple(.iri(whole), DCTerms.identifier, .literal(Literal("A/RES/99/12A-C"))),
      Triple(.iri(whole), DCTerms.title, .literal(Literal("Bridges", language: "en"))),
      Triple(.iri(whole), Name.adoptedOn.iri, .literal(Literal("2044-03-03", datatype: XSD.date))),
      Triple(.iri(whole), DCTerms.hasPart, .iri(part)),
      Triple(.iri(part), DCTerms.isPartOf, .iri(whole)),
      Triple(.iri(citation), CiTO.hasCitingEntity, .iri(part)),
      Triple(.iri(citation), CiTO.hasCitingEntity, .iri(whole)),
    ] { #expect(found.filter { $0 == triple }.count == 1, "\(triple)") }
  }

  @Test func aResolutionPrintedAloneIsNoPart() throws {
    let found = try triples(partOf: nil)
    #expect(
      !found.contains {
        $0.subject == .iri(IRI("https://undocs.org/A/RES/99/12A")) && $0.predicate == DCTerms.isPartOf
      })
    #expect(found.filter { $0.predicate == CiTO.hasCitingEntity }.count == 1)
  }
}
