/// The ranges of ids in which a column's values lie: for each kind, up to 64 equal buckets, each with its least and greatest.
struct OccupiedRanges {
  private static let kinds = 16
  private static let buckets = 64

  private var ranges: [ClosedRange<UInt64>] = []

  /// Reads `values` twice: the extent of each kind, then that of each bucket.
  mutating func measure(_ values: UnsafeBufferPointer<UInt64>) {
    var least = [UInt64](repeating: .max, count: Self.kinds)
    var most = [UInt64](repeating: 0, count: Self.kinds)
    for value in values {
      let kind = Int(value >> 60)
      least[kind] = min(least[kind], value)
      most[kind] = max(most[kind], value)
    }
    let shifts = (0..<Self.kinds).map { kind in
      most[kind] < least[kind] ? 0 : UInt64(max(0, BitPacking.width(of: most[kind] - least[kind]) - 6))
    }
    var low = [UInt64](repeating: .max, count: Self.kinds * Self.buckets)
    var high = [UInt64](repeating: 0, count: Self.kinds * Self.buckets)
    for value in values {
      let kind = Int(value >> 60)
      let bucket = kind * Self.buckets + Int((value - least[kind]) >> shifts[kind])
      low[bucket] = min(low[bucket], value)
      high[bucket] = max(high[bucket], value)
    }
    ranges = low.indices.lazy.filter { low[$0] <= high[$0] }.map { low[$0]...high[$0] }
  }

  /// At most `limit` ranges, parted at the widest gaps.
  func merged(to limit: Int) -> [ClosedRange<UInt64>] {
    let gaps = ranges.indices.dropFirst().map { ranges[$0].lowerBound - ranges[$0 - 1].upperBound }
    let widest = gaps.sorted(by: >)
    let threshold = widest.count >= limit ? widest[limit - 2] : 64
    var result: [ClosedRange<UInt64>] = []
    for (index, range) in ranges.enumerated() {
      let isParted = index > 0 && gaps[index - 1] >= max(threshold, 64) && result.count < limit
      if let last = result.last, !isParted {
        result[result.count - 1] = last.lowerBound...range.upperBound
      } else {
        result.append(range)
      }
    }
    return result
  }
}
