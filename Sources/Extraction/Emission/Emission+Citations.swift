import Documents
import RDF

extension Emission {
  /// The evidence of every citation, and the relations that it supports.
  mutating func stateCitations(_ citations: [Citation], _ placed: [PlacedCitation]) {
    citationCount = placed.count
    var count = SpotCount()
    for place in placed {
      let citation = citations[place.citation]
      let count = count.next(place, citation)
      let target = term(of: citation.target)
      state(citation, place, node(of: citation, place, count), target)
      guard let target, target != node else { continue }
      describe(citation.target, target)
      stateRelation(to: target, citation.place, place.decision)
    }
  }

  /// "#op3-c1" for the first citation in the text, "#op3-fn1-c1" in the footnote whose marker stands there.
  private mutating func node(of citation: Citation, _ place: PlacedCitation, _ count: Int) -> UInt32 {
    switch citation.place {
    case .paragraph(let index): statements.open(with: paragraphs[index])
    case .footnote(let index):
      if let outer = place.paragraph {
        statements.open(with: paragraphs[outer])
        statements.write("-")
        statements.write(document.footnotes[index].fragment)
      } else {
        statements.open(with: footnotes[index])
      }
    }
    statements.write("-c")
    statements.write(count)
    return closeWording()
  }

  private mutating func state(
    _ citation: Citation, _ place: PlacedCitation, _ node: UInt32, _ target: UInt32?
  ) {
    statements.add(node, .type, .citation)
    statements.add(node, .hasCitingEntity, self.node)
    if document.language != "en" { statements.add(node, .language, string(document.language)) }
    if let whole = document.partOf { statements.add(node, .hasCitingEntity, term(of: whole.symbol)) }
    if let target { statements.add(node, .hasCitedEntity, target) }
    statements.add(node, .relation, vocabulary.relations[place.decision.relation][0])
    if let paragraph = place.paragraph { statements.add(node, .inParagraph, paragraphs[paragraph]) }
    if case .footnote(let index) = citation.place { statements.add(node, .inFootnote, footnotes[index]) }
    let text = statements.texts.range(of: citation.place)
    stateWords(node, citation.range, of: text, rule: vocabulary.rule(place.decision.rule))
    statements.add(node, .readBy, vocabulary.rule(citation.rule))
    if let pinpoint = citation.pinpoint { statements.add(node, .pinpoint, string(pinpoint)) }
    if case .unresolved(let reason) = citation.target {
      statements.add(node, .reason, string(reason))
      report(
        UnresolvedCitation(
          fragment: fragment(of: citation.place), exact: words(citation.range, of: text), reason: reason))
    }
  }

  private func fragment(of place: Citation.Place) -> String {
    switch place {
    case .paragraph(let index): document.paragraphs[index].fragment
    case .footnote(let index): document.footnotes[index].fragment
    }
  }

  /// The relation between the documents, and every relation that it is a kind of.
  private mutating func stateRelation(
    to cited: UInt32, _ place: Citation.Place, _ decision: RelationDecision
  ) {
    for kind in vocabulary.relations[decision.relation] { statements.addOnce(node, kind, cited) }
    if case .footnote = place { statements.addOnce(node, .footnoteCites, cited) }
  }
}

/// Counts citations where they stand: in a paragraph, or in a footnote whose marker stands in one.
private struct SpotCount {
  private var paragraph: Int?
  /// Of the paragraph's own citations, and of those in each of its footnotes.
  private var own = 0
  private var inFootnotes: [Int: Int] = [:]

  /// The number of the next citation in its spot, from 1 on; citations come paragraph by paragraph.
  mutating func next(_ place: PlacedCitation, _ citation: Citation) -> Int {
    if place.paragraph != paragraph {
      paragraph = place.paragraph
      own = 0
      inFootnotes.removeAll(keepingCapacity: true)
    }
    if case .footnote(let index) = citation.place {
      inFootnotes[index, default: 0] += 1
      return inFootnotes[index, default: 0]
    }
    own += 1
    return own
  }
}
