/// The letters of a plain word in small case and how many they are, or a mark: two machine words that differ where the words do.
struct PlainKey: Equatable {
  /// Plain words have fewer letters.
  static let limit = 16

  /// The first eight letters.
  let first: UInt64
  /// The other letters; how many there are in all is the highest byte.
  let rest: UInt64

  /// That of no word.
  static let none = PlainKey(first: 0, rest: 0)

  private init(first: UInt64, rest: UInt64) {
    self.first = first
    self.rest = rest
  }

  /// The key of the `length` letters at `word`, or of the mark there.
  ///
  /// - Precondition: there are one to fifteen, and sixteen bytes may be read.
  /// - Parameter masks: those of `Masks`.
  @inline(__always)
  init(at word: UnsafePointer<UInt8>, length: Int, _ masks: UnsafePointer<PlainKey>) {
    let bytes = UnsafeRawPointer(word)
    let mask = masks[length]
    first = (bytes.loadUnaligned(as: UInt64.self) | PlainKey.small) & mask.first
    rest =
      (bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self) | PlainKey.small) & mask.rest
      | (UInt64(truncatingIfNeeded: length) &<< 56)
  }

  /// - Parameter spelling: one to fifteen letters in small case, or a mark.
  init(_ spelling: [UInt8], _ masks: Masks) {
    precondition(!spelling.isEmpty && spelling.count < PlainKey.limit, "no plain word")
    let bytes = spelling + [UInt8](repeating: 0, count: PlainKey.limit)
    self = bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { PlainKey(at: $0, length: spelling.count, masks.byLength) } ?? .none
    }
  }

  var isNone: Bool { rest == 0 }

  private static let small: UInt64 = 0x2020_2020_2020_2020

  /// A hash whose bits from the 24th to the 31st, and from the 56th on, tell of all letters; the others of the first ones.
  ///
  /// - Parameter seed: even; another seed gives other hashes.
  @inline(__always)
  func hash(_ seed: UInt64) -> UInt64 {
    let mixed = (first ^ (rest &* (0x9E37_79B9_7F4A_7C15 &+ seed))) &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ (mixed &>> 32)
  }

  /// By the number of letters: which bytes of both machine words are the word's.
  final class Masks {
    let byLength: UnsafePointer<PlainKey>

    init() {
      let masks = UnsafeMutablePointer<PlainKey>.allocate(capacity: limit)
      for length in 0..<limit {
        let (first, rest) = (min(length, 8), max(length - 8, 0))
        (masks + length).initialize(to: PlainKey(first: Masks.lowest(first), rest: Masks.lowest(rest)))
      }
      byLength = UnsafePointer(masks)
    }

    deinit { byLength.deallocate() }

    private static func lowest(_ bytes: Int) -> UInt64 { bytes == 8 ? ~0 : (1 << UInt64(8 * bytes)) - 1 }
  }
}
