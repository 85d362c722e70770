/// Sorts rows: small sets by comparison, large ones by radix over the bits that differ at all.
enum RowSort {
  /// Rows from which counting beats comparing.
  static let threshold = 2048

  static func sort(_ rows: inout [Row]) {
    if rows.count < threshold {
      rows.sort()
    } else {
      distribute(&rows, by: [0, 1, 2, 3])
    }
  }

  /// Sorts by the given columns, the first most significant; rows equal in them keep their order.
  static func distribute(_ rows: inout [Row], by columns: [Int]) {
    var union = Row(0)
    var common = Row(.max, .max, .max, .max)
    for row in rows {
      union = Row(union.a | row.a, union.b | row.b, union.c | row.c, union.d | row.d)
      common = Row(common.a & row.a, common.b & row.b, common.c & row.c, common.d & row.d)
    }
    var spare: [Row] = []
    for column in columns.reversed() {
      let offset = column * MemoryLayout<UInt64>.stride
      for shift in RadixSort.digits(union: union[column], common: common[column]) {
        if spare.isEmpty { spare = rows }
        rows.withUnsafeBufferPointer { rows in
          spare.withUnsafeMutableBufferPointer { spare in
            guard let output = spare.baseAddress else { return }
            RadixSort.distribute(rows, into: output, by: shift) {
              UnsafeRawPointer($0).load(fromByteOffset: offset, as: UInt64.self)
            }
          }
        }
        swap(&rows, &spare)
      }
    }
  }
}
