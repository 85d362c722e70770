import TripleStore

/// Lets through the rows for which an expression is true (SPARQL 1.1 §17.2: an error is not true).
final class Filter: Operator {
  let output: Batch
  private let source: any Operator
  private let expression: CompiledExpression
  private let context: QueryContext
  private let rows = UnsafeMutablePointer<Int32>.allocate(capacity: Batch.capacity)

  init(_ source: any Operator, _ expression: CompiledExpression, context: QueryContext) {
    self.source = source
    self.expression = expression
    self.context = context
    output = Batch(columns: source.output.columns.count)
  }

  deinit { rows.deallocate() }

  func next() throws -> Bool {
    while try source.next() {
      try context.checkpoint()
      let count = try expression.select(source.output, into: rows)
      guard count > 0 else { continue }
      for (index, column) in output.columns.enumerated() {
        let from = source.output.columns[index]
        if count == source.output.count {
          column.update(from: from, count: count)
        } else {
          for position in 0..<count { column[position] = from[Int(rows[position])] }
        }
      }
      output.count = count
      return true
    }
    return false
  }

  func skip(to id: TermID) { source.skip(to: id) }
}
