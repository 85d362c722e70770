/// The ranges of ids in which a column's values lie: for each kind, up to 64 equal buckets, each with its least and greatest.
struct OccupiedRanges {
  private static let kinds = 16
  private static let buckets = 64

  private var ranges: [ClosedRange<UInt64>] = []

  /// Reads `values` twice: the extent of each kind, then that of each bucket.
  mutating func measure(_ values: UnsafeBufferPointer<UInt64>) {
    let kinds = Self.extents(of: values, Self.kinds) { Int($0 &>> 60) }
    let shifts = kinds.map { $0.most < $0.least ? 0 : max(0, BitPacking.width(of: $0.most - $0.least) - 6) }
    ranges = kinds.withUnsafeBufferPointer { kinds in
      shifts.withUnsafeBufferPointer { shifts in
        Self.extents(of: values, Self.kinds * Self.buckets) { value in
          let kind = Int(value &>> 60)
          return kind &* Self.buckets &+ Int((value &- kinds[kind].least) &>> UInt64(shifts[kind]))
        }
      }
    }.lazy.filter { $0.least <= $0.most }.map { $0.least...$0.most }
  }

  /// The least and the greatest value of each of `count` classes; where a class is empty, the least is above the greatest.
  @inline(__always)
  private static func extents(
    of values: UnsafeBufferPointer<UInt64>, _ count: Int, _ place: (UInt64) -> Int
  ) -> [(least: UInt64, most: UInt64)] {
    var extents = [(least: UInt64, most: UInt64)](repeating: (.max, 0), count: count)
    extents.withUnsafeMutableBufferPointer { extents in
      var previous = ~(values.first ?? 0)
      for value in values where value != previous {
        previous = value
        let place = place(value)
        if value < extents[place].least { extents[place].least = value }
        if value > extents[place].most { extents[place].most = value }
      }
    }
    return extents
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
