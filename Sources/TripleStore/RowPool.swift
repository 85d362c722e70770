@preconcurrency import Glibc
import Workers

/// Memory for buffers of as many rows each, lent again and again: the system clears fresh memory, which takes about as long as
/// sorting in it.
final class RowPool: Sendable {
  private let count: Int
  private let idle = Guarded<[Memory]>([])

  private struct Memory: @unchecked Sendable {
    let rows: UnsafeMutablePointer<Row>
  }

  init(count: Int) { self.count = count }

  deinit { for memory in idle.withLock({ $0 }) { free(memory.rows) } }

  /// Room for as many rows of anything.
  func buffer() -> RowBuffer {
    RowBuffer(idle.withLock { $0.popLast()?.rows } ?? RowPool.allocate(count), count: count, pool: self)
  }

  /// Takes memory back that was lent.
  func put(_ rows: UnsafeMutablePointer<Row>) { idle.withLock { $0.append(Memory(rows: rows)) } }

  static func allocate(_ count: Int) -> UnsafeMutablePointer<Row> {
    LargeMemory.allocate(count * MemoryLayout<Row>.stride).bindMemory(to: Row.self, capacity: count)
  }
}
