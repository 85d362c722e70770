import Diagnostics
import Glibc
import RDF
import Testing

@Suite("RDF writers")
struct WriterTests {
  private func quads(_ format: RDFFormat, _ text: String) throws -> [Quad] {
    var collector = QuadCollector()
    try RDFReader(format: format, base: "http://base/").read(text: text, name: "t", into: &collector)
    return collector.quads
  }

  private func rewrite(_ text: String, from: RDFFormat, to: RDFFormat) throws -> String {
    let output = ByteOutput()
    var writer = try to.writer(to: output, prefixes: PrefixMap(["": "http://e/", "xsd": XSD.namespace]))
    try copy(text, from, &writer)
    return output.text
  }

  private func copy(_ text: String, _ format: RDFFormat, _ writer: inout any QuadWriter) throws {
    func run(_ writer: inout some QuadWriter) throws {
      try RDFReader(format: format).read(text: text, name: "t", into: &writer)
      try writer.finish()
    }
    try run(&writer)
  }

  @Test func turtleIsGroupedAndOrdered() throws {
    let text = #"""
      <http://e/s> <http://e/p> "b" .
      <http://e/s> <http://e/p> "a"@en .
      <http://e/s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/T> .
      <http://e/s> <http://e/p> "b" .
      <http://e/s> <http://e/n> "-12"^^<http://www.w3.org/2001/XMLSchema#integer> .
      <http://e/s> <http://e/n> "1."^^<http://www.w3.org/2001/XMLSchema#decimal> .
      _:x <http://e/-p> <http://e/a.> .
      """#
    #expect(
      try rewrite(text, from: .ntriples, to: .turtle) == """
        @prefix : <http://e/> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

        :s a :T ;
          :n -12, "1."^^xsd:decimal ;
          :p "a"@en, "b" .

        _:x <http://e/-p> <http://e/a.> .

        """)
  }

  @Test func graphsAreBlocks() throws {
    let text =
      "<http://e/s> <http://e/p> <http://e/o> .\n<http://e/s> <http://e/p> <http://e/o> <http://e/g> .\n"
    #expect(
      try rewrite(text, from: .nquads, to: .trig) == """
        @prefix : <http://e/> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

        :s :p :o .

        :g {

        :s :p :o .
        }

        """)
    #expect(try rewrite(text, from: .nquads, to: .nquads) == text)
  }

  @Test(arguments: RDFFormat.written)
  func hostileLiteralsComeBack(format: RDFFormat) throws {
    let lexicals = [
      "", "\"", "\\", "\\u0041", "a\nb\r\n\tc", "\u{0}\u{1}\u{7F}\u{85}", "]]>", "<&>", "\u{202E}bidi",
      "é😀\u{FFFE}",
      String(repeating: "long \" ", count: 3000),
    ]
    let output = ByteOutput()
    var writer = try format.writer(to: output)
    var expected: [Quad] = []
    for (index, lexical) in lexicals.enumerated() {
      let triple = Triple(
        .iri("http://e/\(index)"), IRI("http://e/p"), .literal(Literal(lexical, language: "en")))
      expected.append(Quad(triple))
      try triple.subject.withBytes { subject in
        try Term.iri(triple.predicate).withBytes { predicate in
          try triple.object.withBytes {
            try writer.add(subject: subject, predicate: predicate, object: $0, graph: nil)
          }
        }
      }
    }
    try writer.finish()
    #expect(try quads(format, output.text) == expected)
  }

  @Test func whatCannotBeReadIsNotWritten() throws {
    let bad: [Term] = [
      .iri("http://e/a b"), .iri("http://e/<"), .blank(BlankNode("a b")), .blank(BlankNode("")),
    ]
    for term in bad {
      var writer = LineWriter(to: ByteOutput())
      #expect(throws: Diagnostic.self) {
        try term.withBytes { try writer.add(subject: $0, predicate: $0, object: $0, graph: nil) }
      }
    }
  }

  @Test func writeErrorsAreNamed() throws {
    let output = ByteOutput(descriptor: open("/dev/full", O_WRONLY), name: "'x.nt'")
    try output.append("text")
    #expect {
      try output.flush()
    } throws: {
      "\($0)" == "error: cannot write to 'x.nt': no space left on device"
    }
  }

  @Test(
    .enabled(if: W3CSuite.isPresent, "../shared/w3c is absent"),
    arguments: ["rdf-turtle", "rdf-trig"], RDFFormat.written)
  func suitesComeBack(folder: String, format: RDFFormat) throws {
    for test in W3CSuite.cases(folder) {
      guard case .evaluation = test.kind else { continue }
      var collector = QuadCollector()
      let source = try #require(RDFFormat(path: test.action))
      let reader = RDFReader(format: source, base: test.base)
      try reader.read(path: test.action, into: &collector)
      let expected = format.hasGraphs ? collector.quads : collector.quads.map { Quad($0.triple) }
      let output = ByteOutput()
      func run(_ writer: some QuadWriter) throws {
        var writer = writer
        try reader.read(path: test.action, into: &writer)
        try writer.finish()
      }
      try run(try format.writer(to: output))
      #expect(GraphIsomorphism.holds(try quads(format, output.text), expected), "\(test.name)")
    }
  }
}
