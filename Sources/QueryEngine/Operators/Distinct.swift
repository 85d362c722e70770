import TripleStore

/// Lets each different row through once, in the order of first appearance.
final class Distinct: Operator {
  let output: Batch
  private let source: any Operator
  private let seen: RowSet
  private let context: QueryContext

  init(_ source: any Operator, context: QueryContext) {
    self.source = source
    self.context = context
    output = Batch(columns: source.output.columns.count)
    seen = RowSet(width: source.output.columns.count, context: context)
  }

  func next() throws -> Bool {
    output.count = 0
    while output.count == 0 {
      guard try source.next() else { return false }
      try context.checkpoint()
      let columns = source.output.columns
      for row in 0..<source.output.count {
        let known = seen.count
        guard try seen.number(of: row, in: columns) == known else { continue }
        for (index, column) in output.columns.enumerated() { column[output.count] = columns[index][row] }
        output.count += 1
      }
    }
    return true
  }
}
