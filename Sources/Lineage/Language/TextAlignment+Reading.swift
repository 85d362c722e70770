import QueryEngine
import RDF

extension TextAlignment {
  /// Compares the texts of two documents that the store holds, whichever is the later.
  ///
  /// - Throws: an error where the store does not hold the text of one, and what the source throws.
  public init(of newer: IRI, with older: IRI, in source: any NavigableGraph) throws {
    let reader = LanguageReader(source: source)
    let cards = try reader.cards(of: [older, newer])
    let passages = try reader.passages(of: [older, newer])
    for document in [newer, older] where passages[document] == nil {
      throw NetworkReader.unknown(document)
    }
    let corpus = LanguageCorpus(cards.map { ($0, passages[$0.iri] ?? []) })
    let both = EntrySet(of: 2, isFull: true)
    let matches = Aligner(corpus).align(1, before: 1, kin: Kin(series: both, all: both))
    self.older = cards[0]
    self.newer = cards[1]
    rows = zip(corpus.entries[1].passages, matches).map { Row(corpus, $0, $1) }
    let kept = Set(matches.joined().map(\.origin))
    dropped = corpus.entries[0].passages.filter { !kept.contains($0) }.map { corpus.passages[$0] }
  }
}

extension TextAlignment.Row {
  init(_ corpus: LanguageCorpus, _ passage: Int, _ matches: [Aligner.Match]) {
    newer = corpus.passages[passage]
    origins = matches.map { TextAlignment.Origin(corpus, passage, $0) }
    change = origins.isEmpty ? .new : origins[0].similarity == 1 ? .identical : .modified
  }
}

extension TextAlignment.Origin {
  /// From this similarity on, what follows the opening phrase is nearly the same.
  private static let nearlySame = 0.8

  init(_ corpus: LanguageCorpus, _ passage: Int, _ match: Aligner.Match) {
    let (newer, older) = (corpus.passages[passage], corpus.passages[match.origin])
    self.passage = older
    similarity = match.similarity
    isMove = newer.part != older.part && newer.part != .annex && older.part != .annex
    if let verb = newer.openingVerb, let earlier = older.openingVerb, verb != earlier {
      let rest = newer.rest(of: corpus.wordings[passage])
      let earlierRest = older.rest(of: corpus.wordings[match.origin])
      let common = CommonWords(rest).length(with: earlierRest)
      isVerbShift =
        Double(2 * common) >= TextAlignment.Origin.nearlySame * Double(rest.count + earlierRest.count)
    } else {
      isVerbShift = false
    }
  }
}

extension Passage {
  /// The words after the opening phrase.
  fileprivate func rest(of wording: Wording) -> [UInt64] {
    Array(wording.words.dropFirst(openingPhrase.map { WordList($0).count } ?? 0))
  }
}
