import QuerySyntax
import TripleStore

/// Whether a pattern (of EXISTS) has a solution compatible with a row of a batch.
public typealias ExistsTest = (Batch, Int) throws -> Bool

/// An expression ready to be computed for the rows of batches of one shape.
///
///     let filter = try CompiledExpression(expression, slot: { columns[$0] }, pool: pool) { try operators.exists($0) }
///     let count = try filter.select(batch, into: rows)
public final class CompiledExpression {
  private let root: ExpressionNode
  private let context: EvaluationContext

  /// - Parameters:
  ///   - slot: the column of a variable; nil for one that is never bound.
  ///   - exists: makes the test for the pattern of an EXISTS.
  /// - Throws: `Diagnostic` for an unknown built-in or a wrong number of arguments, and what `exists` throws.
  public init(
    _ expression: QueryExpression, slot: @escaping (Variable) -> Int?, pool: TermPool,
    exists: @escaping (Algebra) throws -> ExistsTest
  ) throws {
    context = EvaluationContext(pool)
    root = try ExpressionCompiler(context, slot: slot, exists: exists).compile(expression)
  }

  /// The value for a row; nil = unbound or a SPARQL error.
  public func value(_ batch: Batch, _ row: Int) throws -> Value? {
    context.solution += 1
    return try root.value(batch, row)
  }

  /// The term for a row; `.none` = unbound or a SPARQL error. A plain variable gives its column's id.
  public func id(_ batch: Batch, _ row: Int) throws -> TermID {
    context.solution += 1
    return try root.id(batch, row)
  }

  /// The terms for all rows of a batch, to `ids` (room for `batch.count`).
  public func ids(_ batch: Batch, into ids: UnsafeMutablePointer<TermID>) throws {
    if let variable = root as? VariableNode {
      ids.update(from: batch.columns[variable.slot], count: batch.count)
      return
    }
    for row in 0..<batch.count { ids[row] = try id(batch, row) }
  }

  /// The effective boolean value for a row; an error is false.
  public func test(_ batch: Batch, _ row: Int) throws -> Bool {
    context.solution += 1
    return try root.truth(batch, row) ?? false
  }

  /// Writes the numbers of the rows that pass, in order, to `rows` (room for `batch.count`) and gives how many they are.
  public func select(_ batch: Batch, into rows: UnsafeMutablePointer<Int32>) throws -> Int {
    for row in 0..<batch.count { rows[row] = Int32(truncatingIfNeeded: row) }
    return try root.filter(batch, rows, batch.count, wanted: true)
  }
}
