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
    return texts.bytes.withUnsafeBufferPointer { citations(in: document, texts, $0, words: nil) }
  }

  /// - Parameters:
  ///   - bytes: those of `texts`.
  ///   - words: cuts the words of the paragraph at an index; asked for each paragraph once, in order. Nil to do without.
  func citations(
    in document: Document, _ texts: DocumentTexts, _ bytes: UnsafeBufferPointer<UInt8>,
    words: ((Int) -> Words)?
  ) -> [Citation] {
    let text = TokenizedText(lexicon: Lexicons.shared.of(document.language))
    var reading = CitationReading(text, in: document)
    var speakers = Speakers(document)
    var found: [Citation] = []
    for index in document.paragraphs.indices {
      text.skim(UnsafeBufferPointer(rebasing: bytes[texts.paragraphs[index]]), words: words?(index))
      let speaker = speakers.speaker(ofParagraph: index, in: document, text)
      if text.contents.isEmpty { continue }
      reading.start(.paragraph(index), speaker)
      reading.run()
      if !reading.citations.isEmpty { found += reading.citations }
    }
    var chain = IbidChain()
    for index in document.footnotes.indices {
      text.read(UnsafeBufferPointer(rebasing: bytes[texts.footnotes[index]]))
      reading.start(.footnote(index), speakers.speaker(ofFootnote: index), treaties: chain.treaties)
      reading.run()
      chain.read(&reading)
      found += reading.citations
    }
    reading.giveYears(to: &found)
    return found
  }
}
