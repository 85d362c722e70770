import Diagnostics
import Glibc
import QueryEngine
import QuerySyntax
import RDF
import TripleStore

/// A query over given data, with the answer it must give.
struct EvaluationTest {
  private static let qt = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
  private let test: TestCase
  private let optimize: Bool

  init(_ test: TestCase, optimize: Bool) {
    self.test = test
    self.optimize = optimize
  }

  func run() throws -> Verdict {
    if test.name.contains("/entailment/") { return .skipped("entailment") }
    guard let path = test.file(test.action, EvaluationTest.qt + "query"), let result = test.path(test.result)
    else { return .failed("the test names no query or no result") }
    let text = try contents(path)
    let query = try SPARQL.parse(
      SourceText(name: path, text: text), prefixes: PrefixMap(), base: IRIResolver.fileIRI(path: path))
    if text.contains("SERVICE") { return .skipped("federation") }
    return try withStore(query) { graph in
      let found = try FoundAnswer(
        graph.answer(query, options: QueryOptions(optimize: optimize, unionDefaultGraph: false)))
      let wanted = try ExpectedAnswer.read(result)
      if let difference = wanted.difference(from: found, isLax: test.isLax) { return .failed(difference) }
      return .passed
    }
  }

  /// Calls `body` with a store that holds the test's data, in a folder that is gone afterwards.
  private func withStore(_ query: Query, _ body: (LocalGraph) throws -> Verdict) throws -> Verdict {
    var template = Array("/tmp/conformance-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return .failed("no temporary folder") }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer {
      for name in ["data.mdb", "lock.mdb", "stemma-store"] { unlink(folder + "/store/" + name) }
      rmdir(folder + "/store")
      rmdir(folder)
    }
    let store = try TripleStore.open(folder + "/store", .create)
    let data = test.files(test.action, EvaluationTest.qt + "data")
    var named = test.files(test.action, EvaluationTest.qt + "graphData")
    if data.isEmpty, named.isEmpty, let dataset = query.dataset {
      for iri in dataset.defaultGraphs + dataset.namedGraphs
      where !named.contains(where: { $0.iri == iri.value }) {
        named.append((iri.value, TestCase.path(iri.value)))
      }
    }
    try store.write { transaction in
      for file in data { try load(file, into: nil, transaction) }
      for file in named { try load(file, into: .iri(file.iri), transaction) }
    }
    return try body(LocalGraph(store))
  }

  private func load(
    _ file: (iri: String, path: String), into graph: Term?, _ transaction: Transaction
  ) throws {
    transaction.beginSource()
    try transaction.add(try Graph.quads(path: file.path, base: file.iri).map(\.triple), graph: graph)
  }
}
