/// Memory that serves one copy after the other; whoever has it frees it.
struct ReusedMemory {
  private(set) var start = UnsafeMutableRawPointer.allocate(byteCount: 0, alignment: 8)
  private var capacity = 0

  /// Makes room for `size` bytes, and some more, so that the next that are a few more need no other memory.
  mutating func reserve(_ size: Int) {
    if size <= capacity { return }
    start.deallocate()
    capacity = size + size / 8
    start = .allocate(byteCount: capacity, alignment: 8)
  }

  func deallocate() { start.deallocate() }
}
