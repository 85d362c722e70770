/// The conditions that Word writes into web pages, `<![if !supportFootnotes]>` … `<![endif]>`, which are no text.
enum HTMLConditions {
  /// The page without them; what stands between them stays.
  ///
  /// - Complexity: O(bytes).
  static func removed(from page: [UInt8]) -> [UInt8] {
    let starts = ["<![if ", "<![endif]"].map { Array($0.utf8) }
    var out: [UInt8] = []
    var copied = 0
    var at = 0
    while let start = page[at...].firstIndex(of: UInt8(ascii: "<")) {
      at = start + 1
      guard starts.contains(where: { page[start...].starts(with: $0) }),
        let end = page[start...].prefix(longest).firstIndex(of: UInt8(ascii: ">"))
      else { continue }
      out += page[copied..<start]
      copied = end + 1
      at = copied
    }
    return out + page[copied...]
  }

  /// In bytes.
  private static let longest = 200
}
