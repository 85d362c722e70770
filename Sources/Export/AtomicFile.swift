import Diagnostics
import Glibc
import RDF

/// A file that is there whole or not at all: written under a temporary name beside its place and renamed at the end.
///
/// What is not a regular file (a pipe, `/dev/stdout`) is written directly.
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
    var template = Array((target + ".XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw failure(path) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    var isInPlace = false
    defer { if !isInPlace { unlink(template) } }
    let result: Result
    do {
      defer { close(descriptor) }
      let output = ByteOutput(descriptor: descriptor, name: "'\(path)'")
      result = try body(output)
      try output.flush()
      guard fchmod(descriptor, exists ? status.st_mode & 0o7777 : 0o666 & ~mask()) == 0,
        fsync(descriptor) == 0
      else { throw failure(path) }
    }
    guard rename(template, target) == 0 else { throw failure(path) }
    isInPlace = true
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

  private static func failure(_ path: String) -> Diagnostic {
    .error("cannot write '\(path)': \(String(cString: strerror(errno)).lowercased())")
  }
}
