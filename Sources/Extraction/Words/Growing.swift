/// Memory for a row of plain values, one row after the other: it is asked for only where a row is longer than all before.
final class Growing<Element: BitwiseCopyable> {
  private var first = UnsafeMutablePointer<Element>.allocate(capacity: 64)
  private var capacity = 64
  private var count = 0

  deinit { first.deallocate() }

  /// Those of the row; they stand where they are until another is added.
  var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: first, count: count) }

  @inline(__always)
  func append(_ element: Element) {
    if count == capacity { grow() }
    (first + count).initialize(to: element)
    count += 1
  }

  /// Begins the next row.
  func removeAll() { count = 0 }

  private func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: first, count: count)
    first.deallocate()
    first = larger
    capacity *= 2
  }
}
