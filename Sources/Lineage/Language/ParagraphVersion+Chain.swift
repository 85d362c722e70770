import QueryEngine
import QuerySyntax
import RDF

extension ParagraphVersion {
  /// The versions of a paragraph's language, the present one first, along the nearest origin of each.
  ///
  /// - Throws: an error where the store does not hold the paragraph, and what the source throws.
  public static func chain(of paragraph: IRI, in source: any GraphSource) throws -> [ParagraphVersion] {
    let reader = LanguageReader(source: source)
    var steps: [(paragraph: IRI, link: OriginLink?)] = []
    var next: IRI? = paragraph
    while let current = next, !steps.contains(where: { $0.paragraph == current }) {
      let link = try reader.nearestOrigin(of: current)
      steps.append((current, link))
      next = link?.origin
    }
    let passages = try reader.passages(named: steps.map(\.paragraph))
    guard passages[paragraph] != nil else { throw NetworkReader.unknown(paragraph) }
    let held = steps.prefix { passages[$0.paragraph] != nil }
    let cards = try reader.cards(of: held.compactMap { passages[$0.paragraph]?.document })
    return zip(held, cards).compactMap { step, card in
      guard let passage = passages[step.paragraph] else { return nil }
      let origin = step.link.flatMap { link in
        passages[link.origin].map {
          TextAlignment.Origin(
            passage: $0, similarity: link.similarity, isVerbShift: link.isVerbShift, isMove: link.isMove)
        }
      }
      let change: TextAlignment.Change = origin.map { $0.similarity == 1 ? .identical : .modified } ?? .new
      return ParagraphVersion(passage: passage, document: card, origin: origin, change: change)
    }
  }

  /// The versions of the language of any sentence or part of one: from the earliest paragraph with these words in a row, or
  /// else from the paragraph whose language is nearest; none where nothing is like it.
  ///
  /// - Complexity: O(text in the store).
  public static func chain(ofSentence sentence: String, in source: any GraphSource) throws
    -> [ParagraphVersion]
  {
    let documents = try LanguageReader(source: source).documents()
    let words = WordList(sentence).words
    if words.isEmpty { return [] }
    for passage in documents.lazy.flatMap(\.passages) where WordList(passage.text).words.contains(words) {
      return try chain(of: passage.iri, in: source)
    }
    let own = DocumentCard(IRI(Stemma.documents + "sentence"))
    let passage = Passage(
      iri: IRI(own.iri.value + "#op1"), document: own.iri, part: .operative, openingPhrase: nil,
      openingVerb: nil, text: sentence)
    let corpus = LanguageCorpus(documents + [(own, [passage])])
    var aligner = Aligner(corpus)
    for entry in documents.indices { aligner.insert(entry) }
    let matches = aligner.align(documents.count) { _ in .ancestry }
    guard let match = matches.first?.first else { return [] }
    return try chain(of: corpus.passages[match.origin].iri, in: source)
  }
}

/// What the store says of a paragraph's nearest origin.
private struct OriginLink {
  let origin: IRI
  let similarity: Double
  let isVerbShift: Bool
  let isMove: Bool
}

extension LanguageReader {
  fileprivate func nearestOrigin(of paragraph: IRI) throws -> OriginLink? {
    let names = ["node", "origin", "similarity", "kind"].map { Variable($0) }
    func pattern(_ property: IRI, _ object: PatternTerm) -> TriplePattern {
      TriplePattern(.variable(names[0]), .term(.iri(property)), object)
    }
    let patterns = Algebra.bgp([
      pattern(Restating.restating, .term(.iri(paragraph))), pattern(Restating.restated, .variable(names[1])),
      pattern(Restating.similarity, .variable(names[2])), pattern(RDF.type, .variable(names[3])),
    ])
    var kinds: [IRI: Set<IRI>] = [:]
    var similarity: [IRI: Double] = [:]
    for row in try NetworkReader(source: source, relations: []).rows(.project(patterns, names), names) {
      guard let origin = row[1]?.iri, let value = row[2]?.lexical.flatMap({ Double($0) }) else { continue }
      similarity[origin] = value
      if let kind = row[3]?.iri { kinds[origin, default: []].insert(kind) }
    }
    let nearest = similarity.min { left, right in
      left.value != right.value ? left.value > right.value : SymbolOrder.precedes(left.key, right.key)
    }
    return nearest.map { origin, value in
      OriginLink(
        origin: origin, similarity: value, isVerbShift: kinds[origin]?.contains(Restating.verbShift) == true,
        isMove: kinds[origin]?.contains(Restating.move) == true)
    }
  }
}
