import Diagnostics
@preconcurrency import Glibc

/// A file's bytes in memory: mapped where it is a regular file of some size, read to the end where it is a small one, a pipe
/// or a device.
public final class MappedFile {
  /// Bytes from which on a map is quicker than a read.
  private static let mappedSize = 1 << 16

  public let bytes: UnsafeBufferPointer<UInt8>
  private let isMapped: Bool

  public convenience init(path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw MappedFile.failure(path) }
    defer { close(descriptor) }
    try self.init(descriptor: descriptor, path: path)
  }

  /// The file behind `descriptor`, which may be closed afterwards; errors call it `path`.
  init(descriptor: Int32, path: String) throws {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw MappedFile.failure(path) }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw Diagnostic.error("cannot read '\(path)': it is a folder")
    }
    let size = Int(status.st_size)
    if status.st_mode & S_IFMT == S_IFREG, size >= MappedFile.mappedSize {
      guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
        throw MappedFile.failure(path)
      }
      madvise(start, size, MADV_SEQUENTIAL)
      bytes = UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: size)
      isMapped = true
    } else {
      bytes = try MappedFile.readAll(descriptor, path: path)
      isMapped = false
    }
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }

  private static func readAll(_ descriptor: Int32, path: String) throws -> UnsafeBufferPointer<UInt8> {
    var collected: [UInt8] = []
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { block.deallocate() }
    while true {
      let count = Glibc.read(descriptor, block.baseAddress, block.count)
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(path)
      }
      collected.append(contentsOf: block[..<count])
    }
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: collected.count)
    _ = copy.initialize(from: collected)
    return UnsafeBufferPointer(copy)
  }

  private static func failure(_ path: String) -> Diagnostic {
    .error("cannot read '\(path)': \(String(cString: strerror(errno)).lowercased())")
  }
}
