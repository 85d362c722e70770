import Diagnostics
import Documents
import Ontology
import RDF

/// Turns documents into triples: paragraphs, citations with their relations, norms with their principles.
///
///     let extractor = Extractor(ontology: try .bundled())
///     let extraction = extractor.extract(document, source: "A_RES_73_27.xml")
///
/// One extractor serves any number of documents, from any number of threads.
public struct Extractor: Sendable {
  private let grammar: Grammar
  private let states: StateNames
  private let vocabulary: Vocabulary

  public init(ontology: Ontology) {
    grammar = Grammar(ontology)
    states = StateNames(ontology.states)
    vocabulary = Vocabulary(ontology)
  }

  /// - Parameter source: the name of the file, kept as provenance; empty for none.
  /// - Complexity: O(bytes of text).
  public func extract(_ document: Document, source: String = "") -> Extraction {
    let texts = DocumentTexts(document)
    let (citations, readings) = texts.bytes.withUnsafeBufferPointer { read(document, texts, $0) }
    let relations = RelationFinder(grammar: grammar).relations(
      of: citations, in: document, readings: readings)
    var emission = Emission(
      document: document, identity: DocumentIdentity(document), grammar: grammar, states: states,
      statements: Statements(texts, language: document.language, vocabulary: vocabulary))
    emission.stateDocument(source: source)
    emission.stateJointDocument(source: source)
    emission.stateParagraphs(readings)
    emission.stateFootnotes()
    emission.stateCitations(citations, relations)
    emission.stateNorms(readings)
    return emission.extraction
  }

  /// Every paragraph of the document cut into words, read for what governs them and searched for citations: one after the other for
  /// all paragraphs, as the code for each is as much as the nearest cache holds.
  private func read(
    _ document: Document, _ texts: DocumentTexts, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (citations: [Citation], readings: [ParagraphReading]) {
    var reader = WordReader(grammar)
    let isTranslated = document.language != "en"
    var readings = document.paragraphs.indices.map {
      ParagraphReading(
        reader.sentence(texts.paragraph($0, in: bytes), grammar, isTranslated: isTranslated))
    }
    for index in readings.indices {
      let above = document.paragraphs[index].parent
      let verb = above.flatMap { (0..<index).contains($0) ? readings[$0].governors.last : nil }
      readings[index].govern(document.paragraphs[index].kind, under: verb)
    }
    let citations = CitationFinder().citations(in: document, texts, bytes) { readings[$0].sentence.words }
    return (citations, readings)
  }
}
