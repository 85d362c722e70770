import TripleStore

/// Hands out the rows of a table kept in memory: inline data, the unit, the result of a sort.
final class TableScan: Operator {
  let output: Batch
  private let table: RowTable
  private var position = 0
  private let end: Int

  /// Rows `offset`… of `table`, at most `limit`.
  init(_ table: RowTable, offset: Int = 0, limit: Int? = nil) {
    self.table = table
    output = Batch(columns: table.width)
    let start = min(offset, table.count)
    position = start
    end = limit.map { min(table.count, start + $0) } ?? table.count
  }

  func next() throws -> Bool {
    let count = min(Batch.capacity, end - position)
    guard count > 0 else { return false }
    for (index, column) in output.columns.enumerated() {
      column.update(from: table.columns[index] + position, count: count)
    }
    output.count = count
    position += count
    return true
  }
}

/// One row that binds nothing: the solution of an empty pattern.
final class UnitScan: Operator {
  let output = Batch(columns: 0)
  private var done = false

  func next() throws -> Bool {
    guard !done else { return false }
    done = true
    output.count = 1
    return true
  }
}

/// No rows.
final class EmptyScan: Operator {
  let output: Batch

  init(width: Int) { output = Batch(columns: width) }

  func next() throws -> Bool { false }
}
