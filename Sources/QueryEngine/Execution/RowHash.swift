import Glibc
import TripleStore

/// A chained hash index over some key columns of a `RowTable`.
///
/// `heads` holds the latest row of each bucket, `next` the row before it; -1 ends a chain. A row that matches none is mostly
/// told by `filter` alone (Bloom 1970), which stays in a near cache: a bit for each hash, sixteen or more for each row.
///
/// - Complexity: O(rows) to make, 4 bytes a row, at least 8 a bucket and 2 of filter.
final class RowHash {
  private let heads: UnsafeMutablePointer<Int32>
  let next: UnsafeMutablePointer<Int32>
  private let mask: Int
  private let filter: UnsafeMutablePointer<UInt64>
  private let filterMask: UInt64

  /// Bytes that the index of `count` rows takes at most.
  static func bytes(_ count: Int) -> Int { count * 24 + 512 }

  init(_ table: RowTable, keys: [Int]) {
    var size = 64
    while size < table.count * 2 { size *= 2 }
    mask = size - 1
    heads = .allocate(capacity: size)
    heads.initialize(repeating: -1, count: size)
    next = .allocate(capacity: max(1, table.count))
    filterMask = UInt64(size * 8 - 1)
    filter = LargeMemory.zeros(size / 8)
    for row in 0..<table.count {
      let hash = RowHash.hash(table.columns, keys, row)
      let bucket = Int(truncatingIfNeeded: hash) & mask
      next[row] = heads[bucket]
      heads[bucket] = Int32(row)
      let bit = hash &>> 32 & filterMask
      filter[Int(bit &>> 6)] |= 1 &<< (bit & 63)
    }
  }

  deinit {
    heads.deallocate()
    next.deallocate()
    free(filter)
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

  /// Writes the first candidate row for each row of a batch, -1 = none. Follow `next` for the others and compare keys
  /// yourself.
  func first(for batch: Batch, keys: [Int], into candidates: UnsafeMutablePointer<Int32>) {
    if keys.count == 1 {
      let column = batch.columns[keys[0]]
      for row in 0..<batch.count {
        candidates[row] = head(RowHash.mix(0, column[row]))
      }
    } else {
      for row in 0..<batch.count {
        candidates[row] = head(RowHash.hash(batch.columns, keys, row))
      }
    }
  }

  @inline(__always)
  private func head(_ hash: UInt64) -> Int32 {
    let bit = hash &>> 32 & filterMask
    guard filter[Int(bit &>> 6)] &>> (bit & 63) & 1 != 0 else { return -1 }
    return heads[Int(truncatingIfNeeded: hash) & mask]
  }
}
