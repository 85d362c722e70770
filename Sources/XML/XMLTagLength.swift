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
      while at < bytes.count {
        guard bytes[at] == UInt8(ascii: "<") else {
          at += 1
          continue
        }
        let start = at
        at += 1
        if at < bytes.count, bytes[at] == UInt8(ascii: "!") || bytes[at] == UInt8(ascii: "?") { continue }
        while at < bytes.count, bytes[at] != UInt8(ascii: "<"), bytes[at] != UInt8(ascii: ">") { at += 1 }
        if at - start - 1 > limit { return true }
      }
      return false
    }
  }
}
