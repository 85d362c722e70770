@preconcurrency import Glibc

/// Rows in memory of their own. Whoever fills it does so before others read it.
final class RowBuffer: @unchecked Sendable {
  private let memory: UnsafeMutablePointer<Row>
  let count: Int
  private let pool: RowPool?

  /// Room for `count` rows of anything.
  convenience init(count: Int) {
    self.init(RowPool.allocate(count), count: count, pool: nil)
  }

  /// - Parameter pool: takes the memory back; nil frees it.
  init(_ memory: UnsafeMutablePointer<Row>, count: Int, pool: RowPool?) {
    self.memory = memory
    self.count = count
    self.pool = pool
  }

  /// A copy of `rows`.
  convenience init(_ rows: some Collection<Row>) {
    self.init(count: rows.count)
    withMutableRows { _ = $0.initialize(from: rows) }
  }

  deinit { if let pool { pool.put(memory) } else { free(memory) } }

  func withRows<Result>(_ body: (UnsafeBufferPointer<Row>) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(self) { try body(UnsafeBufferPointer(start: memory, count: count)) }
  }

  func withMutableRows<Result>(
    _ body: (UnsafeMutableBufferPointer<Row>) throws -> Result
  ) rethrows -> Result {
    try withExtendedLifetime(self) { try body(UnsafeMutableBufferPointer(start: memory, count: count)) }
  }
}
