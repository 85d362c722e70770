import Archives
import Diagnostics
@preconcurrency import Glibc

extension MappedFile {
  /// The file's bytes; those of a gzip file unpacked.
  ///
  /// They go to a temporary file without a name, which holds no memory that the system could not take back. A file that unpacks
  /// to more than `expansion` times its size is refused: no text of triples shrinks that much.
  static func unpacked(path: String) throws -> MappedFile {
    let packed = try MappedFile(path: path)
    guard Gzip.isPacked(packed.bytes) else { return packed }
    let descriptor = try temporaryFile()
    defer { close(descriptor) }
    try withExtendedLifetime(packed) {
      let limit = freeBytes + expansion * packed.bytes.count
      var reader = try GzipReader(packed.bytes, name: path, limit: limit)
      let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 18)
      defer { piece.deallocate() }
      while case let count = try reader.read(into: piece), count > 0 {
        try write(UnsafeRawBufferPointer(start: piece.baseAddress, count: count), to: descriptor, path: path)
      }
    }
    lseek(descriptor, 0, SEEK_SET)
    return try MappedFile(descriptor: descriptor, path: path)
  }
}

private let expansion = 250
private let freeBytes = 16 << 20

/// A file for reading and writing that is gone once it is closed.
private func temporaryFile() throws -> Int32 {
  let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  var template = Array((folder + "/stemma-XXXXXX").utf8CString)
  let descriptor = mkstemp(&template)
  guard descriptor >= 0 else {
    throw Diagnostic.error("cannot write to '\(folder)': \(String(cString: strerror(errno)).lowercased())")
  }
  unlink(template)
  return descriptor
}

private func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String) throws {
  var rest = bytes
  while !rest.isEmpty {
    let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
    if count < 0 {
      if errno == EINTR { continue }
      throw Diagnostic.error(
        "cannot unpack '\(path)': \(String(cString: strerror(errno)).lowercased())",
        hint: "TMPDIR says where to")
    }
    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
  }
}
