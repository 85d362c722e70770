/// Memory for the words of several texts.
final class WordMemory {
  let entries: UnsafeMutablePointer<Words.Entry>
  private let capacity: Int
  private var used = 0

  init(capacity: Int) {
    entries = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { entries.deallocate() }

  /// How many words there is room for.
  var room: Int { capacity - used }

  /// Where the next word goes.
  var free: UnsafeMutablePointer<Words.Entry> { entries + used }

  /// Takes the first `count` of what is free, which all in all have these traits.
  func take(_ count: Int, _ traits: WordTraits) -> Words {
    precondition(count <= room, "more words than there is room for")
    defer { used += count }
    return Words(first: free, count: count, traits: traits)
  }
}
