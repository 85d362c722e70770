import Diagnostics

/// The bytes of a query with its `\uXXXX` and `\UXXXXXXXX` escapes replaced by the characters that they stand for
/// (SPARQL 1.1 §19.2), and the way back to the offsets of the text as written.
///
/// The replacement happens once, so an escape that gives `\` starts no other escape of this kind; `\\` is left as it is.
struct CodepointEscapes {
  private(set) var bytes: [UInt8]
  /// For each byte, and for the end, the offset in the text as written; nil where the text has no such escape.
  private var offsets: [Int]?

  init(_ source: SourceText) throws {
    bytes = Array(source.text.utf8)
    guard bytes.containsEscape else { return }
    try replace(in: source)
  }

  /// The range in the text as written for a range of `bytes`.
  func original(_ range: Range<Int>) -> Range<Int> {
    guard let offsets else { return range }
    return offsets[range.lowerBound]..<offsets[range.upperBound]
  }

  private mutating func replace(in source: SourceText) throws {
    var output: [UInt8] = []
    var map: [Int] = []
    var index = 0
    while index < bytes.count {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      guard bytes[index] == UInt8(ascii: "\\") else {
        output.append(bytes[index])
        map.append(index)
        index += 1
        continue
      }
      let digits = next == UInt8(ascii: "u") ? 4 : next == UInt8(ascii: "U") ? 8 : 0
      if digits == 0 {
        // The pair stays together, so that the second `\` of `\\u0041` begins nothing.
        let length = next == UInt8(ascii: "\\") ? 2 : 1
        output += bytes[index..<index + length]
        map += index..<index + length
        index += length
        continue
      }
      let end = min(index + 2 + digits, bytes.count)
      guard end == index + 2 + digits, let scalar = bytes[index + 2..<end].hexadecimalScalar else {
        throw Diagnostic.error(
          "'\(String(decoding: bytes[index..<end], as: UTF8.self))' stands for no character", at: index..<end,
          in: source, hint: "expected \(digits) hexadecimal digits of a code point", exitStatus: 2)
      }
      for byte in UTF8.encode(scalar)! {
        output.append(byte)
        map.append(index)
      }
      index = end
    }
    map.append(bytes.count)
    bytes = output
    offsets = map
  }
}

extension [UInt8] {
  fileprivate var containsEscape: Bool {
    var escaped = false
    for byte in self {
      if escaped, byte | 0x20 == UInt8(ascii: "u") { return true }
      escaped = byte == UInt8(ascii: "\\")
    }
    return false
  }
}

extension ArraySlice<UInt8> {
  /// The Unicode scalar written in hexadecimal digits; nil for other characters, surrogates and numbers too large.
  fileprivate var hexadecimalScalar: Unicode.Scalar? {
    var value: UInt32 = 0
    for byte in self {
      guard byte.isHexadecimalDigit, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return Unicode.Scalar(value)
  }
}
