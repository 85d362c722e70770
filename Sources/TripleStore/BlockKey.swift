import RDF

/// What a block is stored under: its first row and what its rows come to, so that an index is known without a look at its
/// blocks.
///
///     the key columns of the first row, big-endian, so that keys stand in the order of the rows
///     u32 rows · u32 distinct triples · u32 changes of column 0 · u32 changes of columns 0–1
///     u64 column 0 of the last row · u64 column 1 of the last row
///     u32 checksum of all before it
///
/// The numbers are little-endian.
struct BlockKey {
  /// The key columns of the first row, the others 0: no row of the block is below it.
  let first: Row
  let count: Int
  /// Rows whose first three columns differ from the row before.
  let distinct: Int
  /// Rows, the first not counted, whose column 0 differs from the row before.
  let changes0: Int
  /// Rows, the first not counted, whose columns 0–1 differ from the row before.
  let changes1: Int
  /// Columns 0 and 1 of the last row.
  let last: (UInt64, UInt64)
  /// Of the stored key: a block's checksum begins with it, so that no block passes under another's key.
  private(set) var checksum: UInt32 = 0
  private let columns: Int

  /// Bytes behind the key columns.
  private static let rest = 36

  /// The key of a block of `rows`, sorted and not empty, in an index with as many key columns.
  init(of rows: UnsafeBufferPointer<Row>, columns: Int) {
    var distinct = 1
    var changes0 = 0
    var changes1 = 0
    for index in 1..<max(rows.count, 1) {
      let row = rows[index]
      let before = rows[index - 1]
      if row.a != before.a {
        changes0 += 1
        changes1 += 1
        distinct += 1
      } else if row.b != before.b {
        changes1 += 1
        distinct += 1
      } else if row.c != before.c {
        distinct += 1
      }
    }
    first = rows[0].withKey(columns: columns) { Row(key: UnsafeRawBufferPointer($0)) }
    count = rows.count
    self.distinct = distinct
    self.changes0 = changes0
    self.changes1 = changes1
    last = (rows[rows.count - 1].a, rows[rows.count - 1].b)
    self.columns = columns
    checksum = withBytes { $0.loadUnaligned(fromByteOffset: $0.count - 4, as: UInt32.self) }
  }

  /// A key as it is stored; nil where its checksum fails.
  @inline(__always)
  init?(_ bytes: UnsafeRawBufferPointer, columns: Int) {
    let size = columns * 8 + BlockKey.rest
    guard bytes.count == size, let start = bytes.baseAddress else { return nil }
    let checksum = start.loadUnaligned(fromByteOffset: size - 4, as: UInt32.self)
    guard checksum == ByteHash.checksum(UnsafeRawBufferPointer(start: start, count: size - 4)) else {
      return nil
    }
    let rest = start + columns * 8
    func number(_ place: Int) -> Int {
      Int(rest.loadUnaligned(fromByteOffset: place * 4, as: UInt32.self))
    }
    first = Row(key: UnsafeRawBufferPointer(start: start, count: columns * 8))
    count = number(0)
    distinct = number(1)
    changes0 = number(2)
    changes1 = number(3)
    last = (
      rest.loadUnaligned(fromByteOffset: 16, as: UInt64.self),
      rest.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    )
    self.checksum = checksum
    self.columns = columns
  }

  /// The checksum with which a stored key ends.
  static func checksum(of key: UnsafeRawBufferPointer) -> UInt32 {
    key.count < 4 ? 0 : key.loadUnaligned(fromByteOffset: key.count - 4, as: UInt32.self)
  }

  /// Calls `body` with the key as it is stored.
  func withBytes<Result>(_ body: (UnsafeMutableRawBufferPointer) throws -> Result) rethrows -> Result {
    let size = columns * 8 + BlockKey.rest
    return try withUnsafeTemporaryAllocation(byteCount: size, alignment: 8) { bytes in
      first.withKey(columns: columns) { bytes.copyMemory(from: UnsafeRawBufferPointer($0)) }
      let rest = columns * 8
      for (place, number) in [count, distinct, changes0, changes1].enumerated() {
        bytes.storeBytes(of: UInt32(number), toByteOffset: rest + place * 4, as: UInt32.self)
      }
      bytes.storeBytes(of: last.0, toByteOffset: rest + 16, as: UInt64.self)
      bytes.storeBytes(of: last.1, toByteOffset: rest + 24, as: UInt64.self)
      let checksum = ByteHash.checksum(UnsafeRawBufferPointer(rebasing: bytes.dropLast(4)))
      bytes.storeBytes(of: checksum, toByteOffset: size - 4, as: UInt32.self)
      return try body(bytes)
    }
  }
}
