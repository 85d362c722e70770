import Documents
import Ontology
import RDF
import Testing

@testable import Extraction

/// One resolution in several languages: one document, a graph for each text.
@Suite struct LanguageTests {
  private static let english = """
    A/RES/151/12

    General Assembly

    Resolution adopted by the General Assembly on 7 December 2096

    151/12. Quiet seas

    The General Assembly,

    Recalling its resolutions 150/3 of 8 December 2095 and 149/28 of 2 December 2094,

    1. Decides to return to the matter.
    """
  private static let french = """
    A/RES/151/12

    Assemblée générale

    Résolution adoptée par l’Assemblée générale le 7 décembre 2096

    151/12. Des mers calmes

    L’Assemblée générale,

    Rappelant ses résolutions 150/3 du 8 décembre 2095 et 149/28 du 2 décembre 2094,

    1. Décide de revenir sur la question.
    """

  private func extraction(_ text: String) throws -> Extraction {
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "text").first)
    return Extractor(ontology: try .bundled()).extract(document)
  }

  @Test func versionsShareTheDocumentAndNotTheGraph() throws {
    let english = try extraction(LanguageTests.english)
    let french = try extraction(LanguageTests.french)
    #expect(english.graph == IRI("https://undocs.org/A/RES/151/12"))
    #expect(french.graph == IRI("https://undocs.org/fr/A/RES/151/12"))
    func texts(_ extraction: Extraction) -> [String: Term] {
      var found: [String: Term] = [:]
      for triple in extraction.triples where triple.predicate == Stemma.term("text") {
        found["\(triple.subject)"] = triple.object
      }
      return found
    }
    #expect(Set(texts(english).keys) == Set(texts(french).keys))
    #expect(
      texts(french)["<https://undocs.org/A/RES/151/12#op1>"]
        == .literal(Literal("Décide de revenir sur la question.", language: "fr")))
    let title = french.triples.first { $0.predicate == DCTerms.title }
    #expect(title?.object == .literal(Literal("Des mers calmes", language: "fr")))
  }

  @Test func relationsAreTheSameAndTheirEvidenceApart() throws {
    let english = try extraction(LanguageTests.english)
    let french = try extraction(LanguageTests.french)
    func recalled(_ extraction: Extraction) -> Set<Triple> {
      Set(extraction.triples.filter { $0.predicate == Stemma.term("recalls") })
    }
    #expect(recalled(english).count == 2)
    #expect(recalled(english) == recalled(french))
    func citations(_ extraction: Extraction) -> Set<String> {
      Set(extraction.triples.filter { $0.object == .iri(CiTO.citation) }.map { "\($0.subject)" })
    }
    #expect(citations(english).isDisjoint(with: citations(french)))
    #expect(citations(french).contains("<https://undocs.org/A/RES/151/12#pp1-c1-fr>"))
  }

  /// What a sentence of a General Assembly text of 2096 cites, as symbols.
  private func cited(_ text: String, _ language: String) -> [String] {
    var document = Document()
    document.symbol = Symbol(canonical: "A/RES/151/12")
    document.organ = .generalAssembly
    document.adoptedOn = "2096-12-07"
    document.language = language
    document.paragraphs = [Paragraph(kind: .preambular, ordinal: 1, fragment: "pp1", text: text)]
    return CitationFinder().citations(in: document).compactMap {
      guard case .document(let symbol) = $0.target else { return nil }
      return symbol.text + ($0.date.map { " " + $0 } ?? "")
    }
  }

  @Test func numbersAreReadInTheOtherLanguages() {
    #expect(
      cited(
        "ссылаясь на свои резолюции 150/3 от 8 декабря 2095 года и 149/28 от 2 декабря 2094 года, а также на резолюцию 2250 (2015) Совета Безопасности,",
        "ru") == ["A/RES/150/3 2095-12-08", "A/RES/149/28 2094-12-02", "S/RES/2250(2015)"])
    #expect(
      cited(
        "إذ تشير إلى قراريها 150/3 المؤرخ 8 كانون الأول/ديسمبر 2095 و 149/28 المؤرخ 2 كانون الأول/ديسمبر 2094، وإلى تقرير الأمين العام A/150/7،",
        "ar") == ["A/RES/150/3 2095-12-08", "A/RES/149/28 2094-12-02", "A/150/7"])
    #expect(
      cited("回顾其2095年12月8日第150/3号和2094年12月2日第149/28号决议，以及安全理事会第2250(2015)号决议，", "zh") == [
        "A/RES/150/3", "A/RES/149/28", "S/RES/2250(2015)",
      ])
  }

  @Test func chineseDecisionsAndOtherNumbersAreNoResolutions() {
    #expect(cited("回顾其第150/542号决定，", "zh") == ["A/DEC/150/542"])
    #expect(cited("注意到第37次会议和第12卷，", "zh").isEmpty)
  }
}
