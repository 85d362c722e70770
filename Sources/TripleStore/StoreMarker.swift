@preconcurrency import Glibc
import Diagnostics

/// The file that says a folder is a stemma store: a line with the version, a line with the bytes its data has at least.
///
/// The size is written after each commit and never grows ahead of the data, so data shorter than it has been cut off.
struct StoreMarker {
  static let name = "stemma-store"
  static let data = "data.mdb"
  private static let title = "stemma store "
  private static let version = 5

  var size: Int

  private static func file(_ path: String) -> String { path + "/" + name }

  /// The marker of the store at `path`.
  ///
  /// - Throws: a diagnostic where there is none, where it is of another version, or where the data is cut off.
  static func read(_ path: String) throws -> StoreMarker {
    let (found, size) = try lines(path)
    guard found == version else {
      throw Diagnostic.error(
        "'\(path)' is a stemma store of version \(found), this program reads version \(version)",
        hint: "build it again with 'stemma build … --fresh --store \(path)'")
    }
    return StoreMarker(size: size)
  }

  /// What the marker of the store at `path` says, whatever its version.
  ///
  /// - Throws: a diagnostic where there is none.
  static func lines(_ path: String) throws -> (version: Int, size: Int) {
    guard let bytes = contents(of: file(path)) else {
      throw StoreError.notAStore(path, access(path, F_OK) == 0 ? nil : "there is no such folder")
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard let first = lines.first, first.hasPrefix(title), let version = Int(first.dropFirst(title.count))
    else {
      throw StoreError.notAStore(path)
    }
    return (version, lines.count > 1 ? Int(lines[1].drop { $0 == " " }) ?? 0 : 0)
  }

  static func exists(_ path: String) -> Bool { access(file(path), F_OK) == 0 }

  func write(_ path: String) throws {
    let digits = String(size)
    let text =
      "\(StoreMarker.title)\(StoreMarker.version)\n"
      + String(repeating: " ", count: max(0, 19 - digits.utf8.count)) + digits + "\n"
    let descriptor = Glibc.open(StoreMarker.file(path), O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw StoreMarker.failure("write '\(StoreMarker.file(path))'") }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    guard pwrite(descriptor, bytes, bytes.count, 0) == bytes.count else {
      throw StoreMarker.failure("write '\(StoreMarker.file(path))'")
    }
  }

  /// Bytes of the file at `path`, nil where it is missing.
  static func fileSize(_ path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// Whether less than a megabyte is left where `path` is.
  static func isDiskFull(_ path: String) -> Bool {
    var status = statvfs()
    return statvfs(path, &status) == 0 && UInt(status.f_bavail) * UInt(status.f_frsize) < 1 << 20
  }

  private static func contents(of path: String) -> [UInt8]? {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 128)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    return count >= 0 ? Array(bytes.prefix(count)) : nil
  }

  static func failure(_ what: String) -> Diagnostic {
    .error("cannot \(what): \(String(cString: strerror(errno)))")
  }
}
