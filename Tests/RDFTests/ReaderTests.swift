import Diagnostics
import RDF
import Testing

@Suite("RDF readers")
struct ReaderTests {
  private func failure(_ format: RDFFormat, _ text: String) -> String {
    do {
      _ = try RDFReader(format: format).triples(text: text, name: "a.nt")
      return "no error"
    } catch { return String(describing: error) }
  }

  @Test func errorsDrawTheLine() {
    #expect(
      failure(.ntriples, "<http://e/a> <http://e/b> \"é\" .\n<http://e/a> <http://e/b> \"é\" oh\n") == """
        error: expected '.' at the end of the statement, found 'o'
         --> a.nt:2:31
        2 | <http://e/a> <http://e/b> "é" oh
          |                               ^
        """)
    #expect(
      failure(.ntriples, "<http://e/a> <http://e/b> \"\\x\" .") == """
        error: '\\x' is not an escape that may stand here
         --> a.nt:1:28
        1 | <http://e/a> <http://e/b> "\\x" .
          |                            ^^
        """)
    #expect(
      failure(.ntriples, "<a> <http://e/b> <c> .").hasPrefix("error: expected an absolute IRI, found 'a'"))
    #expect(failure(.ntriples, "<http://e/a").hasPrefix("error: an IRI has no closing '>'"))
    #expect(
      failure(.turtle, "@prefix ex: <http://e/> .\nex:a ex:b x:c ,\n ex:d .") == """
        error: unknown prefix 'x'
         --> a.nt:2:11
        2 | ex:a ex:b x:c ,
          |           ^^ did you mean 'ex'?
        """)
    #expect(
      failure(.turtle, "<a> a <b> .") == """
        error: relative IRI 'a', and there is no base
         --> a.nt:1:1
        1 | <a> a <b> .
          | ^^^
        """)
    #expect(failure(.turtle, "<http://e/a> <http://e/b>\n  <http://e/c> ; ;; |\n").contains("a.nt:2:"))
    #expect(
      failure(.turtle, "@prefix e: <http://e/> .\ne:a e:b '''c\nd .") == """
        error: a string has no closing '''
         --> a.nt:2:9
        2 | e:a e:b '''c
          |         ^^^
        """)
  }

  @Test func brokenTextIsRefused() {
    let line = Array("<http://e/a> <http://e/b> \"".utf8) + [0xC3, 0x28] + Array("\" .".utf8)
    for format in RDFFormat.written {
      #expect(throws: Diagnostic.self) {
        var collector = QuadCollector()
        try line.withUnsafeBufferPointer {
          _ = try RDFReader(format: format).read(bytes: $0, name: "broken", into: &collector)
        }
      }
    }
  }

  @Test func termsAreWhatWasWritten() throws {
    let text = #"""
      <http://e/\u00e9> <http://e/p> "a\tb\n\U0001F600\"'"@en-GB .# remark
      _:a.b <http://e/p> "1"^^<http://www.w3.org/2001/XMLSchema#integer>.
      _:x <http://e/p> "s"^^<http://www.w3.org/2001/XMLSchema#string> .
      """#
    let triples = try RDFReader(format: .ntriples).triples(text: text, name: "t")
    let p = IRI("http://e/p")
    #expect(
      triples == [
        Triple(.iri("http://e/é"), p, .literal(Literal("a\tb\n😀\"'", language: "en-GB"))),
        Triple(.blank(BlankNode("a.b")), p, .integer(1)),
        Triple(.blank(BlankNode("x")), p, .string("s")),
      ])
  }

  @Test func emptySourcesHaveNoTriples() throws {
    for format in RDFFormat.written {
      #expect(try RDFReader(format: format).triples(text: "", name: "empty").isEmpty)
      #expect(try RDFReader(format: format).triples(text: "# only a remark", name: "empty").isEmpty)
    }
  }

  @Test func formatsGoByExtension() {
    #expect(RDFFormat(path: "a/b.TTL") == .turtle)
    #expect(RDFFormat(path: "x.nq") == .nquads)
    #expect(RDFFormat(path: "x.nt.gz") == .ntriples)
    #expect(RDFFormat(path: "nt.gz") == nil)
    #expect(RDFFormat(path: "folder.d/file") == nil)
  }

  @Test(arguments: [
    ("https://undocs.org/", "A/RES/73/27", "https://undocs.org/A/RES/73/27"),
    ("http://a/b/c/d;p?q", "../../../g", "http://a/g"),
    ("http://a/b/c/d;p?q", "", "http://a/b/c/d;p?q"),
    ("http://a/b/c/d;p?q", "#s", "http://a/b/c/d;p?q#s"),
    ("http://a/b/c/d;p?q", "g;x=1/../y", "http://a/b/c/y"),
    ("http://a/b/c/d;p?q", "./g/.", "http://a/b/c/g/"),
    ("http://a", "g", "http://a/g"),
    ("http://a/b", "//c/d/../e", "http://c/e"),
  ])
  func referencesResolve(base: String, reference: String, expected: String) {
    #expect(IRIResolver(base: base).resolve(reference) == expected)
  }
}
