import Glibc

/// The bound on a tag: libxml2 compares every attribute of an element with every other, which takes minutes where there are a million.
enum XMLTagLength {
  /// Bytes between `<` and the next `<` or `>`; a thousand times what a tag of a resolution takes.
  static let limit = 256 << 10

  /// Whether some tag of `bytes` is longer. What stands in `<!…` and `<?…` is no tag.
  ///
  /// - Complexity: O(bytes).
  static func isExceeded(in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      // The next `>`, looked for once for all tags that it might end.
      var closed = -1
      while let start = place(of: UInt8(ascii: "<"), in: bytes, at..<bytes.count) {
        at = start + 1
        if at < bytes.count, bytes[at] == UInt8(ascii: "!") || bytes[at] == UInt8(ascii: "?") { continue }
        if closed < at { closed = place(of: UInt8(ascii: ">"), in: bytes, at..<bytes.count) ?? bytes.count }
        at = place(of: UInt8(ascii: "<"), in: bytes, at..<closed) ?? closed
        if at - start - 1 > limit { return true }
      }
      return false
    }
  }

  private static func place(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int?
  {
    guard let first = bytes.baseAddress,
      let found = memchr(first + range.lowerBound, Int32(byte), range.count)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(first)
  }
}
