import Diagnostics
import Documents
import RDF

/// States one document as triples, in the order of its text.
struct Emission {
  let document: Document
  let identity: DocumentIdentity
  let grammar: Grammar
  let states: StateNames
  var statements = Statements()
  var citationCount = 0
  private(set) var unresolved: [UnresolvedCitation] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(document: Document, identity: DocumentIdentity, grammar: Grammar, states: StateNames) {
    self.document = document
    self.identity = identity
    self.grammar = grammar
    self.states = states
  }

  var extraction: Extraction {
    Extraction(
      graph: identity.graph, reissue: document.reissue, citationCount: citationCount,
      triples: statements.triples, diagnostics: diagnostics, unresolved: unresolved)
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  mutating func report(_ citation: UnresolvedCitation) { unresolved.append(citation) }

  /// A literal in the document's language.
  func text(_ text: String) -> Term { .literal(Literal(text, language: document.language)) }

  /// Words as printed: a plain string in English, tagged in other languages, where several versions say it.
  func printed(_ words: String) -> Term { document.language == "en" ? .string(words) : text(words) }

  /// The words of `text` at UTF-8 offsets.
  func words(_ range: Range<Int>, of text: String) -> String {
    let bytes = text.utf8
    let end = min(range.upperBound, bytes.count)
    let start = min(range.lowerBound, end)
    return String(Substring(bytes.dropFirst(start).prefix(end - start)))
  }

  /// States where words stand: the words, their offsets, the rule.
  mutating func stateWords(_ node: IRI, _ range: Range<Int>, of text: String, rule: String) {
    statements.add(node, Names.exact, .string(words(range, of: text)))
    statements.add(node, Names.start, .integer(range.lowerBound))
    statements.add(node, Names.end, .integer(range.upperBound))
    statements.add(node, Names.rule, .string(rule))
  }
}
