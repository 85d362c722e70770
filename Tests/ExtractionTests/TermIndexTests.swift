import Documents
import Ontology
import RDF
import Testing

@testable import Extraction

/// Terms that are closed once are one for the same form and text.
@Suite struct TermIndexTests {
  @Test func sameHashes() {
    var index = TermIndex()
    for term in UInt32(0)..<500 { index.insert(term, UInt64(term / 5)) }
    for term in UInt32(0)..<500 {
      #expect(index.term(UInt64(term / 5)) { $0 == term } == term)
      #expect(index.term(UInt64(term / 5)) { $0 == 500 } == nil)
    }
    #expect(index.term(1000) { _ in true } == nil)
    #expect(TermIndex().term(0) { _ in true } == nil)
  }

  @Test func formsAndTexts() throws {
    var statements = Statements(
      DocumentTexts(Document()), language: "en", vocabulary: Vocabulary(try .bundled()))
    let texts = ["", "A", "A/RES/1/1", "a", String(repeating: "long ", count: 100)]
    let forms: [Statements.Form] = [.iri, .string, .tagged, .english]
    let terms = forms.map { form in texts.map { statements.once(form, $0) } }
    #expect(Set(terms.joined()).count == forms.count * texts.count)
    for (form, known) in zip(forms, terms) {
      let again = texts.map { statements.once(form, $0) }
      #expect(again == known)
    }
    // A term of its own is another even where the text is the same.
    let own = statements.term(.string, "A")
    #expect(!terms.joined().contains(own))
    for (text, term) in zip(texts, terms[1]) {
      #expect(statements.withTerm(term) { String(decoding: $0.lexical, as: UTF8.self) } == text)
    }
  }

  @Test func sets() {
    var set = TermSet()
    let terms: [UInt32] = [0, 63, 64, 65, 1000, 7]
    let first = terms.map { set.insert($0) }
    let second = terms.map { set.insert($0) }
    #expect(first.allSatisfy { $0 } && !second.contains(true))
    let other = set.insert(999)
    #expect(other)
  }

  @Test func cases() {
    let table = CaseTable<Citation.Rule, String> { $0.rawValue }
    for rule in Citation.Rule.allCases { #expect(table[rule] == rule.rawValue) }
  }
}
