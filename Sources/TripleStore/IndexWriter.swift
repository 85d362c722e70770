import CLMDB
import Workers

/// Changes one index inside a write transaction, rewriting only the blocks that changed rows fall into.
struct IndexWriter {
  let index: StoredIndex
  let database: Database.Reader
  /// Rows whose blocks are made on one thread.
  var slice = 1 << 18

  /// What a change did to the number of rows and of distinct triples.
  struct Effect {
    var rows = 0
    var distinct = 0

    mutating func add(_ block: BlockKey, _ sign: Int) {
      rows += sign * block.count
      distinct += sign * block.distinct
    }
  }

  /// Removes `removed`, then adds `added`; both sorted in the index's column order. Rows that are already there, or are not,
  /// are no error.
  func apply(added: UnsafeBufferPointer<Row>, removed: UnsafeBufferPointer<Row>) throws -> Effect {
    var effect = Effect()
    if try isEmpty() {
      try write(added, append: true, &effect)
      return effect
    }
    var adding = 0
    var removing = 0
    while adding < added.count || removing < removed.count {
      let next: Row
      if adding == added.count {
        next = removed[removing]
      } else if removing == removed.count {
        next = added[adding]
      } else {
        next = min(added[adding], removed[removing])
      }
      let (found, limit) = try block(for: next)
      func end(_ rows: UnsafeBufferPointer<Row>, from start: Int) -> Int {
        guard let limit else { return rows.count }
        return rows.partition(from: start) { $0.compare(limit, columns: index.keyColumns) < 0 }
      }
      let addEnd = end(added, from: adding)
      let removeEnd = end(removed, from: removing)
      var old: [Row] = []
      if let (key, bytes) = found {
        guard let block = Block(bytes, key: key) else { throw StoreError.damagedBlock }
        block.decode(into: &old)
        effect.add(key, -1)
      }
      let merged = merge(
        old, UnsafeBufferPointer(rebasing: added[adding..<addEnd]),
        UnsafeBufferPointer(rebasing: removed[removing..<removeEnd]))
      if merged == old {
        if let (key, _) = found { effect.add(key, 1) }
      } else {
        _ = try found?.key.withBytes { try database.remove($0) }
        try merged.withUnsafeBufferPointer { try write($0, append: false, &effect) }
      }
      adding = addEnd
      removing = removeEnd
    }
    return effect
  }

  private func isEmpty() throws -> Bool {
    var isEmpty = true
    try database.scan(from: nil) { _, _ in
      isEmpty = false
      return false
    }
    return isEmpty
  }

  /// The block into which `row` belongs, nil in an index that has become empty; and the first row of the block behind it.
  private func block(for row: Row) throws -> (
    block: (key: BlockKey, bytes: UnsafeRawBufferPointer)?, limit: Row?
  ) {
    var cursor: OpaquePointer?
    try StoreError.check(mdb_cursor_open(database.transaction, database.handle, &cursor), "read the store")
    defer { mdb_cursor_close(cursor) }
    return try row.withKey(columns: index.keyColumns) { bytes in
      var key = MDB_val(mv_size: bytes.count, mv_data: bytes.baseAddress)
      var value = MDB_val()
      // The bytes of the row alone come before every key that begins with them.
      var status = mdb_cursor_get(cursor, &key, &value, MDB_SET_RANGE)
      if status == MDB_NOTFOUND {
        status = mdb_cursor_get(cursor, &key, &value, MDB_LAST)
        if status == MDB_NOTFOUND { return (nil, nil) }
      } else if status == 0, try blockKey(key).first.compare(row, columns: index.keyColumns) != 0 {
        status = mdb_cursor_get(cursor, &key, &value, MDB_PREV)
        if status == MDB_NOTFOUND { status = mdb_cursor_get(cursor, &key, &value, MDB_FIRST) }
      }
      try StoreError.check(status, "read the store")
      let found = (try blockKey(key), UnsafeRawBufferPointer(start: value.mv_data, count: value.mv_size))
      status = mdb_cursor_get(cursor, &key, &value, MDB_NEXT)
      if status == MDB_NOTFOUND { return (found, nil) }
      try StoreError.check(status, "read the store")
      return (found, try blockKey(key).first)
    }
  }

  private func blockKey(_ key: MDB_val) throws -> BlockKey {
    let bytes = UnsafeRawBufferPointer(start: key.mv_data, count: key.mv_size)
    guard let key = BlockKey(bytes, columns: index.keyColumns) else { throw StoreError.damagedBlock }
    return key
  }

  private func merge(
    _ old: [Row], _ added: UnsafeBufferPointer<Row>, _ removed: UnsafeBufferPointer<Row>
  ) -> [Row] {
    var result: [Row] = []
    result.reserveCapacity(old.count + added.count)
    var adding = 0
    var removing = 0
    for row in old {
      while adding < added.count, added[adding] < row {
        if result.last != added[adding] { result.append(added[adding]) }
        adding += 1
      }
      while removing < removed.count, removed[removing] < row { removing += 1 }
      if removing < removed.count, removed[removing] == row {
        if adding < added.count, added[adding] == row { result.append(row) }
      } else {
        result.append(row)
      }
      while adding < added.count, added[adding] == row { adding += 1 }
    }
    while adding < added.count {
      if result.last != added[adding] { result.append(added[adding]) }
      adding += 1
    }
    return result
  }

  private func write(_ rows: UnsafeBufferPointer<Row>, append: Bool, _ effect: inout Effect) throws {
    let slices = slices(of: rows)
    // The rows outlive the threads.
    nonisolated(unsafe) let rows = rows
    let keyColumns = index.keyColumns
    @Sendable func encoded(_ slice: Range<Int>) -> EncodedBlocks {
      EncodedBlocks(UnsafeBufferPointer(rebasing: rows[slice]), keyColumns: keyColumns)
    }
    func put(_ blocks: EncodedBlocks) throws {
      try blocks.forEach { key, bytes in
        try key.withBytes { try database.put($0, bytes, append: append) }
        effect.add(key, 1)
      }
    }
    if slices.count < 2 { return try slices.forEach { try put(encoded($0)) } }
    let workers = OrderedWorkers(slices, jobs: Processors.count, window: 2 * Processors.count, work: encoded)
    while let blocks = workers.next() { try put(blocks) }
  }

  /// Parts of `rows` between which the key changes, the same however many threads there are.
  private func slices(of rows: UnsafeBufferPointer<Row>) -> [Range<Int>] {
    var slices: [Range<Int>] = []
    var start = 0
    while start < rows.count {
      var end = min(start + slice, rows.count)
      while end < rows.count, rows[end].compare(rows[end - 1], columns: index.keyColumns) == 0 { end += 1 }
      slices.append(start..<end)
      start = end
    }
    return slices
  }
}

extension UnsafeBufferPointer {
  /// The first place at or after `start` whose element is not `isBefore`; the elements that are come first.
  @inline(__always)
  func partition(from start: Int, _ isBefore: (Element) -> Bool) -> Int {
    var low = start
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
