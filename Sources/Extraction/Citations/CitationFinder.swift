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
    var search = CitationSearch(document)
    var speakers = Speakers(document)
    for index in document.paragraphs.indices {
      text.skim(UnsafeBufferPointer(rebasing: bytes[texts.paragraphs[index]]), words: words?(index))
      let speaker = speakers.speaker(ofParagraph: index, in: document, text)
      if text.contents.isEmpty { continue }
      var reading = CitationReading(text, spoken: search.spoken(.paragraph(index), speaker))
      reading.run()
      search.take(reading)
    }
    var chain = IbidChain()
    for index in document.footnotes.indices {
      text.read(UnsafeBufferPointer(rebasing: bytes[texts.footnotes[index]]))
      var spoken = search.spoken(.footnote(index), speakers.speaker(ofFootnote: index))
      spoken.treaties = chain.treaties
      var reading = CitationReading(text, spoken: spoken)
      reading.run()
      chain.read(&reading)
      search.take(reading)
    }
    return search.citations
  }
}

/// What the search of a document has found so far, and what one text hands on to the next.
private struct CitationSearch {
  private let year: Int?
  private let own: String?
  private var found: [Citation] = []
  private var years: [Int: Set<Int>] = [:]
  private var yearless: [(citation: Int, number: Int)] = []
  private var recent: Body?
  private var names: [String] = []
  private var knowsHumanRights: Bool

  init(_ document: Document) {
    year = document.adoptedOn.flatMap { Int($0.prefix(4)) }
    own = document.symbol?.text
    knowsHumanRights = document.organ == .humanRightsCouncil
  }

  /// What is known of the next text.
  func spoken(_ place: Citation.Place, _ speaker: Body?) -> SpokenText {
    SpokenText(
      place: place, speaker: speaker, year: year, own: own, knowsHumanRights: knowsHumanRights,
      recent: recent,
      names: names)
  }

  mutating func take(_ reading: CitationReading) {
    knowsHumanRights = reading.resolver.knowsHumanRights
    recent = reading.resolver.recent
    names = reading.resolver.names
    for (citation, number) in reading.yearless { yearless.append((found.count + citation, number)) }
    for (number, its) in reading.years { years[number, default: []].formUnion(its) }
    if !reading.citations.isEmpty { found += reading.citations }
  }

  /// All citations; a number without its year has the one that the document gives elsewhere.
  var citations: [Citation] {
    var citations = found
    for (citation, number) in yearless {
      if let its = years[number], its.count == 1, let year = its.first {
        citations[citation].target = .document(Symbol(canonical: "S/RES/\(number)(\(year))"))
      }
    }
    return citations
  }
}
