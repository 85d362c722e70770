import Diagnostics
import RDF
import Testing

@Suite("W3C RDF 1.1 suites", .enabled(if: W3CSuite.isPresent, "../shared/w3c is absent"))
struct W3CTests {
  @Test(arguments: W3CSuite.cases("rdf-n-triples"))
  func ntriples(_ test: W3CCase) throws { try check(test) }

  @Test(arguments: W3CSuite.cases("rdf-n-quads"))
  func nquads(_ test: W3CCase) throws { try check(test) }

  @Test(arguments: W3CSuite.cases("rdf-turtle"))
  func turtle(_ test: W3CCase) throws { try check(test) }

  @Test(arguments: W3CSuite.cases("rdf-trig"))
  func trig(_ test: W3CCase) throws { try check(test) }

  @Test(arguments: W3CSuite.cases("rdf-xml"))
  func rdfxml(_ test: W3CCase) throws { try check(test) }

  @Test func everySuiteHasCases() {
    #expect(W3CSuite.cases("rdf-xml").count == 166)
    #expect(W3CSuite.cases("rdf-n-triples").count == 70)
    #expect(W3CSuite.cases("rdf-n-quads").count == 87)
    #expect(W3CSuite.cases("rdf-turtle").count == 313)
    #expect(W3CSuite.cases("rdf-trig").count == 356)
  }

  private func check(_ test: W3CCase) throws {
    switch test.kind {
    case .positive:
      _ = try read(test.action, base: test.base)
    case .negative:
      #expect(throws: Diagnostic.self) { try read(test.action, base: test.base) }
    case .evaluation(let result):
      let found = try read(test.action, base: test.base)
      let expected = try read(result, base: test.base)
      #expect(GraphIsomorphism.holds(found, expected), "found \(found.map(\.triple.description))")
    }
  }

  private func read(_ path: String, base: String) throws -> [Quad] {
    let format = try #require(RDFFormat(path: path))
    var collector = QuadCollector()
    try RDFReader(format: format, base: base).read(path: path, into: &collector)
    return collector.quads
  }
}
