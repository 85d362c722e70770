import CByteMasks

/// Where the words and marks of a text start and end: a run of letters of ASCII is a word, every other sign but a blank is one by
/// itself.
///
///     while bounds.readBlock() { while let word = bounds.next() { … } }
///
/// Bounds are found for sixty-four bytes at once, without a branch for each letter: where words end nobody can foresee, and a
/// processor that guesses wrong loses more time than all that is done with the word.
struct WordBounds {
  /// How many bytes are looked at together.
  static let block = 64

  private let text: PaddedText
  /// Where the next block stands.
  private var at = 0
  /// Where the bits of this block's bounds are counted from.
  private var base = 0
  private var starts: UInt64 = 0
  private var ends: UInt64 = 0
  /// Of the last byte of the block: whether it is a letter, whether it is no blank.
  private var last: (letter: UInt64, sign: UInt64) = (0, 0)
  /// Where the word starts that ends next.
  private var start = 0

  init(_ text: PaddedText) { self.text = text }

  /// Whether there is another block, which is read.
  @inline(__always)
  mutating func readBlock() -> Bool {
    // The end of the text ends its last word: behind a whole block there is an empty one.
    guard at <= text.bytes.count, let bytes = text.bytes.baseAddress else { return false }
    let masks = WordBounds.masks(bytes + at, text.bytes.count &- at)
    let going = masks.letters & ((masks.letters &<< 1) | last.letter)
    starts = masks.signs & ~going
    ends = ((masks.signs &<< 1) | last.sign) & ~going
    // Where a word goes on from the block before, its start is known.
    if last.sign == 0 { start = WordBounds.place(starts, from: at) }
    starts &= (starts &- 1) | (0 &- last.sign)
    base = at
    last = (masks.letters &>> 63, masks.signs &>> 63)
    at &+= WordBounds.block
    return true
  }

  /// The next word or mark that ends in the block.
  @inline(__always)
  mutating func next() -> (start: Int, end: Int)? {
    guard ends != 0 else { return nil }
    let word = (start, WordBounds.place(ends, from: base))
    ends &= ends &- 1
    start = WordBounds.place(starts, from: base)
    starts &= starts &- 1
    return word
  }

  /// Where the lowest bit of a block stands; some place where it has none.
  @inline(__always)
  private static func place(_ bits: UInt64, from base: Int) -> Int {
    base &+ (bits | 1 &<< 63).trailingZeroBitCount
  }

  /// The masks of a block of which `count` bytes are text; what is behind them is blank.
  @inline(__always)
  private static func masks(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> ByteMasks {
    var masks = byteMasks(bytes)
    let inside = count < block ? (1 &<< UInt64(truncatingIfNeeded: count)) &- 1 : ~0
    masks.letters &= inside
    masks.signs &= inside
    return masks
  }
}
