import QuerySyntax
import RDF
import Testing
import TripleStore

@testable import QueryEngine

@Suite("Functions and operators")
struct FunctionTests {
  @Test(arguments: ExpressionCase.all, [false, true])
  func `a case gives its term`(_ example: ExpressionCase, stored: Bool) throws {
    let expression = try ExpressionCase.parse(example.expression)
    let pool = try CaseStore.pool(stored: stored)
    let expected = try expectation(example, pool)
    #expect(text(try evaluate(expression, Unfolded(), pool), pool) == text(expected, pool))
  }

  /// Constants are folded and compared by shortcuts; variables are not.
  @Test(arguments: ExpressionCase.all, [false, true])
  func `variables in place of the constants give the same`(_ example: ExpressionCase, stored: Bool) throws {
    var unfolded = Unfolded()
    let expression = unfolded.unfold(try ExpressionCase.parse(example.expression))
    let pool = try CaseStore.pool(stored: stored)
    let expected = try expectation(example, pool)
    #expect(text(try evaluate(expression, unfolded, pool), pool) == text(expected, pool))
  }

  @Test(arguments: ExpressionCase.all, [false, true])
  func `a filter keeps the row where the case is true`(_ example: ExpressionCase, stored: Bool) throws {
    var unfolded = Unfolded()
    let original = try ExpressionCase.parse(example.expression)
    let expression = unfolded.unfold(original)
    let pool = try CaseStore.pool(stored: stored)
    let value = try compile(expression, pool).value(row(unfolded, pool), 0)
    for (tested, row) in [(original, row(Unfolded(), pool)), (expression, row(unfolded, pool))] {
      var rows: [Int32] = [-1]
      let kept = try compile(tested, pool).select(row, into: &rows)
      #expect(kept == (value?.effectiveBoolean == true ? 1 : 0))
      let keptByNot = try compile(.not(tested), pool).select(row, into: &rows)
      #expect(keptByNot == (value?.effectiveBoolean == false ? 1 : 0))
    }
  }

  @Test func `every function is named once, documented and has a case`() throws {
    let functions = QueryFunction.all + QueryFunction.castTable
    #expect(Set(functions.map(\.name)).count == functions.count)
    let cases = ExpressionCase.all.map { $0.expression.uppercased() }.joined(separator: "\n")
    for function in functions {
      #expect(!function.summary.isEmpty)
      let name = function.name.split(separator: "#").last.map(String.init) ?? function.name
      #expect(cases.contains(name.uppercased() + "("), "no case for \(function.name)")
    }
  }

  @Test func `the parser and the table know the same functions`() {
    let parsed = Dictionary(uniqueKeysWithValues: BuiltIn.all.map { ($0.name, $0.arity) })
    let table = Dictionary(uniqueKeysWithValues: QueryFunction.all.map { ($0.name, $0.arity) })
    #expect(parsed == table)
  }

  private func expectation(_ example: ExpressionCase, _ pool: TermPool) throws -> TermID {
    if example.result == "error" { return .none }
    let expression = try ExpressionCase.parse(example.result)
    guard case .term(let term) = expression else { return try evaluate(expression, Unfolded(), pool) }
    return pool.id(for: term)
  }

  private func evaluate(_ expression: QueryExpression, _ unfolded: Unfolded, _ pool: TermPool) throws
    -> TermID
  {
    try compile(expression, pool).id(row(unfolded, pool), 0)
  }

  private func compile(_ expression: QueryExpression, _ pool: TermPool) throws -> CompiledExpression {
    try CompiledExpression(
      expression, slot: { $0.name.hasPrefix("constant") ? Int($0.name.dropFirst(8)) : nil }, pool: pool,
      exists: { _ in { _, _ in true } })
  }

  private func row(_ unfolded: Unfolded, _ pool: TermPool) -> Batch {
    let batch = Batch(columns: unfolded.terms.count)
    batch.count = 1
    for (index, term) in unfolded.terms.enumerated() { batch.columns[index][0] = pool.id(for: term) }
    return batch
  }

  private func text(_ id: TermID, _ pool: TermPool) -> String {
    id.isBound ? pool.withTerm(id) { $0.term.description } : "error"
  }
}
