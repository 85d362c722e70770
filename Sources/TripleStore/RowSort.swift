/// Sorts rows: small sets by comparison, large ones by radix over the bytes that differ at all.
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
      let varying = union[column] ^ common[column]
      for byte in 0..<8 where varying >> UInt64(byte * 8) & 0xFF != 0 {
        if spare.isEmpty { spare = rows }
        pass(rows, &spare, column: column, shift: UInt64(byte * 8))
        swap(&rows, &spare)
      }
    }
  }

  /// One stable distribution by a byte of a column.
  private static func pass(_ rows: [Row], _ output: inout [Row], column: Int, shift: UInt64) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { counts in
      counts.initialize(repeating: 0)
      rows.withUnsafeBufferPointer { rows in
        for row in rows { counts[Int(row[column] &>> shift & 0xFF)] += 1 }
        var sum = 0
        for digit in 0..<256 {
          let count = counts[digit]
          counts[digit] = sum
          sum += count
        }
        output.withUnsafeMutableBufferPointer { output in
          for row in rows {
            let digit = Int(row[column] &>> shift & 0xFF)
            output[counts[digit]] = row
            counts[digit] += 1
          }
        }
      }
    }
  }
}
