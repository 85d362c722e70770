import TripleStore

/// Rows kept in memory, a growing column for each variable.
///
/// Memory is charged to the query as it grows. Row numbers are `Int32`: two thousand million rows are past any memory limit.
final class RowTable {
  let width: Int
  private(set) var columns: [UnsafeMutablePointer<TermID>]
  private(set) var count = 0
  private var capacity: Int
  private let context: QueryContext

  init(width: Int, context: QueryContext) {
    self.width = width
    self.context = context
    capacity = 64
    columns = (0..<width).map { _ in .allocate(capacity: 64) }
  }

  deinit {
    for column in columns { column.deallocate() }
    context.release(capacity * width * MemoryLayout<TermID>.stride)
  }

  /// Makes room for `additional` rows.
  func reserve(_ additional: Int) throws {
    let needed = count + additional
    guard needed > capacity else { return }
    let grown = max(needed, capacity * 2)
    try context.charge((grown - capacity) * width * MemoryLayout<TermID>.stride)
    for index in columns.indices {
      let column = UnsafeMutablePointer<TermID>.allocate(capacity: grown)
      column.update(from: columns[index], count: count)
      columns[index].deallocate()
      columns[index] = column
    }
    capacity = grown
  }

  /// Appends all rows of `batch`, taking its columns in the order of `map`.
  func append(_ batch: Batch, columns map: [Int]) throws {
    try reserve(batch.count)
    for (index, source) in map.enumerated() {
      (columns[index] + count).update(from: batch.columns[source], count: batch.count)
    }
    count += batch.count
  }

  /// Appends some rows of `batch` with all its columns.
  func append(_ batch: Batch, rows: Range<Int>) throws {
    try reserve(rows.count)
    for (index, source) in batch.columns.enumerated() {
      (columns[index] + count).update(from: source + rows.lowerBound, count: rows.count)
    }
    count += rows.count
  }

  /// Appends one row given by its columns.
  func append(row: Int, columns sources: [UnsafeMutablePointer<TermID>]) throws {
    try reserve(1)
    for (index, source) in sources.enumerated() { columns[index][count] = source[row] }
    count += 1
  }

  func removeAll() { count = 0 }

  /// Keeps the first `rows` rows.
  func truncate(to rows: Int) { count = min(count, rows) }

  /// Drains `source` into a new table.
  static func collecting(_ source: any Operator, context: QueryContext) throws -> RowTable {
    let width = source.output.columns.count
    let table = RowTable(width: width, context: context)
    let map = Array(0..<width)
    while try source.next() {
      try context.checkpoint()
      try table.append(source.output, columns: map)
    }
    return table
  }
}
