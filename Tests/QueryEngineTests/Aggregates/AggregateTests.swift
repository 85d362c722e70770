import Diagnostics
import QuerySyntax
import RDF
import Testing
import TripleStore

@testable import QueryEngine

@Suite("Aggregates")
struct AggregateTests {
  @Test(arguments: try! ExpressionCase.load("aggregates"))
  func `an aggregate gives its term`(_ example: ExpressionCase) throws {
    let (aggregate, rows) = try parse(example.expression)
    let pool = TermPool()
    let column = try AggregateColumn(aggregate, slot: { $0.name == "v" ? 0 : nil }, columns: [0], pool: pool)
    { _ in
      { _, _ in false }
    }
    // Two groups with the same values, row by row in turn, and a third that stays empty.
    let batch = Batch(columns: 1)
    for start in stride(from: 0, to: rows.count, by: 2) {
      let part = rows[start..<min(start + 2, rows.count)]
      var groups: [Int32] = []
      for term in part {
        for group in [0, 1] as [Int32] {
          batch.columns[0][groups.count] = term.map { pool.id(for: $0) } ?? .none
          groups.append(group)
        }
      }
      batch.count = groups.count
      try column.add(batch, groups: groups, groupCount: 2)
    }
    let expected = try text(ExpressionCase.term(example.result).map { pool.id(for: $0) } ?? .none, pool)
    #expect(text(column.result(group: 0), pool) == expected)
    #expect(text(column.result(group: 1), pool) == expected)
    let empty = try AggregateColumn(aggregate, slot: { _ in nil }, pool: pool) { _ in { _, _ in false } }
    #expect(empty.result(group: 0) == column.result(group: 2))
  }

  /// The aggregate and the values of `SUM(?v) over 1 2 UNDEF`.
  private func parse(_ text: String) throws -> (Aggregate, [Term?]) {
    let parts = text.split(separator: " over", maxSplits: 1)
    let values = parts.count > 1 ? parts[1] : ""
    let query = try SPARQL.parse(
      SourceText(name: "case", text: "SELECT (\(parts[0]) AS ?result) { VALUES ?v {\(values) } }"))
    guard case .project(.extend(.group(.values(_, let rows), _, let aggregates), _, _), _) = query.algebra,
      let binding = aggregates.first
    else { throw Diagnostic.error("expected one aggregate in \(query.algebra)") }
    return (binding.aggregate, rows.map { $0[0] })
  }

  private func text(_ id: TermID, _ pool: TermPool) -> String {
    id.isBound ? pool.withTerm(id) { $0.term.description } : "error"
  }
}
