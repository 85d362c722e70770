import Diagnostics
@preconcurrency import Glibc

/// How long a writer waits for another one, and whom it tells.
public struct Patience: Sendable {
  /// Seconds; nil = for ever.
  public var seconds: Double?
  /// Called once, where there is somebody to wait for, with what is known of them: "stemma build papers (process 1234)".
  public var onWait: @Sendable (_ other: String) -> Void

  public init(seconds: Double? = nil, onWait: @escaping @Sendable (_ other: String) -> Void = { _ in }) {
    self.seconds = seconds
    self.onWait = onWait
  }
}

/// The right to be a store's only writer, held until this is released; the system takes it back from a process that dies.
///
/// LMDB has a lock of its own for each transaction, but it neither says who holds it nor ends its wait.
final class WriterLock {
  static let name = "writer"
  /// Microseconds between two looks.
  private static let pause: UInt32 = 20_000

  private let descriptor: Int32

  /// - Throws: where another process holds it longer than `patience` allows, or the folder may not be written.
  init(_ folder: String, _ patience: Patience) throws {
    let start = monotonicSeconds()
    let path = folder + "/" + WriterLock.name
    var hasTold = false
    while true {
      let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard file >= 0 else { throw StoreMarker.failure("write to '\(folder)'") }
      while flock(file, LOCK_EX | LOCK_NB) != 0 {
        guard errno == EWOULDBLOCK || errno == EINTR else {
          defer { close(file) }
          throw StoreMarker.failure("lock '\(path)'")
        }
        let other = WriterLock.holder(file)
        if !hasTold { patience.onWait(other) }
        hasTold = true
        if let seconds = patience.seconds, monotonicSeconds() - start >= seconds {
          close(file)
          throw Diagnostic.error(
            "'\(folder)' is being written by \(other)",
            hint: "try again when it is done, or wait longer with --timeout SECONDS")
        }
        usleep(WriterLock.pause)
      }
      // Whoever held it may have removed the store with it.
      if WriterLock.isStill(file, at: path) {
        descriptor = file
        break
      }
      close(file)
    }
    let name = Array(WriterLock.ownName.utf8)
    ftruncate(descriptor, 0)
    pwrite(descriptor, name, name.count, 0)
  }

  deinit {
    ftruncate(descriptor, 0)
    close(descriptor)
  }

  private static func isStill(_ file: Int32, at path: String) -> Bool {
    var (held, named) = (stat(), stat())
    return fstat(file, &held) == 0 && stat(path, &named) == 0 && held.st_ino == named.st_ino
      && held.st_dev == named.st_dev
  }

  private static func holder(_ file: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = pread(file, &bytes, bytes.count, 0)
    return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self).visible : "another process"
  }

  /// "stemma build papers (process 1234)", the command cut off where it is long.
  private static var ownName: String {
    var bytes = [UInt8](repeating: 0, count: 120)
    let file = open("/proc/self/cmdline", O_RDONLY | O_CLOEXEC)
    defer { close(file) }
    let count = max(0, read(file, &bytes, bytes.count))
    let words = bytes.prefix(count).split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    let command = words.prefix(1).map { String($0.split(separator: "/").last ?? "") } + words.dropFirst()
    return command.joined(separator: " ") + " (process \(getpid()))"
  }
}

private func monotonicSeconds() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}
