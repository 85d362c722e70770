import QueryEngine
import QuerySyntax
import RDF

extension ParagraphVersion {
  /// The versions of a paragraph's language, the present one first, along the nearest origin of each.
  ///
  /// - Throws: an error where the store does not hold the paragraph, and what the source throws.
  public static func chain(of paragraph: IRI, in source: any NavigableGraph) throws -> [ParagraphVersion] {
    guard let chain = try chains(of: [paragraph], in: source)[paragraph] else {
      throw NetworkReader.unknown(paragraph)
    }
    return chain
  }

  /// The same for several paragraphs, as far as the store holds them.
  ///
  /// - Complexity: a few queries for each step back, whatever the number of paragraphs.
  public static func chains(
    of paragraphs: [IRI], in source: any NavigableGraph
  ) throws -> [IRI: [ParagraphVersion]] {
    if paragraphs.isEmpty { return [:] }
    let reader = LanguageReader(source: source)
    var links: [IRI: OriginLink] = [:]
    var met = Set(paragraphs)
    var next = paragraphs
    while !next.isEmpty {
      let found = try reader.nearestOrigins(of: next)
      links.merge(found) { known, _ in known }
      next = found.values.map(\.origin).filter { met.insert($0).inserted }.sorted()
    }
    let passages = try reader.passages(named: met.sorted())
    let documents = Set(passages.values.map(\.document)).sorted()
    let cards = Dictionary(uniqueKeysWithValues: zip(documents, try reader.cards(of: documents)))
    return paragraphs.reduce(into: [:]) { chains, paragraph in
      var chain: [ParagraphVersion] = []
      var current: IRI? = paragraph
      while let iri = current, let passage = passages[iri], let card = cards[passage.document],
        !chain.contains(where: { $0.passage.iri == iri })
      {
        let link = links[iri]
        let origin = link.flatMap { link in
          passages[link.origin].map {
            TextAlignment.Origin(
              passage: $0, similarity: link.similarity, isVerbShift: link.isVerbShift, isMove: link.isMove)
          }
        }
        let change = origin.map { $0.similarity == 1 ? TextAlignment.Change.identical : .modified } ?? .new
        chain.append(ParagraphVersion(passage: passage, document: card, origin: origin, change: change))
        current = link?.origin
      }
      if !chain.isEmpty { chains[paragraph] = chain }
    }
  }

  /// The versions of the language of any sentence or part of one: from the earliest paragraph with these words in a row, or
  /// else from the paragraph whose language is nearest; none where nothing is like it.
  ///
  /// - Complexity: O(text in the store).
  public static func chain(ofSentence sentence: String, in source: any NavigableGraph) throws
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
    let all = EntrySet(of: corpus.entries.count, isFull: true)
    let kin = Kin(series: EntrySet(of: corpus.entries.count), all: all)
    let matches = Aligner(corpus).align(documents.count, before: documents.count, kin: kin)
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
  /// The nearest origin of each paragraph that has one.
  fileprivate func nearestOrigins(of paragraphs: [IRI]) throws -> [IRI: OriginLink] {
    let names = ["paragraph", "node", "origin", "similarity", "kind"].map { Variable($0) }
    func pattern(_ property: IRI, _ object: Variable) -> TriplePattern {
      TriplePattern(.variable(names[1]), .term(.iri(property)), .variable(object))
    }
    let patterns = Algebra.join(
      .values([names[0]], paragraphs.map { [.iri($0)] }),
      .bgp([
        pattern(Restating.restating, names[0]), pattern(Restating.restated, names[2]),
        pattern(Restating.similarity, names[3]), pattern(RDF.type, names[4]),
      ]))
    var found: [IRI: [IRI: OriginLink]] = [:]
    for row in try source.rows(.project(patterns, names), names) {
      guard let paragraph = row[0]?.iri, let origin = row[2]?.iri, let kind = row[4]?.iri,
        let similarity = row[3]?.lexical.flatMap({ Double($0) })
      else { continue }
      let known = found[paragraph]?[origin]
      found[paragraph, default: [:]][origin] = OriginLink(
        origin: origin, similarity: similarity,
        isVerbShift: known?.isVerbShift == true || kind == Restating.verbShift,
        isMove: known?.isMove == true || kind == Restating.move)
    }
    return found.compactMapValues { links in
      links.values.min { left, right in
        left.similarity != right.similarity
          ? left.similarity > right.similarity : SymbolOrder.precedes(left.origin, right.origin)
      }
    }
  }
}
