import Diagnostics
import Foundation
import QuerySyntax
import RDF
import Testing

@Suite("W3C syntax tests", .enabled(if: W3CSuite.isPresent, "../shared/w3c is not there"))
struct W3CSyntaxTests {
  static let queries = W3CSuite.cases(["SyntaxTest", "SyntaxTest11"], "rq")

  @Test func allAreFound() {
    #expect(Self.queries.count { $0.isPositive } == 215)
    #expect(Self.queries.count { !$0.isPositive } == 90)
  }

  @Test(arguments: queries)
  func query(_ test: W3CSuite.Case) throws {
    // A file that is not UTF-8 is no query.
    let source = SourceText(
      name: test.testDescription, text: try String(contentsOf: test.file, encoding: .utf8))
    if test.isPositive {
      _ = try SPARQL.parse(source, base: test.base)
    } else {
      #expect(throws: Diagnostic.self) { try SPARQL.parse(source, base: test.base) }
    }
  }
}

@Suite("W3C update syntax tests", .enabled(if: W3CSuite.isPresent, "../shared/w3c is not there"))
struct W3CUpdateSyntaxTests {
  static let requests = W3CSuite.cases(["SyntaxTest11", "UpdateSyntaxTest11"], "ru")

  @Test func allAreFound() {
    #expect(Self.requests.count { $0.isPositive } == 42)
    #expect(Self.requests.count { !$0.isPositive } == 21)
  }

  @Test(arguments: requests)
  func request(_ test: W3CSuite.Case) throws {
    let source = SourceText(
      name: test.testDescription, text: try String(contentsOf: test.file, encoding: .utf8))
    if test.isPositive {
      _ = try SPARQL.parseUpdate(source, base: test.base)
    } else {
      #expect(throws: Diagnostic.self) { try SPARQL.parseUpdate(source, base: test.base) }
    }
  }

  /// Every request of the suites but those that are none on purpose prints back.
  @Test func printing() throws {
    let negative = Set(Self.requests.filter { !$0.isPositive }.map(\.testDescription))
    let files = W3CSuite.files(named: ".ru").filter {
      !negative.contains($0.pathComponents.suffix(2).joined(separator: "/"))
    }
    #expect(files.count > 100)
    for file in files {
      let source = SourceText(
        name: file.lastPathComponent, text: try String(contentsOf: file, encoding: .utf8))
      let tree = try SPARQL.parseUpdateTree(source)
      let printed = SourceText(name: "printed", text: tree.description)
      #expect(try SPARQL.parseUpdateTree(printed) == tree, "\(printed.text)")
      #expect(
        try SPARQL.parseUpdate(printed).operations == SPARQL.parseUpdate(source).operations, "\(printed.text)"
      )
    }
  }
}

@Suite("Printing back", .enabled(if: W3CSuite.isPresent, "../shared/w3c is not there"))
struct PrintingBackTests {
  private static let negative = Set(W3CSyntaxTests.queries.filter { !$0.isPositive }.map(\.testDescription))
  /// Every query of the suites but those that are none on purpose, and the benchmark's.
  static let queries = W3CSuite.queries.filter { !negative.contains($0.name) }

  @Test(arguments: queries.map(\.name), [PrefixMap.standard, PrefixMap()])
  func parsesToItself(_ name: String, _ prefixes: PrefixMap) throws {
    let text = try #require(Self.queries.first { $0.name == name }).text
    let source = SourceText(name: name, text: text)
    let tree = try SPARQL.parseTree(source)
    let printed = SourceText(name: "printed", text: tree.sparql(prefixes: prefixes))
    #expect(try SPARQL.parseTree(printed, prefixes: prefixes) == tree, "\(printed.text)")
    #expect(
      try SPARQL.parse(printed, prefixes: prefixes).algebra == SPARQL.parse(source).algebra, "\(printed.text)"
    )
  }
}
