import Diagnostics
import RDF
import Testing

/// What Turtle and TriG allow and forbid, beyond what the W3C's suites ask.
@Suite struct TurtleTests {
  private static let prefixes = "@prefix : <http://e/> .\n"

  /// The statements in N-Quads with the namespace `http://e/` left out, or the error's message.
  private func read(_ format: RDFFormat, _ text: String) -> String {
    var collector = QuadCollector()
    do {
      try RDFReader(format: format, base: "http://e/dir/file").read(
        text: TurtleTests.prefixes + text, name: "a", into: &collector)
    } catch { return (error as? Diagnostic)?.message ?? "\(error)" }
    return collector.quads.map { quad in
      let terms =
        [quad.triple.subject, .iri(quad.triple.predicate), quad.triple.object]
        + (quad.graph.map { [$0] } ?? [])
      return terms.map { "\($0)".replacing("http://e/", with: "") }.joined(separator: " ")
    }.joined(separator: ", ")
  }

  private func turtle(_ text: String) -> String { read(.turtle, text) }

  @Test(arguments: [
    ("1", "1"), ("-1", "-1"), ("+007", "+007"), ("1.5", "1.5"), (".5", ".5"), ("-.5e3", "-.5e3"),
    ("1.e5", "1.e5"),
    ("1E-0", "1E-0"),
  ])
  func numbersKeepTheirType(written: String, lexical: String) {
    let type = written.lowercased().contains("e") ? "double" : written.contains(".") ? "decimal" : "integer"
    let found = "\"\(lexical)\"^^<http://www.w3.org/2001/XMLSchema#\(type)>"
    for end in [" .", ".", ".#", " ,:d .", ",:d.", ";:p :d."] {
      #expect(turtle(":a :b \(written)\(end)").hasPrefix("<a> <b> \(found)"), "\(written)\(end)")
    }
    #expect(read(.trig, ":g{:a :b \(written)}") == "<a> <b> \(found) <g>")
  }

  @Test(arguments: ["1e", "1e+", "0x1", "1_0", "+", "- 1", "..5", "1.5.5"])
  func whatIsNoNumberIsRefused(text: String) {
    #expect(turtle(":a :b \(text) .").contains("expected"))
  }

  @Test func literalsMayHaveSpaceBeforeTheirTypes() {
    #expect(turtle(":a :b \"x\" @en .") == "<a> <b> \"x\"@en")
    #expect(turtle(":a :b \"x\" # why not\n ^^ :t .") == "<a> <b> \"x\"^^<t>")
    #expect(turtle(":a :b \"x\"@en-GB.") == "<a> <b> \"x\"@en-GB")
    #expect(turtle(":a :b \"x\"@ en .") == "'@' is no language tag")
  }

  @Test func longStringsHoldQuotesAndEscapes() {
    #expect(turtle(#":a :b """x"\n"y""" ."#) == #"<a> <b> "x\"\n\"y""#)
    #expect(turtle(#":a :b """""\u0041"\\""" ."#) == #"<a> <b> "\"\"A\"\\""#)
    #expect(turtle(#":a :b '''it''s ''\'''' ."#) == #"<a> <b> "it''s '''""#)
    #expect(turtle(":a :b \"\"\"x\"\"\"\" .") == "expected ';', ',' or '.', found '\"'")
    #expect(turtle(":a :b \"x\ny\" .") == "a string has no closing \"")
  }

  @Test func prefixesMayBeNamedLikeKeywords() {
    for name in ["true", "false", "prefix", "base", "PREFIX", "Base", "a", "graph", "GRAPH"] {
      for format in [RDFFormat.turtle, .trig] {
        #expect(
          read(format, "@prefix \(name): <http://e/x/> . \(name):a \(name):b \(name):c .")
            == "<x/a> <x/b> <x/c>")
      }
    }
    #expect(
      turtle("@prefix a: <http://e/> . a:a a a:a ; a:b true , false .").hasPrefix(
        "<a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <a>"))
    #expect(
      read(.trig, "@prefix graph: <http://e/> . GRAPH graph:g { :a :b :c } graph:h { :a :b :c }")
        == "<a> <b> <c> <g>, <a> <b> <c> <h>")
  }

  @Test(arguments: [
    (":a.b", "a.b"), (":a\\.", "a."), (":%41\\~b", "%41~b"), (":a:b::", "a:b::"), (":-a", nil), (":·a", nil),
    (":1-", "1-"),
    (":%4", nil), (":\\a", nil), (":a\\\\", nil), (":é·", "é·"),
  ])
  func localNames(name: String, expected: String?) {
    #expect(
      turtle(":s :p \(name) .") == expected.map { "<s> <p> <\($0)>" }
        || expected == nil && !turtle(":s :p \(name) .").hasPrefix("<"))
  }

  @Test(arguments: ["-a", "·a", ".a", "", ":a", "a:b", "/a"])
  func badLabelsAreRefused(label: String) {
    #expect(!turtle("_:\(label) :p :o .").hasPrefix("_:"))
  }

  @Test func nodesWithoutLabelsStayApartFromAllLabels() {
    #expect(
      turtle("_:b1 :p _:B1 , [] , _:b7.x , _:b12 .")
        == "_:b1 <p> _:B1, _:b1 <p> _:b13, _:b1 <p> _:b7.x, _:b1 <p> _:b12")
  }

  @Test func bracketsStandWhereTheyMay() {
    #expect(turtle("[] .") == "expected a predicate, found '.'")
    #expect(turtle("[ :p :o ] .") == "_:b1 <p> <o>")
    #expect(turtle("[ :p :o ; ; ] :q :r ; .") == "_:b1 <p> <o>, _:b1 <q> <r>")
    #expect(turtle("( 1 ) .") == "expected a predicate, found '.'")
    #expect(
      turtle(":a :b () , ( [] ) .").hasSuffix(
        "_:b1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>, <a> <b> _:b1"
      ))
    #expect(turtle(":a [] :c .") == "expected a predicate, found '['")
    #expect(turtle(":g { :a :b :c }") == "expected a predicate, found '{'")
    #expect(read(.trig, ":g { [] }") == "expected a predicate, found '}'")
    #expect(read(.trig, "[] { [ :p :o ] }") == "_:b2 <p> <o> _:b1")
    #expect(read(.trig, "[ :p :o ] { :a :b :c }") == "this cannot name a graph")
    #expect(read(.trig, "() { :a :b :c }") == "this cannot name a graph")
    #expect(read(.trig, "{ :a :b :c } .") == "expected a subject, found '.'")
    #expect(read(.trig, "{ @prefix x: <x> . }") == "expected a subject, found '@'")
  }

  @Test func directivesInBothForms() {
    #expect(turtle("@base<http://e/x/>.<a><b><c>.") == "<x/a> <x/b> <x/c>")
    #expect(turtle("base<x/>prefix y:<y/>y:a<b><c>.") == "<dir/x/y/a> <dir/x/b> <dir/x/c>")
    #expect(turtle("PREFIX x: <http://e/> .") == "expected a subject, found '.'")
    #expect(turtle("@PREFIX x: <http://e/> .") == "expected '@prefix' or '@base'")
    #expect(
      turtle("@prefix x: <http://e/> x:a :b :c .") == "expected '.' at the end of the directive, found 'x'")
    #expect(turtle("@prefix x.: <http://e/> .") == "expected a prefix and ':', found '.'")
  }
}
