/// Memory for bytes that stay where they are until the arena goes.
final class TermArena {
  private var chunks: [UnsafeMutablePointer<UInt8>] = []
  private var next: UnsafeMutablePointer<UInt8>?
  private var free = 0
  /// Bytes taken from the system.
  private(set) var size = 0

  private static let chunkSize = 1 << 16

  /// A copy of `bytes` that lives as long as the arena.
  func copy(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let source = bytes.baseAddress, !bytes.isEmpty else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    if bytes.count > free { grow(bytes.count) }
    let start = next.unsafelyUnwrapped
    start.update(from: source, count: bytes.count)
    next = start + bytes.count
    free -= bytes.count
    return UnsafeBufferPointer(start: start, count: bytes.count)
  }

  private func grow(_ count: Int) {
    let capacity = max(count, TermArena.chunkSize)
    let chunk = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    chunks.append(chunk)
    next = chunk
    free = capacity
    size += capacity
  }

  deinit { for chunk in chunks { chunk.deallocate() } }
}
