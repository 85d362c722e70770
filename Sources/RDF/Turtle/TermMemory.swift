/// Memory for the terms of a statement that do not stand in the source as they are: expanded names, unescaped texts, labels.
///
/// It grows and shrinks like a stack, in blocks that never move, so that the terms of an outer statement stay where they are
/// while the inner ones come and go.
struct TermMemory: ~Copyable {
  /// A height of the stack, to go back to.
  struct Mark {
    fileprivate let block: Int
    fileprivate let used: Int
  }

  private var blocks: [UnsafeMutableBufferPointer<UInt8>] = []
  private var block = -1
  private var used = 0

  /// Bytes of a block, where no term needs more.
  private static let blockSize = 1 << 12

  deinit { for block in blocks { block.deallocate() } }

  var mark: Mark { Mark(block: block, used: used) }

  /// Forgets whatever came after `mark`.
  mutating func release(to mark: Mark) {
    block = mark.block
    used = mark.used
  }

  /// Room for `count` bytes.
  mutating func allocate(_ count: Int) -> UnsafeMutablePointer<UInt8> {
    if block < 0 || blocks[block].count - used < count { openBlock(count) }
    let place = blocks[block].baseAddress.unsafelyUnwrapped + used
    used += count
    return place
  }

  /// Gives back the end of what was allocated last.
  mutating func shrink(by count: Int) { used -= count }

  private mutating func openBlock(_ count: Int) {
    block += 1
    used = 0
    if block < blocks.count, blocks[block].count >= count { return }
    let fresh = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(count, TermMemory.blockSize))
    if block < blocks.count {
      blocks[block].deallocate()
      blocks[block] = fresh
    } else {
      blocks.append(fresh)
    }
  }
}
