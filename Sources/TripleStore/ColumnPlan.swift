/// How one column of a block is to be written: the mapping from ids to codes, the codes, the bits of each group.
struct ColumnPlan {
  private(set) var mapping = BlockFormat.Mapping.constant
  private(set) var wide = false
  private(set) var base: UInt64 = 0
  private(set) var segments: [(first: UInt64, last: UInt64, code: UInt64)] = []
  private(set) var groups: [(base: UInt64, width: Int, isDifferences: Bool)] = []
  private(set) var codes: [UInt64] = []

  /// Bytes of the mapping's segments.
  var segmentBytes: Int { segments.count * (mapping == .table ? 8 : 16) }

  /// Bytes of the column's data when only its first `groups` groups are written.
  func bytes(groups count: Int) -> Int {
    if mapping == .constant { return 0 }
    return segmentBytes + (count + 1) * BlockFormat.groupEntry(wide: wide)
      + groups.prefix(count).reduce(0) { $0 + $1.width * 16 }
  }

  /// Plans for `values`.
  mutating func plan(_ values: UnsafeBufferPointer<UInt64>) {
    segments.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
    var least = UInt64.max
    var most: UInt64 = 0
    var previous = values.first ?? 0
    var rises = true
    for value in values {
      least = min(least, value)
      most = max(most, value)
      if value < previous { rises = false }
      previous = value
    }
    base = least
    wide = false
    if least == most {
      mapping = .constant
      return
    }
    codes.removeAll(keepingCapacity: true)
    codes.append(contentsOf: values)
    let span = most - least
    let isMapped =
      (!rises && span >= 256 && planTable(values, span: span))
      || (span >= 4096 && planSegments(values, span: span))
    if !isMapped {
      mapping = .offset
      segments.removeAll(keepingCapacity: true)
      for row in codes.indices { codes[row] = values[row] &- least }
      wide = span > UInt64(UInt32.max)
    }
    planGroups()
  }

  /// Leaves out all but the first `rows`, which the plan was made for with others.
  mutating func keep(rows: Int) {
    codes.removeLast(codes.count - rows)
    groups.removeLast(groups.count - (rows + BlockFormat.group - 1) / BlockFormat.group)
  }

  /// Few distinct values: codes are ranks. False where there are many, or where the table would be longer than what it
  /// saves.
  private mutating func planTable(_ values: UnsafeBufferPointer<UInt64>, span: UInt64) -> Bool {
    var slots = [UInt64](repeating: 0, count: 256)
    var known: [UInt64] = []
    var previous = values[0] ^ 1
    for value in values where value != previous {
      previous = value
      var slot = Int(truncatingIfNeeded: (value &* 0x9E37_79B9_7F4A_7C15) >> 56)
      while slots[slot] != 0, slots[slot] != value &+ 1 { slot = (slot + 1) & 255 }
      if slots[slot] == 0 {
        if known.count == BlockFormat.maximumTable { return false }
        slots[slot] = value &+ 1
        known.append(value)
      }
    }
    let saved = BitPacking.width(of: span) - BitPacking.width(of: UInt64(known.count - 1))
    if saved < 2 || saved * values.count < known.count * 64 { return false }
    known.sort()
    var ranks = [UInt64](repeating: 0, count: 256)
    for slot in 0..<256 where slots[slot] != 0 {
      ranks[slot] = UInt64(known.firstIndex(of: slots[slot] &- 1) ?? 0)
    }
    for row in codes.indices {
      var slot = Int(truncatingIfNeeded: (values[row] &* 0x9E37_79B9_7F4A_7C15) >> 56)
      while slots[slot] != values[row] &+ 1 { slot = (slot + 1) & 255 }
      codes[row] = ranks[slot]
    }
    mapping = .table
    segments.append(contentsOf: known.enumerated().map { ($0.element, $0.element, UInt64($0.offset)) })
    return true
  }

  /// A few ranges of ids with gaps between them: codes count through the ranges only. False where that gains too little.
  private mutating func planSegments(_ values: UnsafeBufferPointer<UInt64>, span: UInt64) -> Bool {
    var ranges = OccupiedRanges()
    ranges.measure(values)
    segments.removeAll(keepingCapacity: true)
    for range in ranges.merged(to: BlockFormat.maximumSegments) {
      let code = segments.last.map { $0.code + ($0.last - $0.first) + 1 } ?? 0
      segments.append((range.lowerBound, range.upperBound, code))
    }
    guard segments.count > 1, let last = segments.last else { return false }
    let total = last.code + (last.last - last.first)
    guard total < span / 2 else { return false }
    mapping = .segments
    wide = total > UInt64(UInt32.max)
    var current = 0
    for row in codes.indices {
      let value = values[row]
      while value < segments[current].first { current -= 1 }
      while value > segments[current].last { current += 1 }
      codes[row] = segments[current].code &+ (value &- segments[current].first)
    }
    return true
  }

  /// Finds each group's least code and width, and replaces the codes by what is packed.
  private mutating func planGroups() {
    codes.withUnsafeMutableBufferPointer { codes in
      var start = 0
      while start < codes.count {
        let end = min(start + BlockFormat.group, codes.count)
        var least = codes[start]
        var most = codes[start]
        var step: UInt64 = 0
        var rises = true
        for row in start + 1..<max(end, start + 1) {
          let code = codes[row]
          least = min(least, code)
          most = max(most, code)
          if code >= codes[row - 1] { step = max(step, code - codes[row - 1]) } else { rises = false }
        }
        let width = BitPacking.width(of: most - least)
        if rises, BitPacking.width(of: step) < width {
          var row = end - 1
          while row > start {
            codes[row] -= codes[row - 1]
            row -= 1
          }
          codes[start] = 0
          groups.append((least, BitPacking.width(of: step), true))
        } else {
          for row in start..<end { codes[row] -= least }
          groups.append((least, width, false))
        }
        start = end
      }
    }
  }
}
