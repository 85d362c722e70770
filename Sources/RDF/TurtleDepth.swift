/// The bound on the nesting of `[…]` and `(…)`: serd reads each level by a call within the last, on a stack that ends.
enum TurtleDepth {
  /// Levels; queries and XML have the same bound.
  static let limit = 256

  /// Where the first bracket beyond the limit opens; nil where none does.
  ///
  /// What brackets may stand in without being any is passed over: IRIs, strings, comments, escapes.
  /// - Complexity: O(bytes).
  static func firstTooDeep(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var depth = 0
    var at = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "["), UInt8(ascii: "("):
        depth += 1
        if depth > limit { return at }
      case UInt8(ascii: "]"), UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "#"): at = end(of: UInt8(ascii: "\n"), in: bytes, from: at)
      case UInt8(ascii: "<"): at = end(of: UInt8(ascii: ">"), in: bytes, from: at)
      case UInt8(ascii: "\""), UInt8(ascii: "'"): at = endOfString(in: bytes, from: at)
      default: break
      }
      at += 1
    }
    return nil
  }

  private static func end(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    bytes[start...].firstIndex(of: byte) ?? bytes.count
  }

  /// The last byte of the string that begins at `start`, with one quotation mark or three.
  private static func endOfString(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let mark = bytes[start]
    let isLong = bytes[start...].prefix(3).elementsEqual([mark, mark, mark])
    var at = start + (isLong ? 3 : 1)
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\\") {
        at += 1
      } else if bytes[at] == mark {
        if !isLong { return at }
        if bytes[at...].prefix(3).elementsEqual([mark, mark, mark]) { return at + 2 }
      } else if bytes[at] == UInt8(ascii: "\n"), !isLong {
        return at
      }
      at += 1
    }
    return bytes.count
  }
}
