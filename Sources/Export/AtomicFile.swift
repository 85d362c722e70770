import Diagnostics
import Glibc
import RDF

/// A file that is there whole or not at all: written without a name in the folder where it belongs, and put in its place at the end.
///
/// Where the file system knows no files without a name, a temporary name stands beside the place meanwhile; only there can a kill leave
/// something behind. What is not a regular file (a pipe, `/dev/stdout`) is written directly.
public enum AtomicFile {
  /// Opens `path`, hands an output to `body`, and puts the file in place when that has ended without an error.
  public static func write<Result>(_ path: String, _ body: (ByteOutput) throws -> Result) throws -> Result {
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR {
      throw Diagnostic.error("cannot write '\(path)': it is a folder")
    }
    if exists, status.st_mode & S_IFMT != S_IFREG { return try writeDirectly(path, body) }
    // A link is followed, so that what it points to is replaced and the link stays.
    let target = exists ? resolved(path) : path
    var draft = try Draft(beside: target, named: path)
    defer { draft.discard() }
    let output = ByteOutput(descriptor: draft.descriptor, name: "'\(path)'")
    let result = try body(output)
    try output.flush()
    guard fchmod(draft.descriptor, exists ? status.st_mode & 0o7777 : 0o666 & ~mask()) == 0,
      fsync(draft.descriptor) == 0
    else { throw failure(path) }
    try draft.move(to: target, named: path)
    return result
  }

  private static func writeDirectly<Result>(
    _ path: String, _ body: (ByteOutput) throws -> Result
  ) throws -> Result {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    let output = ByteOutput(descriptor: descriptor, name: "'\(path)'")
    let result = try body(output)
    try output.flush()
    return result
  }

  private static func resolved(_ path: String) -> String {
    guard let full = realpath(path, nil) else { return path }
    defer { free(full) }
    return String(cString: full)
  }

  private static func mask() -> mode_t {
    let mask = umask(0)
    umask(mask)
    return mask
  }

  fileprivate static func failure(_ path: String) -> Diagnostic {
    .error("cannot write '\(path)': \(String(cString: strerror(errno)).lowercased())")
  }
}

/// A file that is being written.
private struct Draft {
  let descriptor: Int32
  /// The temporary name, as a C string; nil while it has none.
  private var name: [CChar]?

  /// Linux's `O_TMPFILE`, a macro that Swift does not import.
  private static let withoutName = O_DIRECTORY | 0o20_000_000

  /// - Parameter path: the target as errors call it.
  init(beside target: String, named path: String) throws {
    let folder = target.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(target[...$0]) } ?? "."
    if access("/proc/self/fd", X_OK) == 0 {
      let unnamed = open(folder, Draft.withoutName | O_WRONLY | O_CLOEXEC, 0o600)
      if unnamed >= 0 {
        descriptor = unnamed
        return
      }
    }
    var template = Draft.template(target)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw AtomicFile.failure(path) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    name = template
  }

  private static func template(_ target: String) -> [CChar] { Array((target + ".XXXXXX").utf8CString) }

  /// Gives the file its name; what bore it before is replaced.
  mutating func move(to target: String, named path: String) throws {
    if name == nil { try link(beside: target, named: path) }
    guard let name, rename(name, target) == 0 else { throw AtomicFile.failure(path) }
    self.name = nil
  }

  /// A name for a file without one: linking replaces nothing, so a free temporary name comes first.
  private mutating func link(beside target: String, named path: String) throws {
    var template = Draft.template(target)
    let place = mkstemp(&template)
    guard place >= 0 else { throw AtomicFile.failure(path) }
    close(place)
    unlink(template)
    guard linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, template, AT_SYMLINK_FOLLOW) == 0 else {
      throw AtomicFile.failure(path)
    }
    name = template
  }

  /// Closes the file, and removes it where it has not been moved.
  func discard() {
    close(descriptor)
    if let name { unlink(name) }
  }
}
