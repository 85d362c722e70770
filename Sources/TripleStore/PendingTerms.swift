@preconcurrency import Glibc

/// Texts of one kind that are not in the store yet, end to end in one arena.
final class PendingTerms {
  /// Where an entry's text ends, its tag and its hash.
  private struct Entry {
    var end: Int
    var tag: UInt32
    var hash: UInt32
  }

  private static let firstCapacity = 1 << 16

  private var arena = PendingTerms.memory(nil, PendingTerms.firstCapacity)
  private var capacity = PendingTerms.firstCapacity
  private var used = 0
  private var entries: [Entry] = []

  deinit { free(arena) }

  var count: Int { entries.count }

  func append(_ key: TermKey, hash: UInt64) {
    let length = key.text.count
    if used + length > capacity { grow(to: used + length) }
    if length > 0, let text = key.text.baseAddress { memcpy(arena + used, text, length) }
    used += length
    entries.append(Entry(end: used, tag: key.tag, hash: UInt32(truncatingIfNeeded: hash)))
  }

  private func grow(to needed: Int) {
    capacity = max(capacity * 2, needed)
    arena = PendingTerms.memory(arena, capacity)
  }

  /// Memory of `capacity` bytes that begins with what is in `old`; a large piece grows where it is, without a second one beside it.
  private static func memory(_ old: UnsafeMutablePointer<UInt8>?, _ capacity: Int) -> UnsafeMutablePointer<
    UInt8
  > {
    guard let memory = realloc(old, capacity) else { fatalError("no memory for \(capacity) bytes of terms") }
    return memory.assumingMemoryBound(to: UInt8.self)
  }

  @inline(__always)
  func tag(_ index: Int) -> UInt32 { entries[index].tag }

  @inline(__always)
  func hash(_ index: Int) -> UInt32 { entries[index].hash }

  /// The text of an entry, valid until the next is appended.
  @inline(__always)
  func text(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let start = index == 0 ? 0 : entries[index - 1].end
    return UnsafeBufferPointer(start: arena + start, count: entries[index].end - start)
  }

  func removeAll() {
    entries.removeAll()
    used = 0
    // Sorting and writing the indexes come next, and take as much.
    free(arena)
    capacity = PendingTerms.firstCapacity
    arena = PendingTerms.memory(nil, capacity)
  }
}
