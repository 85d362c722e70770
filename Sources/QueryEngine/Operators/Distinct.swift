import TripleStore

/// Lets each different row through once, in the order of first appearance.
final class Distinct: Operator {
  let output: Batch
  private let source: any Operator
  private let seen: RowSet
  private let context: QueryContext
  private let numbers = UnsafeMutablePointer<Int32>.allocate(capacity: Batch.capacity)

  init(_ source: any Operator, context: QueryContext) {
    self.source = source
    self.context = context
    output = Batch(columns: source.output.columns.count)
    seen = RowSet(width: source.output.columns.count, context: context)
  }

  deinit { numbers.deallocate() }

  func next() throws -> Bool {
    output.count = 0
    while output.count == 0 {
      guard try source.next() else { return false }
      try context.checkpoint()
      let batch = source.output
      var fresh = seen.count
      try seen.number(batch.count, rowsOf: batch.columns, into: numbers)
      // Numbers are given in order, so the next one is at the row that brought it.
      for row in 0..<batch.count where Int(numbers[row]) == fresh {
        fresh += 1
        for (index, column) in output.columns.enumerated() {
          column[output.count] = batch.columns[index][row]
        }
        output.count += 1
      }
    }
    return true
  }
}
