import Documents

/// Finds every place where a document names another one.
///
///     for citation in CitationFinder().citations(in: document) where citation.isResolved { … citation.target.iri … }
///
/// What names nothing identifiable ("the present resolution", "all relevant resolutions") is no citation; what names
/// something that cannot be told for sure has the target `.unresolved`, with the reason.
public struct CitationFinder: Sendable {
  public init() {}

  /// The citations of all paragraphs, then of all footnotes, in document order.
  ///
  /// - Complexity: O(bytes of text).
  public func citations(in document: Document) -> [Citation] {
    let texts = DocumentTexts(document)
    return texts.bytes.withUnsafeBufferPointer { citations(in: document, texts, $0) { _ in nil } }
  }

  /// - Parameters:
  ///   - bytes: those of `texts`.
  ///   - words: the words of the paragraph at an index, by a table that goes on from that of the lexicons; asked for each
  ///     paragraph once, in order. Nil where they have not been cut: the same is found without.
  func citations(
    in document: Document, _ texts: DocumentTexts, _ bytes: UnsafeBufferPointer<UInt8>,
    words: (Int) -> Words?
  ) -> [Citation] {
    let text = TokenizedText(lexicon: Lexicons.shared.of(document.language))
    var reading = CitationReading(text, in: document)
    var speakers = Speakers(document)
    var found: [Citation] = []
    for index in document.paragraphs.indices {
      text.skim(texts.paragraph(index, in: bytes).bytes, words(index))
      let speaker = speakers.speaker(ofParagraph: index, in: document, text)
      if text.contents.isEmpty { continue }
      reading.start(.paragraph(index), speaker)
      reading.run()
      if !reading.citations.isEmpty { found += reading.citations }
    }
    var chain = IbidChain()
    for index in document.footnotes.indices {
      text.read(UnsafeBufferPointer(rebasing: bytes[texts.footnotes[index]]))
      reading.start(.footnote(index), speakers.speaker(ofFootnote: index), behind: chain)
      reading.run()
      chain.read(&reading)
      found += reading.citations
    }
    reading.giveYears(to: &found)
    return found
  }
}
