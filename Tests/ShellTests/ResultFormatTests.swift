import Diagnostics
import QueryEngine
import QuerySyntax
import RDF
import Testing

@testable import Shell

/// Every kind of term, unbound cells, and the characters that each format must escape.
private let rows: [[Term?]] = [
  [.iri("https://undocs.org/A/RES/73/27"), .string("plain"), .integer(7)],
  [.iri(Stemma.namespace + "recalls"), .literal(Literal("rappelle, «dit»", language: "fr")), nil],
  [
    .blank(BlankNode("b0")), .string("a \"quote\", a\ttab\nand a \\ line"),
    .literal(Literal("1.5", datatype: XSD.decimal)),
  ],
  [nil, .literal(Literal("2018-12-05", datatype: XSD.date)), .literal(Literal("1e6", datatype: XSD.double))],
  [
    .iri("http://example.org/?a=1&b=2"), .string("a < b & c > d\r"),
    .literal(Literal("abc", datatype: XSD.integer)),
  ],
  [.string("中文 é"), .string(""), .literal(Literal("INF", datatype: XSD.double))],
]

private func written(_ answer: Answer, as format: ResultFormat, width: Int? = nil) throws -> String {
  let output = ByteOutput()
  _ = try format.write(answer, output, ResultStyle(width: width))
  return output.text
}

@Suite struct ResultFormatTests {
  @Test(
    "each format writes every kind of term as its golden file shows",
    arguments: ["csv", "tsv", "json", "xml", "table"])
  func golden(name: String) throws {
    let text = try written(.solutions(Solutions(["x", "y", "z"], rows, batch: 2)), as: .named(name))
    try expectGolden(text, "Golden/terms.\(name)")
  }

  @Test(
    "ASK in each format",
    arguments: [
      ("csv", "true\r\n"), ("tsv", "true\n"), ("table", "yes\n"),
      ("json", "{\"head\":{},\"boolean\":true}\n"),
      (
        "xml",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <sparql xmlns="http://www.w3.org/2005/sparql-results#">
        <head/>
        <boolean>true</boolean>
        </sparql>

        """
      ),
    ])
  func boolean(name: String, expected: String) throws {
    try #expect(written(.boolean(true), as: .named(name)) == expected)
  }

  @Test("names are unique and every format writes rows, a truth value or triples")
  func list() throws {
    #expect(Set(ResultFormat.all.map(\.name)).count == ResultFormat.all.count)
    for format in ResultFormat.all {
      #expect(!format.summary.isEmpty)
      let triples = TripleStream([Triple(.iri("x:s"), IRI("x:p"), .iri("x:o"))])
      try #expect(written(.graph(triples), as: format).contains("x:o"))
    }
  }

  @Test("an unknown format is refused with the nearest name")
  func unknown() {
    #expect(throws: Diagnostic.error("unknown format 'jsn'", hint: "did you mean 'json'?", exitStatus: 2)) {
      try ResultFormat.named("jsn")
    }
  }

  @Test("triples have no place among rows, nor rows among triples")
  func refusal() {
    #expect(throws: Diagnostic.self) { try written(.boolean(true), as: .ntriples) }
  }

  @Test("XML refuses what XML cannot hold")
  func control() {
    let solutions = Solutions(["x"], [[.string("bell \u{7}")]])
    #expect(
      throws: Diagnostic.error("XML cannot hold the character U+0007 in 'bell '", hint: "use json or tsv")
    ) {
      try written(.solutions(solutions), as: .xml)
    }
  }

  @Test("no rows: the header alone")
  func empty() throws {
    try #expect(written(.solutions(Solutions(["a", "b"], [])), as: .csv) == "a,b\r\n")
    try #expect(written(.solutions(Solutions(["a", "b"], [])), as: .table) == "a  b\n─  ─\n")
  }

  @Test("on a terminal a table is cut to its width and counts its rows")
  func narrow() throws {
    let solutions = Solutions(["n", "text"], [[.integer(1), .string("a rather long text that goes on")]])
    try #expect(
      written(.solutions(solutions), as: .table, width: 20) == """
        n  text
        ─  ─────────────────
        1  a rather long te…
        (1 row)

        """)
  }

  @Test("a full device is an error, not a crash")
  func full() throws {
    let output = try OutputFile(path: "/dev/full")
    try output.bytes.append(text: "x")
    #expect(throws: Diagnostic.error("cannot write to '/dev/full': no space left on device")) {
      try output.bytes.flush()
    }
  }
}
