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

  /// Every paragraph of the document read for its words and what governs them, and searched for citations while its words are
  /// at hand.
  private func read(
    _ document: Document, _ texts: DocumentTexts, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (citations: [Citation], readings: [ParagraphReading]) {
    var reader = WordReader(grammar)
    var readings: [ParagraphReading] = []
    readings.reserveCapacity(document.paragraphs.count)
    let citations = CitationFinder().citations(in: document, texts, bytes) { index in
      let above = document.paragraphs[index].parent
      let verb = above.flatMap { readings.indices.contains($0) ? readings[$0].governors.last : nil }
      let reading = ParagraphReading(
        texts.paragraph(index, in: bytes), document.paragraphs[index].kind, under: verb, grammar: grammar,
        reader: &reader)
      let words = reading.sentence.words
      readings.append(reading)
      return words
    }
    return (citations, readings)
  }
}
