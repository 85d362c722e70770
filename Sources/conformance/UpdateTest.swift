import Diagnostics
import QueryEngine
import QuerySyntax
import RDF
import TripleStore

/// An update request on given graphs, with the graphs that it must leave.
struct UpdateTest {
  private static let ut = "http://www.w3.org/2009/sparql/tests/test-update#"
  private let test: TestCase
  private let optimize: Bool

  init(_ test: TestCase, optimize: Bool) {
    self.test = test
    self.optimize = optimize
  }

  func run() throws -> Verdict {
    guard let path = test.file(test.action, UpdateTest.ut + "request") else {
      return .failed("the test names no request")
    }
    let update = try SPARQL.parseUpdate(
      SourceText(name: path, text: try contents(path)), prefixes: PrefixMap(),
      base: IRIResolver.fileIRI(path: path))
    let wanted = try quads(test.result)
    let found = try quads(test.action) { store in
      let query = QueryOptions(optimize: optimize, unionDefaultGraph: false)
      try store.update(update, options: UpdateOptions(query: query))
    }
    return Isomorphism.areEqual(wanted.map(\.terms), found.map(\.terms))
      ? .passed : .failed("expected\n\(wanted.lines)\nfound\n\(found.lines)")
  }

  /// The quads of the graphs that a node of the manifest lists, after `change`.
  private func quads(_ node: Term?, change: (TripleStore) throws -> Void = { _ in }) throws -> [Quad] {
    try TestStore.with { store in
      try store.write { transaction in
        for file in test.files(node, UpdateTest.ut + "data") { try transaction.load(file, into: nil) }
        for graph in test.objects(node, UpdateTest.ut + "graphData") {
          guard let file = test.files(graph, UpdateTest.ut + "graph").first,
            case .literal(let name)? = test.objects(graph, RDFS.label.value).first
          else { continue }
          try transaction.load(file, into: name.lexical)
        }
      }
      try change(store)
      return try store.snapshot().quads
    }
  }
}
