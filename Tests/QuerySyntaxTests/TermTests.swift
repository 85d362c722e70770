import Diagnostics
import QuerySyntax
import RDF
import Testing

@Suite("Terms")
struct TermTests {
  private func object(_ text: String) throws -> PatternTerm {
    let source = SourceText(
      name: "query",
      text: "BASE <http://h/a/b> PREFIX ex: <http://e/> PREFIX 食: <http://f/> ASK { ?s ?p \(text) }")
    guard case .bgp(let triples) = try SPARQL.parse(source).algebra else {
      throw Diagnostic.error("expected one triple")
    }
    return triples[0].object
  }

  @Test(arguments: [
    (#""a\tb\b\n\r\f\\\"\'""#, "a\tb\u{8}\n\r\u{C}\\\"'"),
    (#"'it "is"'"#, #"it "is""#),
    ("\"\"\"two \"\"quotes\"\" \"\"\"", "two \"\"quotes\"\" "),
    ("'''a\nb'c''d'''", "a\nb'c''d"),
    (#""\u00E9\U0001F46A""#, "é👪"),
    (#""\\u00E9""#, #"\u00E9"#),
    ("''", ""),
    (#""""""""#, ""),
    ("\"é食\"", "é食"),
  ])
  func strings(_ text: String, _ expected: String) throws {
    #expect(try object(text) == .term(.string(expected)))
  }

  @Test(arguments: [
    ("<c>", "http://h/a/c"), ("<#c>", "http://h/a/b#c"), ("<>", "http://h/a/b"),
    ("<\\u00E9>", "http://h/a/é"),
    ("<http://x/../y>", "http://x/../y"), ("ex:", "http://e/"), ("ex:a.b", "http://e/a.b"),
    ("ex:a:b", "http://e/a:b"), ("ex:1a", "http://e/1a"), ("ex:%41%c3", "http://e/%41%c3"),
    (#"ex:a\~\(1\)\/b"#, "http://e/a~(1)/b"), ("ex:a-b_c", "http://e/a-b_c"), ("食:べる", "http://f/べる"),
    ("ex:a.", "http://e/a"), (":recalls", "https://w3id.org/stemma/ns#recalls"),
    ("()", "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil"),
    ("xsd:date", "http://www.w3.org/2001/XMLSchema#date"),
  ])
  func iris(_ text: String, _ expected: String) throws {
    #expect(try object(text) == .term(.iri(expected)))
  }

  @Test(arguments: [
    ("1", XSD.integer), ("+01", XSD.integer), ("-1", XSD.integer), ("1.5", XSD.decimal), (".5", XSD.decimal),
    ("-.5", XSD.decimal), ("1e3", XSD.double), ("1.e3", XSD.double), ("-1.5E-3", XSD.double),
    (".5e+1", XSD.double),
    ("true", XSD.boolean), ("false", XSD.boolean),
  ])
  func numbersAndBooleans(_ text: String, _ datatype: IRI) throws {
    #expect(try object(text) == .term(.literal(Literal(text, datatype: datatype))))
  }

  @Test func literalsWithTagsAndTypes() throws {
    #expect(try object("\"x\"@en-GB") == .term(.literal(Literal("x", language: "en-GB"))))
    #expect(try object("'1'^^xsd:date") == .term(.literal(Literal("1", datatype: XSD.date))))
    #expect(try object("'1'^^<t>") == .term(.literal(Literal("1", datatype: IRI("http://h/a/t")))))
    // The dot ends the triple.
    #expect(try object("1 .") == .term(.integer(1)))
    #expect(try object("1.") == .term(.integer(1)))
  }

  @Test func prefixesOfTheQueryWin() throws {
    let query = try SPARQL.parse(
      SourceText(
        name: "query",
        text: "PREFIX : <http://e/> PREFIX : <http://f/> BASE <http://b/> SELECT * { :a :b <c> }"))
    #expect(query.prefixes[""] == "http://f/")
    #expect(query.prefixes["xsd"] == XSD.namespace)
    #expect(
      query.algebra.description(prefixes: PrefixMap())
        == "(project () (bgp (triple <http://f/a> <http://f/b> <http://b/c>)))")
  }

  @Test func barePatterns() throws {
    let pattern = try SPARQL.parsePattern(SourceText(name: "query", text: "?r :recalls+ <A/RES/53/70>"))
    let query = try SPARQL.parse(
      SourceText(name: "query", text: "SELECT * WHERE { ?r :recalls+ <A/RES/53/70> }"))
    #expect(pattern.algebra == query.algebra)
    #expect(pattern.variables == [Variable("r")])
    #expect(throws: Diagnostic.self) {
      try SPARQL.parsePattern(SourceText(name: "query", text: "?r :recalls ?s }"))
    }
  }
}
