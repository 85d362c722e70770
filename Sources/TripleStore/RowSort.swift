/// Sorts rows: small sets by comparison, large ones by radix over the bits that differ at all.
enum RowSort {
  /// Rows from which counting beats comparing.
  static let threshold = 2048
  private static let digitBits = 11

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
      var varying = union[column] & ~common[column]
      while varying != 0 {
        let shift = UInt64(varying.trailingZeroBitCount)
        if spare.isEmpty { spare = rows }
        pass(rows, &spare, column: column, shift: shift)
        swap(&rows, &spare)
        varying &= UInt64.max << (shift + UInt64(digitBits))
      }
    }
  }

  /// One stable distribution by a digit of a column.
  private static func pass(_ rows: [Row], _ output: inout [Row], column: Int, shift: UInt64) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 1 << digitBits) { places in
      places.initialize(repeating: 0)
      rows.withUnsafeBytes { bytes in
        let mask = UInt64(places.count - 1)
        let column = column * MemoryLayout<UInt64>.stride
        for place in stride(from: column, to: bytes.count, by: MemoryLayout<Row>.stride) {
          places[Int(bytes.load(fromByteOffset: place, as: UInt64.self) &>> shift & mask)] &+= 1
        }
        var sum = 0
        for digit in places.indices { (places[digit], sum) = (sum, sum &+ places[digit]) }
        output.withUnsafeMutableBufferPointer { output in
          for place in stride(from: 0, to: bytes.count, by: MemoryLayout<Row>.stride) {
            let digit = Int(bytes.load(fromByteOffset: place + column, as: UInt64.self) &>> shift & mask)
            output[places[digit]] = bytes.load(fromByteOffset: place, as: Row.self)
            places[digit] &+= 1
          }
        }
      }
    }
  }
}
