@preconcurrency import Glibc

/// Rows in memory of their own. Whoever fills it does so before others read it.
final class RowBuffer: @unchecked Sendable {
  private let memory: UnsafeMutablePointer<Row>
  let count: Int

  /// Room for `count` rows of anything.
  init(count: Int) {
    memory = LargeMemory.allocate(count * MemoryLayout<Row>.stride).bindMemory(to: Row.self, capacity: count)
    self.count = count
  }

  /// A copy of `rows`.
  convenience init(_ rows: some Collection<Row>) {
    self.init(count: rows.count)
    withMutableRows { _ = $0.initialize(from: rows) }
  }

  deinit { free(memory) }

  func withRows<Result>(_ body: (UnsafeBufferPointer<Row>) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(self) { try body(UnsafeBufferPointer(start: memory, count: count)) }
  }

  func withMutableRows<Result>(
    _ body: (UnsafeMutableBufferPointer<Row>) throws -> Result
  ) rethrows -> Result {
    try withExtendedLifetime(self) { try body(UnsafeMutableBufferPointer(start: memory, count: count)) }
  }
}
