import CLMDB
import Diagnostics
@preconcurrency import Glibc
import Workers

/// One LMDB environment, open once in a process however often its store is opened.
///
/// LMDB's locks belong to the process, so a second opening of the same folder shares the first's environment.
final class Environment: @unchecked Sendable {
  let path: String
  let environment: OpaquePointer
  private(set) var handles: [MDB_dbi] = []
  let damage = Damage()
  /// Bytes of address space that the map is given, as powers of two from the first to be tried: a store can grow to that.
  private static let roomBits = [40, 37, 34, 31]
  /// `file`, once it has been asked for.
  private let knownFile = Guarded<MapFile?>(nil)
  /// What is known of the latest moment that was read.
  private let latest = Guarded(Moment(number: -1))

  /// What the snapshots of one moment share.
  private struct Moment {
    let number: Int
    var indexes = [BlockDirectory?](repeating: nil, count: StoredIndex.allCases.count)
    var chunks: TermChunks?

    /// Forgets a moment that is past.
    mutating func advance(to number: Int) { if self.number < number { self = Moment(number: number) } }
  }

  private struct Weak {
    weak var environment: Environment?
  }

  private static let open = Guarded<[String: Weak]>([:])

  /// The environment of the store at `path`, which has a marker.
  static func shared(_ path: String, create: Bool) throws -> Environment {
    guard let name = realpath(path, nil) else { throw StoreMarker.failure("open '\(path)'") }
    defer { free(name) }
    let key = String(cString: name)
    return try open.withLock { known in
      if let environment = known[key]?.environment { return environment }
      known = known.filter { $0.value.environment != nil }
      let environment = try Environment(path, create: create)
      known[key] = Weak(environment: environment)
      return environment
    }
  }

  private init(_ path: String, create: Bool) throws {
    self.path = path
    let isWritable = access(path, W_OK) == 0 && (create || access(path + "/" + StoreMarker.data, W_OK) == 0)
    var flags = UInt32(MDB_NOTLS | MDB_NOMEMINIT)
    if !isWritable { flags |= UInt32(MDB_RDONLY) }
    environment = try Environment.open(path, flags)
    try openDatabases(create: create && isWritable)
  }

  /// Opens the map with as much room as the system gives.
  ///
  /// - Throws: what LMDB says of the last try, and where `path` holds no LMDB data.
  private static func open(_ path: String, _ flags: UInt32) throws -> OpaquePointer {
    var status = ENOMEM
    for bits in roomBits {
      var made: OpaquePointer?
      try StoreError.check(mdb_env_create(&made), "open '\(path)'")
      mdb_env_set_maxdbs(made, UInt32(Database.Name.allCases.count))
      mdb_env_set_maxreaders(made, 256)
      mdb_env_set_mapsize(made, 1 << bits)
      status = mdb_env_open(made, path, flags, 0o644)
      if status == 0, let made { return made }
      // One that failed to open cannot be tried again.
      mdb_env_close(made)
      // Where address space is short: ENOMEM as Linux says it, EINVAL under valgrind.
      guard status == ENOMEM || status == EINVAL else { break }
    }
    if status == MDB_INVALID || status == MDB_VERSION_MISMATCH {
      throw StoreError.notAStore(path, "its data is not readable")
    }
    throw StoreError.failure(status, "open '\(path)'")
  }

  deinit { mdb_env_close(environment) }

  private func openDatabases(create: Bool) throws {
    var transaction: OpaquePointer?
    let mode = create ? 0 : UInt32(MDB_RDONLY)
    try StoreError.check(mdb_txn_begin(environment, nil, mode, &transaction), "open '\(path)'")
    for name in Database.Name.allCases {
      var handle: MDB_dbi = 0
      let status = mdb_dbi_open(transaction, name.text, create ? UInt32(MDB_CREATE) : 0, &handle)
      guard status == 0 else {
        mdb_txn_abort(transaction)
        if status == MDB_NOTFOUND { throw StoreError.notAStore(path, "it lacks '\(name.text)'") }
        throw StoreError.failure(status, "open '\(path)'")
      }
      handles.append(handle)
    }
    try StoreError.check(mdb_txn_commit(transaction), "open '\(path)'")
  }

  func begin(write: Bool) throws -> OpaquePointer {
    var transaction: OpaquePointer?
    let status = mdb_txn_begin(environment, nil, write ? 0 : UInt32(MDB_RDONLY), &transaction)
    guard status == 0, let transaction else {
      throw StoreError.failure(status, write ? "write to '\(path)'" : "read '\(path)'")
    }
    return transaction
  }

  /// The file behind the map.
  var file: MapFile {
    knownFile.withLock { known in
      if let known { return known }
      var descriptor: Int32 = -1
      mdb_env_get_fd(environment, &descriptor)
      let file = MapFile(descriptor)
      known = file
      return file
    }
  }

  func database(_ name: Database.Name, _ transaction: OpaquePointer) -> Database.Reader {
    Database.Reader(transaction: transaction, handle: handles[name.slot])
  }

  /// The directory of an index as a transaction sees it; read transactions of one moment share the stored one (`isShared`).
  func directory(
    _ index: StoredIndex, _ transaction: OpaquePointer, _ counts: StoreCounts, isShared: Bool
  ) throws -> BlockDirectory {
    let number = Int(mdb_txn_id(transaction))
    let known = latest.withLock { isShared && $0.number == number ? $0.indexes[index.rawValue] : nil }
    if let known { return known }
    let rows = counts.rows(index)
    if !isShared {
      return try BlockDirectory(index, database(.index(index), transaction), rows: rows, damage: damage)
    }
    let made = try BlockDirectory(
      stored: index, database(.directories, transaction), rows: rows, damage: damage)
    latest.withLock { latest in
      latest.advance(to: number)
      if latest.number == number { latest.indexes[index.rawValue] = made }
    }
    return made
  }

  /// The dictionary's chunks as a transaction sees them, shared in the same way.
  func chunks(_ transaction: OpaquePointer, _ counts: StoreCounts, isShared: Bool) -> TermChunks {
    let number = Int(mdb_txn_id(transaction))
    let known = latest.withLock { isShared && $0.number == number ? $0.chunks : nil }
    if let known { return known }
    let made = TermChunks(counts: counts.terms)
    if !isShared { return made }
    latest.withLock { latest in
      latest.advance(to: number)
      if latest.number == number { latest.chunks = made }
    }
    return made
  }
}
