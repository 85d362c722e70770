import Documents
import Ontology
import RDF

extension Emission {
  /// Norms with their clauses, principles and restatements, and the directives beside them.
  mutating func stateNorms(_ readings: [ParagraphReading]) {
    var context: Set<Int> = []
    for reading in readings { context.formUnion(PrincipleFinder(sentence: reading.sentence).contexts()) }
    for (index, paragraph) in document.paragraphs.enumerated() where paragraph.kind != .heading {
      let reading = readings[index]
      let node = identity.part(paragraph.fragment)
      let isWhole = reading.opening == nil && paragraph.kind == .operative
      if let norm = NormFinder(sentence: reading.sentence).norm(isWhole: isWhole) {
        state(norm, reading.sentence, paragraph, node, context)
      }
      for (number, directive) in reading.directives().enumerated() {
        state(directive, identity.wording("\(paragraph.fragment)-directive\(number + 1)"), paragraph, node)
      }
    }
  }

  private mutating func state(
    _ norm: NormReading, _ sentence: Sentence, _ paragraph: Paragraph, _ place: IRI, _ context: Set<Int>
  ) {
    let fragment = paragraph.fragment + "-norm"
    let node = identity.wording(fragment)
    statements.add(node, RDF.type, Names.norm)
    statements.add(node, Names.statedIn, place)
    stateClause(norm.clauses[0], node, paragraph)
    statements.add(node, Names.text, text(words(norm.range, of: paragraph.text)))
    for (number, clause) in norm.clauses.enumerated() {
      let part = identity.wording("\(fragment)-clause\(number + 1)")
      statements.add(node, Names.hasClause, part)
      statements.add(part, RDF.type, Names.normClause)
      stateClause(clause, part, paragraph)
      stateWords(part, clause.range, of: paragraph.text, rule: "addressee-and-modal")
    }
    for link in PrincipleFinder(sentence: sentence).links(in: norm.words, context: context) {
      state(link, node, fragment, paragraph)
    }
    for restatement in sentence.restatements() { state(restatement, node, fragment, paragraph, place) }
  }

  private mutating func stateClause(_ clause: NormClause, _ node: IRI, _ paragraph: Paragraph) {
    statements.add(node, Names.modality, clause.modality.iri)
    statements.add(node, Names.addressee, .string(addressee(clause.addressee, paragraph)))
    statements.add(node, Names.action, .string(words(clause.action, of: paragraph.text)))
  }

  /// The words for the addressee without the article.
  private func addressee(_ range: Range<Int>, _ paragraph: Paragraph) -> String {
    let printed = words(range, of: paragraph.text)
    for article in ["the ", "The ", "a ", "A ", "an ", "An "] where printed.hasPrefix(article) {
      return String(printed.dropFirst(article.count))
    }
    return printed
  }

  private mutating func state(_ link: PrincipleLink, _ norm: IRI, _ fragment: String, _ paragraph: Paragraph)
  {
    let principle = grammar.ontology.principles[link.principle]
    let name =
      principle.iri.value.hasPrefix(Stemma.namespace)
      ? String(principle.iri.value.dropFirst(Stemma.namespace.count)) : "principle\(link.principle + 1)"
    let node = identity.wording("\(fragment)-\(name)")
    statements.add(norm, Names.relatesToPrinciple, principle.iri)
    statements.add(node, RDF.type, Names.principleLink)
    statements.add(node, Names.linksNorm, norm)
    statements.add(node, Names.linksPrinciple, principle.iri)
    statements.add(node, Names.inParagraph, identity.part(paragraph.fragment))
    stateWords(node, link.words, of: paragraph.text, rule: link.rule)
  }

  private mutating func state(
    _ restatement: Restatement, _ norm: IRI, _ fragment: String, _ paragraph: Paragraph, _ place: IRI
  ) {
    let earlier = grammar.ontology.norms[restatement.norm]
    if earlier.statedIn.value.hasPrefix(identity.iri.value + "#") { return }
    let node = identity.wording("\(fragment)-restates\(restatement.norm + 1)")
    statements.add(norm, Names.restatesNorm, earlier.iri)
    statements.add(place, Names.restates, earlier.statedIn)
    statements.add(node, RDF.type, Names.restatement)
    statements.add(node, Names.linksNorm, norm)
    statements.add(node, Names.restatesNorm, earlier.iri)
    let hundredths = restatement.found * 100 / restatement.all
    let digits = String(hundredths % 100)
    let similarity = "\(hundredths / 100)." + (digits.utf8.count < 2 ? "0" : "") + digits
    statements.add(node, Names.similarity, .literal(Literal(similarity, datatype: XSD.decimal)))
    statements.add(
      node, Names.change, .string(restatement.found == restatement.all ? "kept" : "reworded"))
    stateWords(node, restatement.words, of: paragraph.text, rule: "shared-cues")
  }

  private mutating func state(_ directive: Directive, _ node: IRI, _ paragraph: Paragraph, _ place: IRI) {
    statements.add(node, RDF.type, Names.directive)
    statements.add(node, Names.statedIn, place)
    statements.add(node, Names.issuedBy, grammar.ontology.verbs[directive.verb].iri)
    statements.add(node, Names.addressee, .string(addressee(directive.addressee, paragraph)))
    statements.add(node, Names.action, .string(words(directive.action, of: paragraph.text)))
  }
}
