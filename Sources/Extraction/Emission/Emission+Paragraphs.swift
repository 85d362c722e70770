import Documents
import Ontology
import RDF

extension Emission {
  /// Paragraphs and sub-paragraphs with their numbers, openings and texts.
  mutating func stateParagraphs(_ readings: [ParagraphReading]) {
    for (index, paragraph) in document.paragraphs.enumerated() where paragraph.kind != .heading {
      state(paragraph, readings[index])
    }
  }

  private mutating func state(_ paragraph: Paragraph, _ reading: ParagraphReading) {
    let node = identity.part(paragraph.fragment)
    let whole = paragraph.parent.map { document.paragraphs[$0] }.flatMap { $0.kind == .heading ? nil : $0 }
    let parent = whole.map { identity.part($0.fragment) } ?? identity.iri
    statements.add(parent, DCTerms.hasPart, node)
    if whole == nil, let joint = document.partOf {
      statements.add(IRI(joint.symbol.iri), DCTerms.hasPart, node)
    }
    statements.add(node, RDF.type, paragraph.kind.type)
    // The numbered paragraphs of an annexed text are its operative ones: official mark-up makes no difference either.
    if paragraph.kind == .annex, paragraph.number != nil { statements.add(node, RDF.type, Names.operative) }
    statements.add(node, RDF.type, Stemma.term("Paragraph"))
    statements.add(node, DCTerms.isPartOf, parent)
    if let number = paragraph.number { statements.add(node, Names.number, .string(number)) }
    statements.add(node, Names.ordinal, .integer(paragraph.ordinal))
    stateOpening(paragraph, reading, node)
    statements.add(node, Names.text, text(paragraph.text))
    for link in PrincipleFinder(sentence: reading.sentence).named() {
      statements.add(node, Names.namesPrinciple, grammar.ontology.principles[link.principle].iri)
    }
  }

  private mutating func stateOpening(_ paragraph: Paragraph, _ reading: ParagraphReading, _ node: IRI) {
    let sentence = reading.sentence
    if let opening = reading.opening, let form = opening.form {
      let end = sentence.printedEnd(of: opening, by: document.organ)
      let printed = words(0..<Int(sentence.words[end - 1].end), of: paragraph.text)
      statements.add(node, Names.openingPhrase, self.printed(paragraph.openingPhrase ?? printed))
      statements.add(node, Names.openingVerb, grammar.ontology.verbs[grammar.forms[form].verb].iri)
      return
    }
    if let printed = paragraph.openingPhrase {
      statements.add(node, Names.openingPhrase, self.printed(printed))
      statements.add(node, Names.unknownOpening, .string(printed))
    } else if opensWithVerb(paragraph), reading.governors.isEmpty, sentence.count > 0 {
      statements.add(node, Names.unknownOpening, .string(words(sentence.bytes(0..<1), of: paragraph.text)))
    }
  }

  /// Whether such a paragraph has an opening phrase by rights.
  private func opensWithVerb(_ paragraph: Paragraph) -> Bool {
    paragraph.kind == .preambular || paragraph.kind == .operative && paragraph.parent == nil
  }

  /// Footnotes, each once.
  mutating func stateFootnotes() {
    for footnote in document.footnotes {
      let node = identity.part(footnote.fragment)
      statements.add(node, RDF.type, Names.footnote)
      statements.add(node, DCTerms.isPartOf, identity.iri)
      statements.add(node, Names.number, .string(footnote.label))
      statements.add(node, Names.text, text(footnote.text))
    }
  }
}

extension Paragraph.Kind {
  /// The class of such paragraphs.
  fileprivate var type: IRI {
    switch self {
    case .preambular: Names.preambular
    case .operative: Names.operative
    case .annex, .heading: Names.annex
    }
  }
}
