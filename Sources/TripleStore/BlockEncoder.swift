/// Writes rows as blocks (see `BlockFormat`).
struct BlockEncoder {
  private var plans = [ColumnPlan](repeating: ColumnPlan(), count: 4)
  /// Rows that the plans are for.
  private var planned = 0
  private var column: [UInt64] = []

  private mutating func plan(_ rows: UnsafeBufferPointer<Row>) {
    for index in 0..<4 { plan(index, of: rows) }
    planned = rows.count
  }

  private mutating func plan(_ index: Int, of rows: UnsafeBufferPointer<Row>) {
    column.removeAll(keepingCapacity: true)
    switch index {
    case 0: for row in rows { column.append(row.a) }
    case 1: for row in rows { column.append(row.b) }
    case 2: for row in rows { column.append(row.c) }
    default: for row in rows { column.append(row.d) }
    }
    column.withUnsafeBufferPointer { plans[index].plan($0) }
  }

  private func size(groups: Int) -> Int {
    plans.reduce(BlockFormat.header + BlockFormat.padding) { $0 + $1.bytes(groups: groups) }
  }

  /// How many of the first rows fill a block of about the target size, and whether all of them fit.
  ///
  /// - Complexity: O(rows).
  mutating func fitting(_ rows: UnsafeBufferPointer<Row>) -> (rows: Int, bytes: Int) {
    plan(rows)
    let groups = (rows.count + BlockFormat.group - 1) / BlockFormat.group
    let all = size(groups: groups)
    if all <= BlockFormat.targetBytes { return (rows.count, all) }
    var low = 1
    var high = groups
    while low + 1 < high {
      let middle = (low + high) / 2
      if size(groups: middle) <= BlockFormat.targetBytes { low = middle } else { high = middle }
    }
    return (min(low * BlockFormat.group, rows.count), all)
  }

  /// The block of all `rows`, valid during the call of `body`, and its key.
  mutating func encode<Result>(
    _ rows: UnsafeBufferPointer<Row>, keyColumns: Int,
    _ body: (BlockKey, UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    plan(rows)
    return try write(rows, keyColumns: keyColumns, body)
  }

  /// The block of `rows`, which begin where those began that `fitting` was asked about last: its plans serve again, by which a
  /// block is no larger than `fitting` said, if sometimes larger than by plans of its own.
  mutating func encodeFitting<Result>(
    _ rows: UnsafeBufferPointer<Row>, keyColumns: Int,
    _ body: (BlockKey, UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    guard rows.count <= planned else { return try encode(rows, keyColumns: keyColumns, body) }
    planned = 0
    for index in 0..<4 where plans[index].mapping != .constant {
      // Readers skip a block by a column of one value.
      if rows.allSatisfy({ $0[index] == rows[0][index] }) {
        plan(index, of: rows)
      } else {
        plans[index].keep(rows: rows.count)
      }
    }
    return try write(rows, keyColumns: keyColumns, body)
  }

  private func write<Result>(
    _ rows: UnsafeBufferPointer<Row>, keyColumns: Int,
    _ body: (BlockKey, UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    let key = BlockKey(of: rows, columns: keyColumns)
    let groups = (rows.count + BlockFormat.group - 1) / BlockFormat.group
    var bytes = [UInt8](repeating: 0, count: size(groups: groups))
    return try bytes.withUnsafeMutableBytes { buffer in
      guard let start = buffer.baseAddress else { return try body(key, UnsafeRawBufferPointer(buffer)) }
      start.storeBytes(of: BlockFormat.version, as: UInt8.self)
      start.storeBytes(
        of: key.distinct < key.count ? BlockFormat.hasDuplicates : 0, toByteOffset: 1, as: UInt8.self)
      var offset = BlockFormat.header
      for index in 0..<4 {
        offset = write(plans[index], index: index, to: start, at: offset)
      }
      let checksum = Block.checksum(UnsafeRawBufferPointer(buffer), keyChecksum: key.checksum)
      start.storeBytes(of: checksum, toByteOffset: 4, as: UInt32.self)
      return try body(key, UnsafeRawBufferPointer(buffer))
    }
  }

  /// Writes one column and gives the offset behind it.
  private func write(
    _ plan: ColumnPlan, index: Int, to start: UnsafeMutableRawPointer, at offset: Int
  ) -> Int {
    let head = start + BlockFormat.columnHeads + index * BlockFormat.columnHead
    head.storeBytes(of: plan.mapping.rawValue, as: UInt8.self)
    head.storeBytes(of: plan.wide ? 1 : 0, toByteOffset: 1, as: UInt8.self)
    head.storeBytes(of: UInt16(plan.segments.count), toByteOffset: 2, as: UInt16.self)
    head.storeBytes(of: UInt32(offset), toByteOffset: 4, as: UInt32.self)
    head.storeBytes(of: plan.base, toByteOffset: 8, as: UInt64.self)
    if plan.mapping == .constant { return offset }

    var place = start + offset
    for segment in plan.segments {
      place.storeBytes(of: segment.first, as: UInt64.self)
      place += 8
      if plan.mapping == .segments {
        place.storeBytes(of: segment.code, as: UInt64.self)
        place += 8
      }
    }
    let entry = BlockFormat.groupEntry(wide: plan.wide)
    let packed = place + (plan.groups.count + 1) * entry
    var from = 0
    for (group, layout) in plan.groups.enumerated() {
      if plan.wide {
        place.storeBytes(of: layout.base, as: UInt64.self)
      } else {
        place.storeBytes(of: UInt32(layout.base), as: UInt32.self)
      }
      let mark = UInt32(from) | (layout.isDifferences ? BlockFormat.differences : 0)
      place.storeBytes(of: mark, toByteOffset: entry - 4, as: UInt32.self)
      place += entry
      if layout.width > 0 {
        let first = group * BlockFormat.group
        plan.codes.withUnsafeBufferPointer { codes in
          guard let codes = codes.baseAddress else { return }
          BitPacking.pack(
            codes + first, count: min(BlockFormat.group, plan.codes.count - first), width: layout.width,
            into: packed + from * 16)
        }
      }
      from += layout.width
    }
    place.storeBytes(of: UInt32(from), toByteOffset: entry - 4, as: UInt32.self)
    return offset + plan.bytes(groups: plan.groups.count)
  }
}
