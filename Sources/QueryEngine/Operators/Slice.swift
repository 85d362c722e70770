import TripleStore

/// Passes over `offset` rows, then lets `limit` rows through and asks for no more.
final class Slice: Operator {
  let output: Batch
  private let source: any Operator
  private var toSkip: Int
  private var left: Int

  init(_ source: any Operator, offset: Int, limit: Int?) {
    self.source = source
    toSkip = offset
    left = limit ?? Int.max
    output = Batch(columns: source.output.columns.count)
  }

  func next() throws -> Bool {
    while left > 0, try source.next() {
      let available = source.output.count
      if toSkip >= available {
        toSkip -= available
        continue
      }
      let count = min(available - toSkip, left)
      for (index, column) in output.columns.enumerated() {
        column.update(from: source.output.columns[index] + toSkip, count: count)
      }
      toSkip = 0
      left -= count
      output.count = count
      return true
    }
    return false
  }
}
