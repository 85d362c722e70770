@preconcurrency import Glibc

/// A value that one thread at a time works on.
///
/// `Synchronization.Mutex` says nothing to the thread sanitizer when a thread has had to wait, and is then reported; a POSIX lock
/// is known to it.
public final class Guarded<Value>: @unchecked Sendable {
  private var value: Value
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

  public init(_ value: Value) {
    self.value = value
    pthread_mutex_init(lock, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  /// Runs `body` while no other thread may, and gives what it gives. Not to be entered again from within.
  public func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return try body(&value)
  }
}
