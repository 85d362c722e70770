/// Parts what holds several resolutions one behind the other, each under a header of its own.
enum TextSplitter {
  /// The texts of a plain text or Markdown; the whole where there is one only.
  ///
  /// - Complexity: O(bytes).
  static func parts(_ text: [UInt8]) -> [[UInt8]] {
    var starts = TextStarts()
    var start = 0
    for at in text.indices where text[at] == UInt8(ascii: "\n") || text[at] == 0x0C {
      starts.read(text[start..<at], at: start)
      start = at + 1
    }
    starts.read(text[start...], at: start)
    return text.parted(at: starts.places)
  }

  /// The blocks of each text of a form that has blocks.
  static func parts(_ blocks: [Block]) -> [[Block]] {
    var starts = TextStarts()
    for (index, block) in blocks.enumerated() { starts.read(block.text.bytes, at: index) }
    return blocks.parted(at: starts.places)
  }
}

extension Array {
  /// The pieces before, between and behind `places`, which rise.
  fileprivate func parted(at places: [Int]) -> [[Element]] {
    if places.isEmpty { return [self] }
    return zip([0] + places, places + [count]).map { Array(self[$0..<$1]) }
  }
}
