import CLMDB
import Diagnostics
@preconcurrency import Glibc
import RDF

/// A folder that holds quads, their terms and small records: LMDB underneath, blocks of sorted columns as its values.
///
///     let store = try TripleStore.open("stemma.store", .create)
///     try store.write { try $0.add(triples, graph: document) }
///     let snapshot = try store.snapshot()
///
/// Many snapshots may be read beside one writer, also from other processes; a second writer waits for the first.
public final class TripleStore: @unchecked Sendable {
  /// What a store is opened for.
  public enum Access: Sendable {
    case read
    case write
    /// Like `write`; a folder that is missing or empty becomes a store.
    case create
  }

  private let environment: Environment
  private let access: Access
  private let patience: Patience
  /// Whether this is the writer of the moment.
  private var isExclusive = false
  public let path: String

  private init(_ path: String, _ access: Access, _ patience: Patience, _ environment: Environment) {
    self.path = path
    self.access = access
    self.patience = patience
    self.environment = environment
  }

  /// Opens the store in the folder `path`.
  ///
  /// - Parameter patience: how long writing waits for another writer.
  /// - Throws: a diagnostic where the folder is missing or not a store (unless it may be made), is of another version, is
  ///   damaged or may not be written. A folder that is not a store is left as it is.
  /// - Complexity: O(1), well below a millisecond whatever the size.
  public static func open(
    _ path: String, _ access: Access, patience: Patience = Patience()
  ) throws -> TripleStore {
    // Two may make a store at once: the second finds it made.
    var lock: WriterLock?
    if case .create = access, !StoreMarker.exists(path) { try makeFolder(path) }
    if try mayBeInTheMaking(path, access) {
      lock = try WriterLock(path, patience)
      if !StoreMarker.exists(path) { try StoreMarker(size: 0).write(path) }
    }
    defer { withExtendedLifetime(lock) {} }
    let marker = try StoreMarker.read(path)
    let data = path + "/" + StoreMarker.data
    let size = StoreMarker.fileSize(data)
    if size == nil {
      guard case .create = access else { throw StoreError.notAStore(path, "its data is missing") }
      if marker.size > 0 { throw StoreError.damaged("'\(data)' is missing") }
    }
    if let size, size < marker.size {
      throw StoreError.damaged("'\(data)' has \(size) bytes of \(marker.size)")
    }
    let environment = try Environment.shared(path, create: size == nil)
    return TripleStore(path, access, patience, environment)
  }

  /// Keeps writers from the store in the folder `path` until `body` is through, be it of another version or damaged.
  ///
  /// - Throws: also where the folder is no store.
  public static func keepingWriters<Result>(
    from path: String, patience: Patience, _ body: () throws -> Result
  ) throws -> Result {
    _ = try StoreMarker.lines(path)
    let lock = try WriterLock(path, patience)
    defer { withExtendedLifetime(lock) {} }
    return try body()
  }

  /// Whether nothing has been committed yet to what `access` is to write to.
  private static func mayBeInTheMaking(_ path: String, _ access: Access) throws -> Bool {
    switch access {
    case .read: false
    case .write: try StoreMarker.read(path).size == 0
    case .create: try !StoreMarker.exists(path) || StoreMarker.read(path).size == 0
    }
  }

  /// Makes the folder of a store, where it is missing or empty.
  private static func makeFolder(_ path: String) throws {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      folder += folder.isEmpty && !path.hasPrefix("/") ? String(part) : (part.isEmpty ? "" : "/" + part)
      if folder.isEmpty || folder == "." || folder == ".." { continue }
      if mkdir(folder, 0o755) != 0, errno != EEXIST { throw StoreMarker.failure("make '\(folder)'") }
    }
    guard let listing = opendir(path) else { throw StoreError.notAStore(path, "it is not a folder") }
    defer { closedir(listing) }
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != "..", name != WriterLock.name, !StoreMarker.exists(path) {
        throw Diagnostic.error(
          "'\(path)' is not a stemma store and not empty", hint: "name a new folder with --store")
      }
    }
  }

  /// The store as it is now.
  public func snapshot() throws -> Snapshot { try Snapshot(environment) }

  /// Several snapshots of one moment, for as many threads; at least one, fewer than `count` where writers come in between.
  public func snapshots(_ count: Int) throws -> [Snapshot] {
    let first = try snapshot()
    var found = [first]
    while found.count < count {
      let next = try snapshot()
      if next.version != first.version { break }
      found.append(next)
    }
    return found
  }

  /// Runs `body` as the only writer and commits its changes, durably; nothing changes if it throws.
  public func write<Result>(_ body: (Transaction) throws -> Result) throws -> Result {
    if case .read = access { throw Diagnostic.error("'\(path)' is open for reading only") }
    return try exclusively { try writeAlone(body) }
  }

  /// Keeps other writers waiting until `body` is through, however often it writes; what it reads first stays true until then.
  public func exclusively<Result>(_ body: () throws -> Result) throws -> Result {
    if isExclusive { return try body() }
    let lock = try WriterLock(path, patience)
    isExclusive = true
    defer {
      isExclusive = false
      withExtendedLifetime(lock) {}
    }
    return try body()
  }

  private func writeAlone<Result>(_ body: (Transaction) throws -> Result) throws -> Result {
    let handle = try environment.begin(write: true)
    let result: Result
    do {
      let transaction = try Transaction(environment, handle)
      result = try body(transaction)
      try transaction.finish()
    } catch {
      mdb_txn_abort(handle)
      throw error
    }
    let status = mdb_txn_commit(handle)
    // LMDB takes a write cut short by a full disk for an error of the device.
    if status == EIO, StoreMarker.isDiskFull(path) { throw StoreError.failure(ENOSPC, "write to '\(path)'") }
    try StoreError.check(status, "write to '\(path)'")
    try noteSize(path)
    return result
  }

  private func noteSize(_ path: String) throws {
    let size = StoreMarker.fileSize(path + "/" + StoreMarker.data) ?? 0
    if try StoreMarker.read(path).size < size { try StoreMarker(size: size).write(path) }
  }

  /// Copies the store, as it is now and without free pages, to the folder `path`, which is missing or empty.
  public func backup(to path: String) throws {
    if StoreMarker.exists(path) {
      throw Diagnostic.error("'\(path)' is a store already", hint: "name a new folder")
    }
    try TripleStore.makeFolder(path)
    try StoreMarker(size: 0).write(path)
    try StoreError.check(
      mdb_env_copy2(environment.environment, path, UInt32(MDB_CP_COMPACT)), "copy the store to '\(path)'")
    let copy = try Environment.shared(path, create: false)
    let handle = try copy.begin(write: true)
    // The copy's commits are numbered anew, and its counts must bear the number of the latest.
    do {
      let meta = copy.database(.meta, handle)
      try StoreCounts(meta).write(meta)
    } catch {
      mdb_txn_abort(handle)
      throw error
    }
    try StoreError.check(mdb_txn_commit(handle), "write to '\(path)'")
    try noteSize(path)
  }
}
