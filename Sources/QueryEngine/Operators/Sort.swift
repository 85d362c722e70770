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
  private var sorted: TableScan?

  /// - Parameter keys: each an extra column of the source or a computed one.
  init(_ source: any Operator, keys: [SortColumn], limit: Int?, context: QueryContext) {
    self.source = source
    self.keys = keys
    self.limit = limit
    self.context = context
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
    let map = Array(0..<width)
    var table = RowTable(width: width + keys.count, context: context)
    let bound = limit.map { max(2 * $0, 4096) }
    while try source.next() {
      try context.checkpoint()
      let batch = source.output
      try table.reserve(batch.count)
      for (index, key) in keys.enumerated() {
        try key.expression.ids(batch, into: table.columns[width + index] + table.count)
      }
      try table.append(batch, columns: map)
      if let bound, let limit, table.count >= bound {
        table = try reordered(table, keeping: limit)
      }
    }
    return try reordered(table, keeping: limit ?? table.count)
  }

  /// The first `count` rows of `table` in order, in a table of its own.
  private func reordered(_ table: RowTable, keeping count: Int) throws -> RowTable {
    let width = output.columns.count
    let order = TermOrder(context.pool)
    try context.charge(table.count * (4 + 8 * keys.count))
    defer { context.release(table.count * (4 + 8 * keys.count)) }
    let columns = (0..<keys.count).map { table.columns[width + $0] }
    let prefixes = columns.map { column in (0..<table.count).map { order.key(column[$0]) } }
    let descending = keys.map(\.descending)
    var rows = Array(0..<Int32(table.count))
    rows.sort { a, b in
      for key in columns.indices {
        let x = columns[key][Int(a)]
        let y = columns[key][Int(b)]
        if x == y { continue }
        let p = prefixes[key][Int(a)]
        let q = prefixes[key][Int(b)]
        let comparison = p != q ? (p < q ? -1 : 1) : order.compare(x, y)
        if comparison != 0 { return descending[key] ? comparison > 0 : comparison < 0 }
      }
      // Terms of equal value (`1` and `1.0`) are told apart at last, so that the order depends on what the rows hold only.
      for key in columns.indices {
        let comparison = order.compareTerms(columns[key][Int(a)], columns[key][Int(b)])
        if comparison != 0 { return comparison < 0 }
      }
      return a < b
    }
    let kept = min(count, rows.count)
    let result = RowTable(width: table.width, context: context)
    try result.reserve(kept)
    for row in rows.prefix(kept) { try result.append(row: Int(row), columns: table.columns) }
    return result
  }
}

/// One key of a sort, compiled against the source's columns.
struct SortColumn {
  let expression: CompiledExpression
  let descending: Bool
}
