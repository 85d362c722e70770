import QueryEngine
import QuerySyntax
import RDF

/// Rows held in memory, as the engine would hand them out.
final class FakeBatch: SolutionBatch {
  let rows: [[Term?]]

  init(_ rows: [[Term?]]) { self.rows = rows }

  var count: Int { rows.count }

  func withTerm(row: Int, column: Int, _ body: (TermBytes?) throws -> Void) rethrows {
    guard let term = rows[row][column] else { return try body(nil) }
    try term.withBytes { try body($0) }
  }
}

extension Solutions {
  /// Fixed rows in batches of `size`.
  convenience init(_ names: [String], _ rows: [[Term?]], batch size: Int = 1000) {
    var next = 0
    self.init(variables: names.map { Variable($0) }) {
      guard next < rows.count else { return nil }
      defer { next = min(next + size, rows.count) }
      return FakeBatch(Array(rows[next..<min(next + size, rows.count)]))
    }
  }
}

extension TripleStream {
  convenience init(_ triples: [Triple]) {
    self.init { body in
      for triple in triples {
        try triple.subject.withBytes { subject in
          try Term.iri(triple.predicate).withBytes { predicate in
            try triple.object.withBytes { object in try body(subject, predicate, object) }
          }
        }
      }
    }
  }
}

/// Answers every query with the same rows and remembers the queries.
final class FakeGraph: GraphSource {
  var asked: [Query] = []
  let reply: () throws -> Answer

  init(_ reply: @escaping () throws -> Answer) { self.reply = reply }

  func statements(byGraph: Bool, options: QueryOptions) throws -> StatementStream { StatementStream { _ in } }

  func answer(_ query: Query, options: QueryOptions) throws -> Answer {
    asked.append(query)
    return try reply()
  }
}
