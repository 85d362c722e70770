/// The bound on a tag: libxml2 compares every attribute of an element with every other, which takes minutes where there are a million.
enum XMLTagLength {
  /// Bytes between `<` and the next `<` or `>`; a thousand times what a tag of a resolution takes.
  static let limit = 256 << 10

  /// Whether some tag of `bytes` is longer. What stands in `<!…` and `<?…` is no tag.
  ///
  /// - Complexity: O(bytes).
  static func isExceeded(in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var start: Int?
      for (at, byte) in bytes.enumerated() {
        if byte == UInt8(ascii: "<") {
          let next = at + 1 < bytes.count ? bytes[at + 1] : 0
          start = next == UInt8(ascii: "!") || next == UInt8(ascii: "?") ? nil : at
        } else if byte == UInt8(ascii: ">") {
          start = nil
        } else if let start, at - start > limit {
          return true
        }
      }
      return false
    }
  }
}
