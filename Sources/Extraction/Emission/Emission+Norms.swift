import Documents
import Ontology
import RDF

extension Emission {
  /// Norms with their clauses, principles and restatements, and the directives beside them.
  mutating func stateNorms(_ readings: [ParagraphReading]) {
    var context: Set<Int> = []
    for reading in readings where reading.sentence.traits.contains(.startsContextCue) {
      context.formUnion(PrincipleFinder(sentence: reading.sentence).contexts())
    }
    var listed: [Int: Listed] = [:]
    for index in document.paragraphs.indices where document.paragraphs[index].kind != .heading {
      let reading = readings[index]
      if reading.sentence.traits.contains(.startsModal) {
        let isWhole = reading.opening == nil && document.paragraphs[index].kind == .operative
        if let norm = NormFinder(reading).norm(isWhole: isWhole) {
          state(norm, reading.sentence, index, context)
        }
      }
      let above = document.paragraphs[index].parent.flatMap { listed[$0] }
      let text = statements.texts.paragraphs[index]
      let directives = statements.texts.bytes.withUnsafeBufferPointer {
        DirectiveFinder(reading, UnsafeBufferPointer(rebasing: $0[text])).directives(below: above?.directive)
      }
      for (number, directive) in directives.stated.enumerated() {
        state(directive, number + 1, index, above)
      }
      // Items of items go on with what the list goes on with: "(a) In the field of health: (i) To …".
      let isOpen = directives.stated.isEmpty && reading.governors.allSatisfy(\.isInherited)
      listed[index] =
        directives.listed.map { Listed(directive: $0, paragraph: index) } ?? (isOpen ? above : nil)
    }
  }

  /// A directive that the list below a paragraph goes on with.
  private struct Listed {
    var directive: ListedDirective
    var paragraph: Int
  }

  private mutating func state(_ norm: NormReading, _ sentence: Sentence, _ index: Int, _ context: Set<Int>) {
    let text = statements.texts.paragraphs[index]
    let node = wording(index, "-norm")
    statements.add(node, .type, .norm)
    statements.add(node, .statedIn, paragraphs[index])
    stateClause(norm.clauses[0], node, text)
    statements.add(node, .text, statements.term(.tagged, at: place(norm.range, of: text)))
    for (number, clause) in norm.clauses.enumerated() {
      let part = wording(index, "-norm-clause", number + 1)
      statements.add(node, .hasClause, part)
      statements.add(part, .type, .normClause)
      stateClause(clause, part, text)
      stateWords(part, clause.range, of: text, rule: vocabulary.clauseRule)
    }
    for link in PrincipleFinder(sentence: sentence).links(in: norm.words, context: context) {
      state(link, node, index)
    }
    for restatement in sentence.restatements() { state(restatement, node, index) }
  }

  private mutating func stateClause(_ clause: NormClause, _ node: UInt32, _ text: Range<Int>) {
    statements.add(node, .modality, clause.modality.name)
    statements.add(node, .addressee, addressee(clause.addressee, text))
    statements.add(node, .action, statements.term(.string, at: place(clause.action, of: text)))
  }

  /// The words for the addressee without the article.
  private mutating func addressee(_ range: Range<Int>, _ text: Range<Int>) -> UInt32 {
    var range = place(range, of: text)
    for article in ["the ", "The ", "a ", "A ", "an ", "An "] as [StaticString] {
      let length = article.utf8CodeUnitCount
      let words = UnsafeBufferPointer(start: article.utf8Start, count: length)
      guard statements.texts.bytes[range].starts(with: words) else { continue }
      range = range.lowerBound + length..<range.upperBound
      break
    }
    return statements.term(.string, at: range)
  }

  private mutating func state(_ link: PrincipleLink, _ norm: UInt32, _ index: Int) {
    statements.open(with: paragraphs[index])
    statements.write("-norm-")
    statements.write(vocabulary.principleNames[link.principle])
    let node = closeWording()
    let principle = vocabulary.principle(link.principle)
    statements.add(norm, .relatesToPrinciple, principle)
    statements.add(node, .type, .principleLink)
    statements.add(node, .linksNorm, norm)
    statements.add(node, .linksPrinciple, principle)
    statements.add(node, .inParagraph, paragraphs[index])
    stateWords(node, link.words, of: statements.texts.paragraphs[index], rule: string(link.rule))
  }

  private mutating func state(_ restatement: Restatement, _ norm: UInt32, _ index: Int) {
    let earlier = grammar.ontology.norms[restatement.norm]
    if earlier.statedIn.value.hasPrefix(identity.iri.value + "#") { return }
    let node = wording(index, "-norm-restates", restatement.norm + 1)
    statements.add(norm, .restatesNorm, vocabulary.norm(restatement.norm))
    statements.add(paragraphs[index], .restates, vocabulary.place(ofNorm: restatement.norm))
    statements.add(node, .type, .restatement)
    statements.add(node, .linksNorm, norm)
    statements.add(node, .restatesNorm, vocabulary.norm(restatement.norm))
    let hundredths = restatement.found * 100 / restatement.all
    let digits = String(hundredths % 100)
    let similarity = "\(hundredths / 100)." + (digits.utf8.count < 2 ? "0" : "") + digits
    statements.add(node, .similarity, statements.term(.decimal, similarity))
    statements.add(node, .change, string(restatement.found == restatement.all ? "kept" : "reworded"))
    stateWords(
      node, restatement.words, of: statements.texts.paragraphs[index], rule: vocabulary.restatementRule)
  }

  private mutating func state(_ directive: Directive, _ number: Int, _ index: Int, _ above: Listed?) {
    let texts = statements.texts.paragraphs
    let node = wording(index, "-directive", number)
    statements.add(node, .type, .directive)
    statements.add(node, .statedIn, paragraphs[index])
    statements.add(node, .issuedBy, vocabulary.verb(directive.verb))
    if let named = directive.addressee {
      statements.add(node, .addressee, addressee(named, texts[index]))
    } else if let above, let named = above.directive.addressee {
      statements.add(node, .addressee, addressee(named, texts[above.paragraph]))
    }
    statements.add(node, .action, statements.term(.string, at: place(directive.action, of: texts[index])))
  }
}
