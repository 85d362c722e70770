import RDF
import Workers

/// The texts of some documents, the earliest document first, ready to be compared.
struct LanguageCorpus: Sendable {
  struct Entry: Sendable {
    let document: IRI
    /// ISO 8601; nil = later than all that bear a date, as a draft is.
    let date: String?
    /// The same for documents of the same title; nil where it has none.
    let series: UInt64?
    /// Positions in `passages`.
    let passages: Range<Int>
  }

  let entries: [Entry]
  /// In the order of their documents, in each preamble before operative part before annexes.
  let passages: [Passage]
  let wordings: [Wording]
  /// The position in `entries` of each passage's document.
  let entryOf: [Int32]

  /// - Parameters:
  ///   - documents: each with its paragraphs, the earliest first.
  ///   - jobs: how many threads read the words.
  init(_ documents: [(card: DocumentCard, passages: [Passage])], jobs: Int = 1) {
    var entries: [Entry] = []
    var passages: [Passage] = []
    var wordings: [Wording] = []
    var entryOf: [Int32] = []
    let workers = OrderedWorkers(documents.map(\.passages), jobs: jobs) { passages in
      let texts = passages.map { WordList($0.text) }
      let acronyms = Acronyms(in: texts)
      return texts.map { Wording(acronyms.expand($0)) }
    }
    for (card, ofDocument) in documents {
      let start = passages.count
      passages += ofDocument
      wordings += workers.next() ?? []
      entryOf += repeatElement(Int32(entries.count), count: ofDocument.count)
      let title = card.title.map { Wording(WordList($0).words).whole }
      entries.append(
        Entry(document: card.iri, date: card.adoptedOn, series: title, passages: start..<passages.count))
    }
    self.entries = entries
    self.passages = passages
    self.wordings = wordings
    self.entryOf = entryOf
  }

  /// Runs of documents of the same date, which know nothing of each other.
  var days: [Range<Int>] {
    var days: [Range<Int>] = []
    for index in entries.indices {
      if let day = days.last, entries[day.lowerBound].date == entries[index].date {
        days[days.count - 1] = day.lowerBound..<index + 1
      } else {
        days.append(index..<index + 1)
      }
    }
    return days
  }
}
