/// The bytes of one word after the other.
final class Spelling {
  private var first = UnsafeMutablePointer<UInt8>.allocate(capacity: 64)
  private var capacity = 64
  private var count = 0

  deinit { first.deallocate() }

  /// Those of the word; they stand where they are until another is added.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: first, count: count) }

  @inline(__always)
  func append(_ byte: UInt8) {
    if count == capacity { grow() }
    (first + count).initialize(to: byte)
    count += 1
  }

  func removeAll() { count = 0 }

  private func grow() {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: first, count: count)
    first.deallocate()
    first = larger
    capacity *= 2
  }
}
