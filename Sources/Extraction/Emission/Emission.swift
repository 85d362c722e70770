import Diagnostics
import Documents
import RDF

/// States one document as triples, in the order of its text.
struct Emission {
  let document: Document
  let identity: DocumentIdentity
  let grammar: Grammar
  let states: StateNames
  var statements: Statements
  /// The document's term, and those of its paragraphs and footnotes.
  let node: UInt32
  let paragraphs: [UInt32]
  let footnotes: [UInt32]
  var citationCount = 0
  private(set) var unresolved: [UnresolvedCitation] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The documents that have been described.
  var described = TermSet()

  init(
    document: Document, identity: DocumentIdentity, grammar: Grammar, states: StateNames,
    statements: consuming Statements
  ) {
    self.document = document
    self.identity = identity
    self.grammar = grammar
    self.states = states
    let node = statements.once(.iri, identity.iri.value)
    paragraphs = document.paragraphs.indices.map {
      statements.part(of: node, document.paragraphs[$0].fragment)
    }
    footnotes = document.footnotes.indices.map { statements.part(of: node, document.footnotes[$0].fragment) }
    self.node = node
    self.statements = statements
  }

  var extraction: Extraction {
    Extraction(
      graph: identity.graph, reissue: document.reissue, citationCount: citationCount,
      statements: statements, diagnostics: diagnostics, unresolved: unresolved)
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  mutating func report(_ citation: UnresolvedCitation) { unresolved.append(citation) }
}

// MARK: Terms

extension Emission {
  var vocabulary: Vocabulary { statements.vocabulary }

  mutating func string(_ text: String) -> UInt32 { statements.term(.string, text) }

  /// A literal in the document's language.
  mutating func tagged(_ text: String) -> UInt32 { statements.term(.tagged, text) }

  /// The form of words as printed: plain in English, tagged in other languages, where several versions say them.
  var printedForm: Statements.Form { document.language == "en" ? .string : .tagged }

  /// The same term for the same IRI, for what may be stated once only.
  mutating func iri(_ text: String) -> UInt32 { statements.once(.iri, text) }

  /// The same term for the same literal, for what may be stated once only.
  mutating func literal(_ form: Statements.Form, _ text: String) -> UInt32 { statements.once(form, text) }

  /// The term of what a citation leads to; nil where that cannot be told.
  mutating func term(of target: Target) -> UInt32? {
    guard case .document(let symbol) = target else { return target.iri.map { iri($0) } }
    return term(of: symbol)
  }

  /// The term of a document.
  mutating func term(of symbol: Symbol) -> UInt32 {
    statements.open()
    statements.write(iriOf: symbol)
    return statements.closeOnce(.iri)
  }

  /// Ends the IRI of something that stands in the words of this language version only: a citation, a norm. "#pp3-c1-fr".
  mutating func closeWording() -> UInt32 {
    if document.language != "en" {
      statements.write("-")
      statements.write(document.language)
    }
    return statements.close(.iri)
  }

  /// What belongs to a paragraph in this language version: "#op5-norm-clause" and its number.
  mutating func wording(_ paragraph: Int, _ suffix: StaticString, _ number: Int? = nil) -> UInt32 {
    statements.open(with: paragraphs[paragraph])
    statements.write(suffix)
    if let number { statements.write(number) }
    return closeWording()
  }

  /// Where the words at `range` of a text stand, as far as it goes.
  func place(_ range: Range<Int>, of text: Range<Int>) -> Range<Int> {
    let end = min(range.upperBound, text.count)
    return text.lowerBound + min(range.lowerBound, end)..<text.lowerBound + end
  }

  /// The words at `range` of a text.
  func words(_ range: Range<Int>, of text: Range<Int>) -> String {
    String(decoding: statements.texts.bytes[place(range, of: text)], as: UTF8.self)
  }

  /// States where words stand: the words, their offsets, the rule.
  mutating func stateWords(_ node: UInt32, _ range: Range<Int>, of text: Range<Int>, rule: UInt32) {
    statements.add(node, .exact, statements.term(.string, at: place(range, of: text)))
    statements.add(node, .start, statements.integer(range.lowerBound))
    statements.add(node, .end, statements.integer(range.upperBound))
    statements.add(node, .rule, rule)
  }
}
