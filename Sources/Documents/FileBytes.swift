import Diagnostics
import Glibc

/// Reads a file whole. A copy, not a mapping: a file that is cut off meanwhile would take the process with it.
public enum FileBytes {
  /// - Throws: a `Diagnostic` with the system's reason, or where the file, or what a pipe gives, is too large to be a document.
  public static func read(_ path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw failure(path) }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw Diagnostic.error("cannot read '\(path)': it is a folder, expected a file")
    }
    if status.st_mode & S_IFMT == S_IFREG {
      try DocumentReader.check(size: Int(status.st_size), name: path)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size))
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &chunk, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(path)
      }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
      try DocumentReader.check(size: bytes.count, name: path)
    }
  }

  private static func failure(_ path: String) -> Diagnostic {
    .error("cannot read '\(path)': \(String(cString: strerror(errno)).lowercased())")
  }
}
