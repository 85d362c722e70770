import Documents

/// Gives every citation of a document its relation.
struct RelationFinder {
  let grammar: Grammar

  /// The document's citations in the order of the text, a footnote's at each of its markers.
  ///
  /// - Parameter readings: one for each paragraph of `document`.
  /// - Complexity: O(words × citations of a paragraph).
  func relations(
    of citations: [Citation], in document: Document, readings: [ParagraphReading]
  ) -> [PlacedCitation] {
    var byParagraph = [[Int]](repeating: [], count: document.paragraphs.count)
    var byFootnote = [[Int]](repeating: [], count: document.footnotes.count)
    for index in citations.indices {
      switch citations[index].place {
      case .paragraph(let paragraph): byParagraph[paragraph].append(index)
      case .footnote(let footnote): byFootnote[footnote].append(index)
      }
    }
    var placed: [PlacedCitation] = []
    var isMarked = [Bool](repeating: false, count: document.footnotes.count)
    for number in document.paragraphs.indices {
      let own = byParagraph[number]
      let markers = document.paragraphs[number].markers
      if own.isEmpty, markers.isEmpty { continue }
      let relations = ParagraphRelations(readings[number], citations: own.map { citations[$0] })
      for (index, decision) in zip(own, relations.decisions) {
        placed.append(PlacedCitation(citation: index, paragraph: number, decision: decision))
      }
      for marker in markers {
        guard let footnote = marker.footnote, byFootnote.indices.contains(footnote) else { continue }
        isMarked[footnote] = true
        for index in byFootnote[footnote] {
          let decision = relations.decision(marker: marker, prefersName: citations[index].target.isNamed)
          placed.append(PlacedCitation(citation: index, paragraph: number, decision: decision))
        }
      }
    }
    for footnote in byFootnote.indices where !isMarked[footnote] {
      for index in byFootnote[footnote] {
        let decision = RelationDecision(relation: grammar.cites, rule: .unmarkedFootnote)
        placed.append(PlacedCitation(citation: index, paragraph: nil, decision: decision))
      }
    }
    return placed
  }
}

extension Target {
  /// Whether texts call it by a capital name (a declaration, a treaty) rather than a common noun (a report).
  var isNamed: Bool {
    switch self {
    case .document(let symbol): symbol.kind == .resolution || symbol.kind == .decision
    case .named, .instrument: true
    case .unresolved: false
    }
  }
}
