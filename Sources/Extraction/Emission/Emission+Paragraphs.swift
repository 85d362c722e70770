import Documents
import Ontology

extension Emission {
  /// Paragraphs and sub-paragraphs with their numbers, openings and texts.
  mutating func stateParagraphs(_ readings: [ParagraphReading]) {
    for index in document.paragraphs.indices where document.paragraphs[index].kind != .heading {
      state(paragraph: index, readings)
    }
  }

  private mutating func state(paragraph index: Int, _ readings: [ParagraphReading]) {
    let kind = document.paragraphs[index].kind
    let number = document.paragraphs[index].number
    let place = paragraphs[index]
    let whole = document.paragraphs[index].parent.flatMap {
      document.paragraphs[$0].kind == .heading ? nil : $0
    }
    let parent = whole.map { paragraphs[$0] } ?? node
    statements.add(parent, .hasPart, place)
    if whole == nil, let joint = document.partOf {
      statements.add(term(of: joint.symbol), .hasPart, place)
    }
    statements.add(place, .type, kind.type)
    // The numbered paragraphs of an annexed text are its operative ones: official mark-up makes no difference either.
    if kind == .annex, number != nil { statements.add(place, .type, .operativeParagraph) }
    statements.add(place, .type, .paragraph)
    statements.add(place, .isPartOf, parent)
    if let number { statements.add(place, .number, string(number)) }
    statements.add(place, .ordinal, statements.integer(document.paragraphs[index].ordinal))
    stateOpening(index, readings)
    statements.add(place, .text, statements.term(.tagged, at: statements.texts.paragraphs[index]))
    if readings[index].sentence.traits.contains(.principle) {
      for link in PrincipleFinder(sentence: readings[index].sentence).named() {
        statements.add(place, .namesPrinciple, vocabulary.principle(link.principle))
      }
    }
  }

  private mutating func stateOpening(_ index: Int, _ readings: [ParagraphReading]) {
    let sentence = readings[index].sentence
    let marked = document.paragraphs[index].openingPhrase
    let place = paragraphs[index]
    let text = statements.texts.paragraphs[index]
    if let opening = readings[index].opening, let form = opening.form {
      let end = sentence.printedEnd(of: opening, by: document.organ)
      let printed = 0..<Int(sentence.words[end - 1].end)
      statements.add(
        place, .openingPhrase,
        marked.map { statements.term(printedForm, $0) }
          ?? statements.term(printedForm, at: self.place(printed, of: text)))
      statements.add(place, .openingVerb, vocabulary.verb(grammar.forms[form].verb))
      return
    }
    if let printed = marked {
      statements.add(place, .openingPhrase, statements.term(printedForm, printed))
      statements.add(place, .unknownOpening, string(printed))
    } else if opensWithVerb(index), readings[index].governors.isEmpty, sentence.count > 0 {
      statements.add(
        place, .unknownOpening, statements.term(.string, at: self.place(sentence.bytes(0..<1), of: text)))
    }
  }

  /// Whether such a paragraph has an opening phrase by rights.
  private func opensWithVerb(_ index: Int) -> Bool {
    let kind = document.paragraphs[index].kind
    return kind == .preambular || kind == .operative && document.paragraphs[index].parent == nil
  }

  /// Footnotes, each once.
  mutating func stateFootnotes() {
    for (index, footnote) in document.footnotes.enumerated() {
      let place = footnotes[index]
      statements.add(place, .type, .footnote)
      statements.add(place, .isPartOf, node)
      statements.add(place, .number, string(footnote.label))
      statements.add(place, .text, statements.term(.tagged, at: statements.texts.footnotes[index]))
    }
  }
}

extension Paragraph.Kind {
  /// The class of such paragraphs.
  fileprivate var type: Name {
    switch self {
    case .preambular: .preambularParagraph
    case .operative: .operativeParagraph
    case .annex, .heading: .annexParagraph
    }
  }
}
