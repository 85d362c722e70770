import Diagnostics
import QueryEngine
import QuerySyntax
import RDF
import Testing
import TripleStore

@Suite("Queries and updates in plain files")
struct AnswerTests {
  /// Rows in the order of their texts, terms as N-Triples; `-` for what is not bound.
  @Test(arguments: [true, false])
  func queries(optimized: Bool) throws {
    try AnswerTable("queries").check { store, source in
      let options = QueryOptions(optimize: optimized)
      switch try LocalGraph(store).answer(AnswerTable.query(source), options: options) {
      case .boolean(let value): return ["\(value)"]
      case .solutions(let solutions):
        return try solutions.rows().map { row in row.map { $0.map { "\($0)" } ?? "-" }.joined(separator: " ")
        }
        .sorted()
      case .graph(let stream):
        return try stream.triples().map { "\($0.subject) \($0.predicate) \($0.object)" }.sorted()
      }
    }
  }

  /// What the store holds afterwards, the graph behind the triple; before it the error, where there is one.
  @Test func updates() throws {
    try AnswerTable("updates").check { store, source in
      var error: [String] = []
      do {
        try store.update(AnswerTable.update(source))
      } catch let diagnostic as Diagnostic {
        error = ["error: " + diagnostic.message]
      }
      var lines: [String] = []
      try LocalGraph(store).statements(byGraph: true).forEach { subject, predicate, object, graph in
        let terms = [subject, predicate, object] + (graph.map { [$0] } ?? [])
        lines.append(terms.map { "\($0.term)" }.joined(separator: " "))
      }
      return error + lines.sorted()
    }
  }
}
