import TripleStore

/// Sorts all rows by the ORDER BY keys (SPARQL 1.1 §15.1); rows with the same keys keep their order.
///
/// With a limit only that many rows are kept: whenever twice as many have come together, the lesser half is dropped, so that
/// `ORDER BY … LIMIT k` holds O(k) rows.
final class Sort: Operator {
  let output: Batch
  private let source: any Operator
  private let keys: [SortColumn]
  private let limit: Int?
  private let context: QueryContext
  private let order: TermOrder
  private var sorted: TableScan?

  /// - Parameter keys: each an extra column of the source or a computed one.
  init(_ source: any Operator, keys: [SortColumn], limit: Int?, context: QueryContext) {
    self.source = source
    self.keys = keys
    self.limit = limit
    self.context = context
    order = TermOrder(context.pool)
    output = Batch(columns: source.output.columns.count)
  }

  func next() throws -> Bool {
    if sorted == nil { sorted = TableScan(try run()) }
    guard let sorted, try sorted.next() else { return false }
    for (index, column) in output.columns.enumerated() {
      column.update(from: sorted.output.columns[index], count: sorted.output.count)
    }
    output.count = sorted.output.count
    return true
  }

  private func run() throws -> RowTable {
    let width = output.columns.count
    var table = RowTable(width: width + keys.count, context: context)
    let wide = Batch(of: source.output, columns: (0..<width + keys.count).map { $0 < width ? $0 : nil })
    let bound = limit.map { max(2 * $0, Sort.leastKept) }
    var last: RowTable?
    while try source.next() {
      try context.checkpoint()
      wide.count = source.output.count
      for (index, key) in keys.enumerated() {
        try key.expression.ids(source.output, into: wide.columns[width + index])
      }
      if let last, let limit {
        // What comes behind all the rows that are kept is not taken in.
        for row in 0..<wide.count where compare(wide.columns, row, last.columns, limit - 1) < 0 {
          try table.append(row: row, columns: wide.columns)
        }
      } else {
        try table.append(wide, rows: 0..<wide.count)
      }
      if let bound, let limit, table.count >= bound {
        table = try reordered(table, keeping: limit)
        last = limit > 0 ? table : nil
      }
    }
    return try reordered(table, keeping: limit ?? table.count)
  }

  /// Rows that are collected before the first are chosen among them.
  private static let leastKept = 1024

  /// The order of a row of some key columns and a row of others: negative, zero or positive.
  private func compare(
    _ columns: [UnsafeMutablePointer<TermID>], _ row: Int, _ others: [UnsafeMutablePointer<TermID>],
    _ other: Int
  ) -> Int {
    let width = output.columns.count
    for key in keys.indices {
      let comparison = order.compare(columns[width + key][row], others[width + key][other])
      if comparison != 0 { return keys[key].descending ? -comparison : comparison }
    }
    // Terms of equal value (`1` and `1.0`) are told apart at last, so that the order depends on what the rows hold only.
    for key in width..<width + keys.count where columns[key][row] != others[key][other] {
      let comparison = order.compareTerms(columns[key][row], others[key][other])
      if comparison != 0 { return comparison }
    }
    return 0
  }

  /// The first `count` rows of `table` in order, in a table of its own.
  private func reordered(_ table: RowTable, keeping count: Int) throws -> RowTable {
    let width = output.columns.count
    let bytes = table.count * 12
    try context.charge(bytes)
    defer { context.release(bytes) }
    let columns = table.columns
    let first = columns[width]
    // The first key decides most comparisons.
    let prefixes = (0..<table.count).map { order.key(first[$0]) }
    let descends = keys[0].descending
    var rows = Array(0..<Int32(table.count))
    rows.sort { a, b in
      let (p, q) = (prefixes[Int(a)], prefixes[Int(b)])
      if p != q { return descends ? p > q : p < q }
      let comparison = compare(columns, Int(a), columns, Int(b))
      return comparison != 0 ? comparison < 0 : a < b
    }
    let kept = min(count, rows.count)
    let result = RowTable(width: table.width, context: context)
    try result.reserve(kept)
    for row in rows.prefix(kept) { try result.append(row: Int(row), columns: columns) }
    return result
  }
}

/// One key of a sort, compiled against the source's columns.
struct SortColumn {
  let expression: CompiledExpression
  let descending: Bool
}
