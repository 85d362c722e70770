import Diagnostics
import QueryEngine
import QuerySyntax
import RDF

/// A graph source that knows its answers: all triples for a CONSTRUCT, and for a SELECT the rows whose variables it asks for.
final class FixedGraph: GraphSource {
  var triples: [Triple] = []
  /// Rows for a query that selects all the variables of one of these tables.
  var tables: [[[String: Term]]] = []

  init(_ triples: [Triple] = [], tables: [[[String: Term]]] = []) {
    self.triples = triples
    self.tables = tables
  }

  /// The triples of a Turtle text with the standard prefixes.
  convenience init(turtle: String) throws {
    let prefixes = PrefixMap.standard.pairs.map { "@prefix \($0.prefix): <\($0.namespace)> .\n" }.joined()
    let reader = RDFReader(format: .turtle, base: Stemma.documents)
    self.init(try reader.triples(text: prefixes + turtle, name: "test"))
  }

  func statements(byGraph: Bool, options: QueryOptions) throws -> StatementStream {
    let triples = triples
    return StatementStream(count: triples.count) { body in
      for triple in triples {
        try triple.subject.withBytes { subject in
          try Term.iri(triple.predicate).withBytes { predicate in
            try triple.object.withBytes { try body(subject, predicate, $0, nil) }
          }
        }
      }
    }
  }

  func answer(_ query: Query, options: QueryOptions) throws -> Answer {
    if case .construct = query.form {
      let triples = triples
      return .graph(
        TripleStream { body in
          for triple in triples {
            try triple.subject.withBytes { subject in
              try Term.iri(triple.predicate).withBytes { predicate in
                try triple.object.withBytes { try body(subject, predicate, $0) }
              }
            }
          }
        })
    }
    let key = query.variables.contains { $0.name == "node" } ? "node" : query.variables.first?.name ?? ""
    let statements = triples.map { ["s": $0.subject, "p": .iri($0.predicate), "o": $0.object] }
    let table = (tables + [statements]).first { $0.first?[key] != nil } ?? []
    var batches = table.isEmpty ? [] : [FixedBatch(rows: table, variables: query.variables)]
    return .solutions(Solutions(variables: query.variables) { batches.popLast() })
  }
}

private struct FixedBatch: SolutionBatch {
  let rows: [[String: Term]]
  let variables: [Variable]

  var count: Int { rows.count }

  func withTerm(row: Int, column: Int, _ body: (TermBytes?) throws -> Void) rethrows {
    guard let term = rows[row][variables[column].name] else { return try body(nil) }
    try term.withBytes { try body($0) }
  }
}
