/// One row of an index: four raw ids in the index's column order.
struct Row: Hashable, Comparable {
  var a: UInt64
  var b: UInt64
  var c: UInt64
  var d: UInt64

  @inline(__always)
  init(_ a: UInt64, _ b: UInt64 = 0, _ c: UInt64 = 0, _ d: UInt64 = 0) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
  }

  @inline(__always)
  static func < (left: Row, right: Row) -> Bool {
    if left.a != right.a { return left.a < right.a }
    if left.b != right.b { return left.b < right.b }
    if left.c != right.c { return left.c < right.c }
    return left.d < right.d
  }

  /// -1, 0 or 1: the order of the first `columns` columns.
  @inline(__always)
  func compare(_ other: Row, columns: Int) -> Int {
    if columns > 0, a != other.a { return a < other.a ? -1 : 1 }
    if columns > 1, b != other.b { return b < other.b ? -1 : 1 }
    if columns > 2, c != other.c { return c < other.c ? -1 : 1 }
    if columns > 3, d != other.d { return d < other.d ? -1 : 1 }
    return 0
  }

  @inline(__always)
  subscript(column: Int) -> UInt64 {
    switch column {
    case 0: a
    case 1: b
    case 2: c
    default: d
    }
  }

  /// Whether the triples are the same in one of the triple orders.
  @inline(__always)
  func sameTriple(_ other: Row) -> Bool { a == other.a && b == other.b && c == other.c }

  /// Calls `body` with the first `columns` columns as big-endian bytes, whose order is that of the rows.
  func withKey<Result>(
    columns: Int, _ body: (UnsafeMutableRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    var bytes = (a.bigEndian, b.bigEndian, c.bigEndian, d.bigEndian)
    return try withUnsafeMutableBytes(of: &bytes) {
      try body(UnsafeMutableRawBufferPointer(rebasing: $0.prefix(columns * 8)))
    }
  }

  /// The row whose first columns are written in `key`; the others are 0.
  init(key: UnsafeRawBufferPointer) {
    func part(_ index: Int) -> UInt64 {
      index * 8 + 8 <= key.count
        ? UInt64(bigEndian: key.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)) : 0
    }
    self.init(part(0), part(1), part(2), part(3))
  }
}
