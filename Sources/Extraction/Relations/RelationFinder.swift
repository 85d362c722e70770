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
    let (byParagraph, byFootnote) = places(of: citations, in: document)
    var placed: [PlacedCitation] = []
    placed.reserveCapacity(citations.count)
    var isMarked = [Bool](repeating: false, count: document.footnotes.count)
    for number in document.paragraphs.indices {
      let own = byParagraph[number]
      if own.isEmpty, document.paragraphs[number].markers.isEmpty { continue }
      var notes: [ParagraphRelations.Note] = []
      for marker in document.paragraphs[number].markers {
        guard let footnote = marker.footnote, byFootnote.indices.contains(footnote) else { continue }
        isMarked[footnote] = true
        notes.append(ParagraphRelations.Note(offset: marker.offset, citations: byFootnote[footnote]))
      }
      let relations = ParagraphRelations(readings[number], citations, own, notes)
      for (index, decision) in relations.decisions + relations.noteDecisions {
        placed.append(PlacedCitation(citation: index, paragraph: number, decision: decision))
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

  /// Which of the citations stand in each paragraph and in each footnote: those of one text come together.
  private func places(
    of citations: [Citation], in document: Document
  ) -> (byParagraph: [Range<Int>], byFootnote: [Range<Int>]) {
    var byParagraph = [Range<Int>](repeating: 0..<0, count: document.paragraphs.count)
    var byFootnote = [Range<Int>](repeating: 0..<0, count: document.footnotes.count)
    var start = 0
    while start < citations.count {
      let place = citations[start].place
      var end = start + 1
      while end < citations.count, citations[end].place == place { end += 1 }
      switch place {
      case .paragraph(let paragraph): byParagraph[paragraph] = start..<end
      case .footnote(let footnote): byFootnote[footnote] = start..<end
      }
      start = end
    }
    return (byParagraph, byFootnote)
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
