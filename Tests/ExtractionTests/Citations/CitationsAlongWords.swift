import Documents

@testable import Extraction

extension CitationFinder {
  /// The citations that an extraction finds: paragraphs are cut along words that have been cut for the grammar.
  static func alongWords(_ document: Document) -> [Citation] {
    let texts = DocumentTexts(document)
    var reader = WordReader(SampleParagraph.grammar)
    return texts.bytes.withUnsafeBufferPointer { bytes in
      CitationFinder().citations(in: document, texts, bytes) { reader.words(texts.paragraph($0, in: bytes)) }
    }
  }
}
