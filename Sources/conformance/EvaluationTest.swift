import Diagnostics
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
    return try TestStore.with { store in
      try load(query, into: store)
      let graph = LocalGraph(store)
      let found = try FoundAnswer(
        graph.answer(query, options: QueryOptions(optimize: optimize, unionDefaultGraph: false)))
      let wanted = try ExpectedAnswer.read(result)
      if let difference = wanted.difference(from: found, isLax: test.isLax) { return .failed(difference) }
      return .passed
    }
  }

  /// Puts the test's data into a store.
  private func load(_ query: Query, into store: TripleStore) throws {
    let data = test.files(test.action, EvaluationTest.qt + "data")
    var named = test.files(test.action, EvaluationTest.qt + "graphData")
    if data.isEmpty, named.isEmpty, let dataset = query.dataset {
      for iri in dataset.defaultGraphs + dataset.namedGraphs
      where !named.contains(where: { $0.iri == iri.value }) {
        named.append((iri.value, TestCase.path(iri.value)))
      }
    }
    try store.write { transaction in
      for file in data { try transaction.load(file, into: nil) }
      for file in named { try transaction.load(file, into: file.iri) }
    }
  }
}
