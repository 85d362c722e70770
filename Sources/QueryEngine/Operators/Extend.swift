import TripleStore

/// Adds a column computed by an expression (BIND, `AS`); an error leaves it unbound.
final class Extend: Operator {
  let output: Batch
  private let source: any Operator
  private let expression: CompiledExpression
  private let context: QueryContext

  init(_ source: any Operator, _ expression: CompiledExpression, context: QueryContext) {
    self.source = source
    self.expression = expression
    self.context = context
    let width = source.output.columns.count
    output = Batch(of: source.output, columns: (0..<width).map { $0 } + [nil])
  }

  func next() throws -> Bool {
    guard try source.next() else { return false }
    try context.checkpoint()
    let batch = source.output
    let column = output.columns[output.columns.count - 1]
    try expression.ids(batch, into: column)
    output.count = batch.count
    return true
  }

  func skip(to id: TermID) { source.skip(to: id) }
}
