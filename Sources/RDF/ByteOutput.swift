import Diagnostics
@preconcurrency import Glibc

/// Where writers put bytes: a buffer of 1 MB before a file descriptor, or a text kept in memory.
///
///     let output = ByteOutput(descriptor: 1, name: "standard output")
///     try output.append("@prefix …")
///     try output.flush()
///
/// What is not flushed is lost: whoever makes an output calls `flush` at the end. A failed write throws a `Diagnostic`, and
/// a reader that went away `BrokenPipe`, which ends a command silently (the tool ignores SIGPIPE).
public final class ByteOutput {
  /// A fixed place, so that the hot path needs no exclusivity check.
  @usableFromInline struct State {
    @usableFromInline var start: UnsafeMutablePointer<UInt8>
    @usableFromInline var used = 0
    @usableFromInline var capacity: Int
  }

  @usableFromInline let state: UnsafeMutablePointer<State>
  /// -1: keeps everything.
  private let descriptor: Int32
  private let name: String
  /// Whether bytes that the file held before are still to be cut off.
  private var replaces: Bool
  /// Called with the number of bytes that the descriptor has taken so far, whenever it took some.
  public var onFlush: ((Int) -> Void)?
  private var taken = 0

  /// Writes to an open descriptor, which stays open; errors call it `name`.
  ///
  /// - Parameter replaces: the descriptor stands at the beginning of a file, whose bytes remain until the first `flush` and
  ///   are cut off by it.
  public init(descriptor: Int32, name: String, replaces: Bool = false) {
    self.descriptor = descriptor
    self.name = name
    self.replaces = replaces
    state = .allocate(capacity: 1)
    state.initialize(to: State(start: .allocate(capacity: 1 << 20), capacity: 1 << 20))
  }

  /// Keeps what is written, for `text`.
  public convenience init() { self.init(descriptor: -1, name: "memory") }

  deinit {
    state.pointee.start.deallocate()
    state.deallocate()
  }

  /// What has been written and not flushed to a descriptor.
  public var text: String {
    String(
      decoding: UnsafeBufferPointer(start: state.pointee.start, count: state.pointee.used), as: UTF8.self)
  }

  /// What has been written and not flushed to a descriptor.
  public var bytes: [UInt8] {
    Array(UnsafeBufferPointer(start: state.pointee.start, count: state.pointee.used))
  }

  @inlinable
  public func append(_ byte: UInt8) throws {
    if state.pointee.used == state.pointee.capacity { try makeRoom(1) }
    state.pointee.start[state.pointee.used] = byte
    state.pointee.used += 1
  }

  @inlinable
  public func append(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    guard let source = bytes.baseAddress else { return }
    if state.pointee.capacity - state.pointee.used < bytes.count { try makeRoom(bytes.count) }
    (state.pointee.start + state.pointee.used).update(from: source, count: bytes.count)
    state.pointee.used += bytes.count
  }

  @inlinable
  public func append(_ text: StaticString) throws {
    try append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  public func append(text: String) throws {
    var text = text
    try text.withUTF8 { try append($0) }
  }

  /// Empties the buffer, or lets it grow, so that `count` bytes fit.
  @usableFromInline func makeRoom(_ count: Int) throws {
    if descriptor >= 0 { try flush() }
    let needed = state.pointee.used + count
    if needed <= state.pointee.capacity { return }
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * needed)
    larger.update(from: state.pointee.start, count: state.pointee.used)
    state.pointee.start.deallocate()
    state.pointee.start = larger
    state.pointee.capacity = 2 * needed
  }

  /// Hands everything to the descriptor.
  public func flush() throws {
    guard descriptor >= 0 else { return }
    var from = 0
    let count = state.pointee.used
    if replaces { try cutOff(at: count) }
    state.pointee.used = 0
    while from < count {
      let written = Glibc.write(descriptor, state.pointee.start + from, count - from)
      if written >= 0 {
        from += written
      } else if errno == EPIPE {
        throw BrokenPipe()
      } else if errno != EINTR {
        throw failure()
      }
    }
    taken += count
    onFlush?(taken)
  }

  /// Shortens a longer file to the bytes that are now to be written over.
  ///
  /// To shorten is cheap; to empty a file makes ext4 write the new bytes to the disk when it is closed (`auto_da_alloc`),
  /// which takes longer than most answers.
  private func cutOff(at length: Int) throws {
    replaces = false
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) > length
    else { return }
    if ftruncate(descriptor, length) != 0 { throw failure() }
  }

  private func failure() -> Diagnostic {
    .error("cannot write to \(name): \(String(cString: strerror(errno)).lowercased())")
  }
}

/// The reader of our output went away: no error to report, and nothing more to do.
public struct BrokenPipe: Error {
  public init() {}
}
