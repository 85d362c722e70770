/// Sorts rows: small sets by comparison, large ones by radix over the bits that differ at all.
enum RowSort {
  /// Rows from which counting beats comparing.
  static let threshold = 2048

  static func sort(_ rows: inout [Row]) {
    if rows.count < threshold { return rows.sort() }
    let spare = RowBuffer(count: rows.count)
    rows.withUnsafeMutableBufferPointer { rows in
      spare.withMutableRows { sort(rows, spare: $0) }
    }
  }

  /// Sorts rows that are equal in the columns before `column`: by it, then each run that is equal in it by those behind it,
  /// which is mostly short.
  ///
  /// - Parameter spare: room for as many rows.
  static func sort(
    _ rows: UnsafeMutableBufferPointer<Row>, spare: UnsafeMutableBufferPointer<Row>, from column: Int = 0
  ) {
    if column == 4 { return }
    if rows.count < threshold {
      var few = rows
      return few.sort()
    }
    let spare = UnsafeMutableBufferPointer(rebasing: spare.prefix(rows.count))
    let digits = digits(UnsafeBufferPointer(rows), column)
    for (pass, shift) in digits.enumerated() {
      let (source, output) = pass % 2 == 0 ? (rows, spare) : (spare, rows)
      distribute(UnsafeBufferPointer(source), into: output, by: column, shift) { $0 }
    }
    if digits.count % 2 == 1, let sorted = spare.baseAddress {
      rows.baseAddress?.update(from: sorted, count: rows.count)
    }
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, rows[end][column] == rows[start][column] { end += 1 }
      if end - start > 1 {
        sort(UnsafeMutableBufferPointer(rebasing: rows[start..<end]), spare: spare, from: column + 1)
      }
      start = end
    }
  }

  /// Writes `rows` by one column to `sorted`, those equal in it in the order that they had, each as `form` gives it.
  ///
  /// - Parameter spare: room for as many rows, as `sorted` is.
  static func distribute(
    _ rows: UnsafeBufferPointer<Row>, by column: Int, into sorted: UnsafeMutableBufferPointer<Row>,
    spare: UnsafeMutableBufferPointer<Row>, _ form: (Row) -> Row
  ) {
    let digits = digits(rows, column)
    guard let last = digits.last else {
      for place in rows.indices { sorted[place] = form(rows[place]) }
      return
    }
    // From one to the other, so that the last pass ends in `sorted`.
    var source = rows
    for (pass, shift) in digits.dropLast().enumerated() {
      let output = (digits.count - pass) % 2 == 0 ? spare : sorted
      distribute(source, into: output, by: column, shift) { $0 }
      source = UnsafeBufferPointer(rebasing: output.prefix(rows.count))
    }
    distribute(source, into: sorted, by: column, last, form)
  }

  private static func digits(_ rows: UnsafeBufferPointer<Row>, _ column: Int) -> [UInt64] {
    var union: UInt64 = 0
    var common = UInt64.max
    for row in rows {
      union |= row[column]
      common &= row[column]
    }
    return RadixSort.digits(union: union, common: common)
  }

  @inline(__always)
  private static func distribute(
    _ source: UnsafeBufferPointer<Row>, into output: UnsafeMutableBufferPointer<Row>, by column: Int,
    _ shift: UInt64, _ form: (Row) -> Row
  ) {
    guard let output = output.baseAddress else { return }
    let offset = column * MemoryLayout<UInt64>.stride
    RadixSort.distribute(
      source, into: output, by: shift,
      of: { UnsafeRawPointer($0).load(fromByteOffset: offset, as: UInt64.self) }, as: form)
  }
}
