import CLMDB

/// The named databases of a store's environment, and reading and writing them inside a transaction.
struct Database {
  /// Everything kept, by name.
  enum Name: CaseIterable {
    case meta, records, tags, text, directories
    case index(StoredIndex)

    static var allCases: [Name] {
      [.meta, .records, .tags, .text, .directories] + StoredIndex.allCases.map(Name.index)
    }

    var text: String {
      switch self {
      case .meta: "meta"
      case .records: "records"
      case .tags: "tags"
      case .text: "text"
      case .directories: "directories"
      case .index(let index): index.name
      }
    }

    /// The place in `Environment.handles`.
    var slot: Int {
      switch self {
      case .meta: 0
      case .records: 1
      case .tags: 2
      case .text: 3
      case .directories: 4
      case .index(let index): 5 + index.rawValue
      }
    }
  }

  /// One database seen by one transaction.
  struct Reader {
    let transaction: OpaquePointer
    let handle: MDB_dbi

    /// The value of `key`, in the map, valid while the transaction lives; nil where there is none.
    func value(_ key: UnsafeMutableRawBufferPointer) -> UnsafeRawBufferPointer? {
      var name = MDB_val(mv_size: key.count, mv_data: key.baseAddress)
      var value = MDB_val()
      guard mdb_get(transaction, handle, &name, &value) == 0 else { return nil }
      return UnsafeRawBufferPointer(start: value.mv_data, count: value.mv_size)
    }

    /// How many entries LMDB counts.
    var count: Int {
      var statistics = MDB_stat()
      return mdb_stat(transaction, handle, &statistics) == 0 ? statistics.ms_entries : 0
    }

    /// Calls `body` with all entries from the first key at or above `start`, until it returns false.
    func scan(
      from start: UnsafeMutableRawBufferPointer?,
      _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) throws -> Bool
    ) throws {
      var cursor: OpaquePointer?
      try StoreError.check(mdb_cursor_open(transaction, handle, &cursor), "read the store")
      defer { mdb_cursor_close(cursor) }
      var key = MDB_val(mv_size: start?.count ?? 0, mv_data: start?.baseAddress)
      var value = MDB_val()
      var status = mdb_cursor_get(cursor, &key, &value, start == nil ? MDB_FIRST : MDB_SET_RANGE)
      while status == 0 {
        let more = try body(
          UnsafeRawBufferPointer(start: key.mv_data, count: key.mv_size),
          UnsafeRawBufferPointer(start: value.mv_data, count: value.mv_size))
        if !more { return }
        status = mdb_cursor_get(cursor, &key, &value, MDB_NEXT)
      }
      if status != MDB_NOTFOUND { throw StoreError.failure(status, "read the store") }
    }

    /// What `body` makes of the first entry at or above `start`; nil where there is none, or it cannot be read.
    func first<Result>(
      from start: UnsafeMutableRawBufferPointer,
      _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Result?
    ) -> Result? {
      var result: Result?
      try? scan(from: start) { key, value in
        result = body(key, value)
        return false
      }
      return result
    }

    func forEach(_ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) throws -> Void) throws {
      try scan(from: nil) { key, value in
        try body(key, value)
        return true
      }
    }

    func put(
      _ key: UnsafeMutableRawBufferPointer, _ bytes: UnsafeRawBufferPointer, append: Bool = false
    ) throws {
      var name = MDB_val(mv_size: key.count, mv_data: key.baseAddress)
      var value = MDB_val(mv_size: bytes.count, mv_data: UnsafeMutableRawPointer(mutating: bytes.baseAddress))
      let flags = append ? UInt32(MDB_APPEND) : 0
      try StoreError.check(mdb_put(transaction, handle, &name, &value, flags), "write to the store")
    }

    /// Removes `key`; says whether it was there.
    @discardableResult
    func remove(_ key: UnsafeMutableRawBufferPointer) throws -> Bool {
      var name = MDB_val(mv_size: key.count, mv_data: key.baseAddress)
      let status = mdb_del(transaction, handle, &name, nil)
      if status == MDB_NOTFOUND { return false }
      try StoreError.check(status, "write to the store")
      return true
    }

    func removeAll() throws {
      try StoreError.check(mdb_drop(transaction, handle, 0), "write to the store")
    }
  }
}
