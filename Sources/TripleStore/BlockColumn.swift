/// One column of a block, read in place.
struct BlockColumn {
  let mapping: BlockFormat.Mapping
  let wide: Bool
  let base: UInt64
  let segmentCount: Int
  let segments: UnsafeRawPointer
  let groups: UnsafeRawPointer
  let packed: UnsafeRawPointer

  @inline(__always)
  init(_ block: UnsafeRawPointer, _ index: Int, groupCount: Int) {
    let head = block + BlockFormat.columnHeads + index * BlockFormat.columnHead
    mapping = BlockFormat.Mapping(rawValue: head.load(as: UInt8.self)) ?? .constant
    wide = head.load(fromByteOffset: 1, as: UInt8.self) != 0
    segmentCount = Int(head.loadUnaligned(fromByteOffset: 2, as: UInt16.self))
    base = head.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    segments = block + Int(head.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
    let width = mapping == .segments ? 16 : mapping == .table ? 8 : 0
    groups = segments + segmentCount * width
    packed = groups + (groupCount + 1) * BlockFormat.groupEntry(wide: wide)
  }

  /// A column of no rows, in the place of a damaged one.
  init(ofNoRowsAt place: UnsafeRawPointer) {
    mapping = .constant
    wide = false
    base = 0
    segmentCount = 0
    segments = place
    groups = place
    packed = place
  }

  /// Where a group's bits are and how to read them.
  struct Group {
    let base: UInt64
    let width: Int
    let isDifferences: Bool
    let bits: UnsafeRawPointer

    /// No code of a group that is kept as distances is above it.
    @inline(__always)
    var limit: UInt64 {
      let (limit, overflows) = base.addingReportingOverflow(UInt64.max &>> UInt64(64 &- width))
      return overflows ? .max : limit
    }
  }

  @inline(__always)
  func group(_ index: Int) -> Group {
    let entry = BlockFormat.groupEntry(wide: wide)
    let place = groups + index * entry
    let code =
      wide ? place.loadUnaligned(as: UInt64.self) : UInt64(place.loadUnaligned(as: UInt32.self))
    let here = place.loadUnaligned(fromByteOffset: entry - 4, as: UInt32.self)
    let next = place.loadUnaligned(fromByteOffset: entry * 2 - 4, as: UInt32.self)
    let from = Int(here & ~BlockFormat.differences)
    return Group(
      base: code, width: Int(next & ~BlockFormat.differences) - from,
      isDifferences: here & BlockFormat.differences != 0, bits: packed + from * 16)
  }

  /// The id behind a code.
  @inline(__always)
  func id(_ code: UInt64) -> UInt64 {
    switch mapping {
    case .constant: return base
    case .offset: return base &+ code
    case .table: return segments.loadUnaligned(fromByteOffset: Int(code) * 8, as: UInt64.self)
    case .segments:
      var index = segmentCount - 1
      while index > 0, segments.loadUnaligned(fromByteOffset: index * 16 + 8, as: UInt64.self) > code {
        index -= 1
      }
      let from = segments + index * 16
      return from.loadUnaligned(as: UInt64.self)
        &+ (code &- from.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }
  }

  /// Whether single rows of a group can be read without decoding it.
  @inline(__always)
  func isDirect(group index: Int) -> Bool { mapping == .constant || !group(index).isDifferences }

  /// The id in one row of a group that is direct.
  @inline(__always)
  func id(group index: Int, row: Int) -> UInt64 {
    if mapping == .constant { return base }
    let group = group(index)
    if group.width == 0 { return id(group.base) }
    return id(group.base &+ BitPacking.value(group.bits, row, width: group.width))
  }

  /// The id in a group's first row, without decoding the group.
  @inline(__always)
  func first(ofGroup index: Int) -> UInt64 {
    if mapping == .constant { return base }
    let group = group(index)
    if group.width == 0 || group.isDifferences { return id(group.base) }
    return id(group.base &+ BitPacking.value(group.bits, 0, width: group.width))
  }

  /// Writes the ids of the first `count` rows of a group to `output`.
  func decode(group index: Int, count: Int, into output: UnsafeMutablePointer<UInt64>) {
    if mapping == .constant {
      output.update(repeating: base, count: count)
      return
    }
    let group = group(index)
    if group.width == 0 {
      output.update(repeating: id(group.base), count: count)
      return
    }
    // What lies between a code and its id where the group begins; later segments come on top.
    let shift =
      switch mapping {
      case .offset: base
      case .segments: id(group.base) &- group.base
      case .constant, .table: 0 as UInt64
      }
    let start = group.base &+ shift
    if group.isDifferences {
      BitPacking.sum(group.bits, width: group.width, start: start, count: count, into: output)
    } else {
      BitPacking.unpack(group.bits, width: group.width, base: start, count: count, into: output)
    }
    switch mapping {
    case .table:
      for row in 0..<count {
        output[row] = segments.loadUnaligned(fromByteOffset: Int(output[row]) * 8, as: UInt64.self)
      }
    case .segments:
      expandSegments(
        output, count, above: group.base,
        through: group.isDifferences ? output[count &- 1] &- shift : group.limit, shift)
    case .constant, .offset: break
    }
  }

  /// Turns codes that are shifted as those of the segment of code `first` are into ids: for each segment that begins behind it and
  /// not behind `last`, what lies at or beyond its beginning jumps by the gap before it.
  ///
  /// Earlier jumps are in the values already; as the mapping keeps the order, the comparison is with the shifted beginning.
  @inline(__always)
  private func expandSegments(
    _ output: UnsafeMutablePointer<UInt64>, _ count: Int, above first: UInt64, through last: UInt64,
    _ shift: UInt64
  ) {
    var shift = shift
    for segment in 0..<segmentCount {
      let from = segments + segment * 16
      let firstCode = from.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
      if firstCode <= first { continue }
      if firstCode > last { return }
      let whole = from.loadUnaligned(as: UInt64.self) &- firstCode
      let limit = firstCode &+ shift
      let jump = whole &- shift
      shift = whole
      for row in 0..<count { output[row] = output[row] &+ (output[row] >= limit ? jump : 0) }
    }
  }
}
