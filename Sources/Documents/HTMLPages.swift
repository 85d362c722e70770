/// The web pages of a file, which are several where they were joined as they are.
enum HTMLPages {
  /// The bytes of each page: they are parted behind an `</html>` with another page behind it.
  ///
  /// - Complexity: O(bytes).
  static func parts(_ file: [UInt8]) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = 0
    var at = 0
    while let tag = file[at...].firstIndex(of: UInt8(ascii: "<")) {
      at = tag + 1
      guard matches(file[tag...], "</html>") else { continue }
      let end = tag + "</html>".utf8.count
      let rest = file[end...].drop { $0 <= 0x20 }
      at = rest.startIndex
      if matches(rest, "<!doctype") || matches(rest, "<html") {
        parts.append(file[start..<end])
        start = end
      }
    }
    return parts + [file[start...]]
  }

  private static func matches(_ bytes: ArraySlice<UInt8>, _ tag: StaticString) -> Bool {
    bytes.prefix(tag.utf8CodeUnitCount).map { $0.isUpper ? $0 | 0x20 : $0 }
      .elementsEqual(UnsafeBufferPointer(start: tag.utf8Start, count: tag.utf8CodeUnitCount))
  }
}
