/// Texts of one kind that are not in the store yet, end to end in one arena.
struct PendingTerms {
  private var arena: [UInt8] = []
  private var ends: [Int] = []
  private(set) var tags: [UInt32] = []
  private(set) var hashes: [UInt32] = []

  var count: Int { ends.count }

  mutating func append(_ key: TermKey, hash: UInt64) {
    arena.append(contentsOf: key.text)
    ends.append(arena.count)
    tags.append(key.tag)
    hashes.append(UInt32(truncatingIfNeeded: hash))
  }

  @inline(__always)
  func withText<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows
    -> Result
  {
    let start = index == 0 ? 0 : ends[index - 1]
    let end = ends[index]
    return try arena.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }

  mutating func removeAll() { self = PendingTerms() }
}
