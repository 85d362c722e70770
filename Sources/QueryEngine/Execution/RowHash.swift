import TripleStore

/// A chained hash index over some key columns of a `RowTable`.
///
/// `heads` holds the latest row of each bucket, `next` the row before it; -1 ends a chain.
struct RowHash {
  private(set) var heads: [Int32]
  private(set) var next: [Int32] = []
  private var mask: Int
  let keys: [Int]

  init(keys: [Int], expected: Int = 0) {
    self.keys = keys
    var size = 64
    while size < expected * 2 { size *= 2 }
    heads = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  /// Mixes one id into a hash (the finaliser of SplitMix64).
  @inline(__always)
  static func mix(_ seed: UInt64, _ id: TermID) -> UInt64 {
    var x = (seed &+ 0x9E37_79B9_7F4A_7C15) ^ id.rawValue
    x = (x ^ (x >> 30)) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ (x >> 27)) &* 0x94D0_49BB_1331_11EB
    return x ^ (x >> 31)
  }

  @inline(__always)
  static func hash(_ columns: [UnsafeMutablePointer<TermID>], _ keys: [Int], _ row: Int) -> UInt64 {
    var hash: UInt64 = 0
    for key in keys { hash = mix(hash, columns[key][row]) }
    return hash
  }

  /// Indexes the rows of `table` that are not indexed yet.
  mutating func extend(over table: RowTable) {
    if table.count * 2 > heads.count { grow(table) }
    next.reserveCapacity(table.count)
    for row in next.count..<table.count {
      let bucket = Int(truncatingIfNeeded: RowHash.hash(table.columns, keys, row)) & mask
      next.append(heads[bucket])
      heads[bucket] = Int32(row)
    }
  }

  /// The first candidate row for a hash; -1 = none. Follow `next` for the others and compare keys yourself.
  @inline(__always)
  func first(_ hash: UInt64) -> Int32 { heads[Int(truncatingIfNeeded: hash) & mask] }

  private mutating func grow(_ table: RowTable) {
    var size = heads.count
    while size < table.count * 2 { size *= 2 }
    heads = [Int32](repeating: -1, count: size)
    mask = size - 1
    for row in next.indices {
      let bucket = Int(truncatingIfNeeded: RowHash.hash(table.columns, keys, row)) & mask
      next[row] = heads[bucket]
      heads[bucket] = Int32(row)
    }
  }
}
