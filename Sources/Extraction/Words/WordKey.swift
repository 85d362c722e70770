/// A word's spelling in small letters as two machine words: its first eight bytes, and its last eight where it has more.
///
/// Words of at most sixteen bytes are equal when their keys are.
struct WordKey: Equatable, Sendable {
  let first: UInt64
  let last: UInt64
  let length: Int

  /// What tells a word apart without its letters.
  static let wholeLength = 16

  private init(first: UInt64, last: UInt64, length: Int) {
    self.first = first
    self.last = last
    self.length = length
  }

  /// The key of `spelling`, which is in small letters already.
  init(_ spelling: UnsafeBufferPointer<UInt8>) {
    length = spelling.count
    if length >= 8, let base = spelling.baseAddress {
      first = WordKey.load(base)
      last = length > 8 ? WordKey.load(base + length - 8) : 0
    } else {
      first = spelling.reversed().reduce(0) { $0 << 8 | UInt64($1) }
      last = 0
    }
  }

  /// The key of the run of at most fifteen ASCII letters that `text` starts with; nil where it starts with none, is longer, or
  /// stands so near the end of the text that it is to be read byte by byte.
  ///
  /// Eight bytes are looked at at once.
  /// - Parameter available: the text's bytes.
  @inline(__always)
  init?(lettersAt text: UnsafePointer<UInt8>, available: Int) {
    guard available >= 8 else { return nil }
    let head = WordKey.load(text)
    let run = WordKey.letters(head)
    if run < 8 {
      if run == 0 { return nil }
      first = (head | WordKey.small) & ((1 &<< UInt64(truncatingIfNeeded: 8 &* run)) &- 1)
      last = 0
      length = run
      return
    }
    guard available >= 16 else { return nil }
    let rest = WordKey.letters(WordKey.load(text + 8))
    if rest == 8 { return nil }
    first = head | WordKey.small
    last = rest > 0 ? WordKey.load(text + rest) | WordKey.small : 0
    length = 8 &+ rest
  }

  /// Where a table looks for it first, and what else of its hash is kept there.
  @inline(__always)
  var place: Int { Int(truncatingIfNeeded: hash >> 40) }

  @inline(__always)
  var mark: UInt32 { UInt32(truncatingIfNeeded: hash >> 8) }

  @inline(__always)
  private var hash: UInt64 {
    (first ^ (last &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(length)) &* 0xD6E8_FEB8_6659_FD93
  }

  private static let small: UInt64 = 0x2020_2020_2020_2020

  @inline(__always)
  private static func load(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)
  }

  /// How many of the eight bytes are ASCII letters before the first that is none.
  @inline(__always)
  private static func letters(_ bytes: UInt64) -> Int {
    (~ByteClasses.letters(bytes) & 0x8080_8080_8080_8080).trailingZeroBitCount / 8
  }
}
