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

  public init(ontology: Ontology) {
    grammar = Grammar(ontology)
    states = StateNames(ontology.states)
  }

  /// - Parameter source: the name of the file, kept as provenance; empty for none.
  /// - Complexity: O(bytes of text).
  public func extract(_ document: Document, source: String = "") -> Extraction {
    let citations = CitationFinder().citations(in: document)
    var readings: [ParagraphReading] = []
    readings.reserveCapacity(document.paragraphs.count)
    for paragraph in document.paragraphs {
      let parent = paragraph.parent.flatMap { readings.indices.contains($0) ? readings[$0] : nil }
      readings.append(ParagraphReading(paragraph, parent: parent, grammar: grammar))
    }
    let relations = RelationFinder(grammar: grammar).relations(
      of: citations, in: document, readings: readings)
    let identity = DocumentIdentity(document)
    var emission = Emission(document: document, identity: identity, grammar: grammar, states: states)
    emission.stateDocument(source: source)
    emission.stateJointDocument(source: source)
    emission.stateParagraphs(readings)
    emission.stateFootnotes()
    emission.stateCitations(citations, relations)
    emission.stateNorms(readings)
    return emission.extraction
  }
}
