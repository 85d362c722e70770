import CLMDB
import Diagnostics

/// The diagnostics of the store.
enum StoreError {
  /// Throws what LMDB reports, unless `status` is success.
  @inline(__always)
  static func check(_ status: Int32, _ what: @autoclosure () -> String) throws {
    if status != 0 { throw failure(status, what()) }
  }

  static func failure(_ status: Int32, _ what: String) -> Diagnostic {
    let reason = mdb_strerror(status).map { String(cString: $0) } ?? "error \(status)"
    return .error("cannot \(what): \(reason)", hint: hint(status))
  }

  private static func hint(_ status: Int32) -> String? {
    switch status {
    case MDB_MAP_FULL: "the disk or the map is full"
    case MDB_READERS_FULL: "too many readers have the store open"
    case MDB_CORRUPTED, MDB_PAGE_NOTFOUND, MDB_INVALID:
      hint
    default: nil
    }
  }

  private static let hint =
    "restore a backup, or 'stemma build … --repair' with the documents it was built from"

  static func damaged(_ what: String) -> Diagnostic {
    .error("the store is damaged: \(what)", hint: hint)
  }

  static let damagedBlock = damaged("a block of an index fails its checksum")

  static let damagedTerms = damaged("a run of terms is missing or fails its checksum")

  static func notAStore(_ path: String, _ why: String? = nil) -> Diagnostic {
    .error(
      "'\(path)' is not a stemma store\(why.map { ": \($0)" } ?? "")",
      hint: "make one with 'stemma build … --store \(path)'")
  }
}
