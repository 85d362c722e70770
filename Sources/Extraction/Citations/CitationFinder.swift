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
    let lexicon = Lexicon.of(document.language)
    let year = document.adoptedOn.flatMap { Int($0.prefix(4)) }
    var found: [Citation] = []
    var years: [Int: Set<Int>] = [:]
    var yearless: [(citation: Int, number: Int)] = []
    let speakers = Speakers(document)
    var recent: Body?
    var names: [String] = []
    var knowsHumanRights = document.organ == .humanRightsCouncil
    var chain = IbidChain()
    func take(_ reading: CitationReading) {
      knowsHumanRights = reading.resolver.knowsHumanRights
      recent = reading.resolver.recent
      names = reading.resolver.names
      for (citation, number) in reading.yearless { yearless.append((found.count + citation, number)) }
      for (number, its) in reading.years { years[number, default: []].formUnion(its) }
      found += reading.citations
    }
    func reading(_ text: String, _ place: Citation.Place, _ speaker: Body?) -> CitationReading {
      let spoken = SpokenText(
        place: place, speaker: speaker, year: year, own: document.symbol?.text,
        knowsHumanRights: knowsHumanRights, recent: recent, names: names, treaties: chain.treaties)
      var reading = CitationReading(TokenizedText(text, lexicon: lexicon), lexicon: lexicon, spoken: spoken)
      reading.run()
      return reading
    }
    for (index, paragraph) in document.paragraphs.enumerated() {
      take(reading(paragraph.text, .paragraph(index), speakers.speaker(ofParagraph: index)))
    }
    for (index, note) in document.footnotes.enumerated() {
      var reading = reading(note.text, .footnote(index), speakers.speaker(ofFootnote: index))
      chain.read(&reading)
      take(reading)
    }
    for (citation, number) in yearless {
      if let its = years[number], its.count == 1, let year = its.first {
        found[citation].target = .document(Symbol(canonical: "S/RES/\(number)(\(year))"))
      }
    }
    return found
  }
}
