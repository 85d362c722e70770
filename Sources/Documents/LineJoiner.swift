/// Joins printed lines to running text.
enum LineJoiner {
  /// `text` with `line` behind it: at a hyphen, slash or dash without a blank, otherwise with one.
  static func join(_ text: RunningText, _ line: [UInt8]) -> RunningText {
    var joined = text
    append(line, to: &joined.bytes)
    return joined
  }

  /// - Parameter words: those of the text, which tell a word broken by a hyphen from a compound; nil where they are not known.
  static func append(_ line: [UInt8], to bytes: inout [UInt8], words: SplitWords? = nil) {
    guard !bytes.isEmpty else {
      bytes = line
      return
    }
    if let words, words.isOneWord(bytes, line) {
      bytes.removeLast()
      bytes += line
      return
    }
    if bytes.count >= 3, bytes[bytes.count - 1] == UInt8(ascii: "-"), bytes[bytes.count - 2] == 0x20,
      bytes[bytes.count - 3].isLetter, line.first?.isLower == true
    {
      bytes.remove(at: bytes.count - 2)
    }
    if !closesUp(bytes, line) { bytes.append(0x20) }
    bytes += line
  }

  /// Whether the line break stands inside a word or symbol: "Open-" + "ended", "A/65/517-" + "S/2010/534".
  private static func closesUp(_ bytes: [UInt8], _ line: [UInt8]) -> Bool {
    let last = bytes[bytes.count - 1]
    guard bytes.count >= 2 else { return false }
    let before = bytes[bytes.count - 2]
    if last == UInt8(ascii: "/") { return before != 0x20 }
    if last == UInt8(ascii: "-") {
      guard before.isLetter || before.isDigit || before >= 0x80 else { return false }
      return !["and ", "or ", "to "].contains { line.starts(with: $0.utf8) }
    }
    return bytes.count >= 3 && bytes.suffix(3).elementsEqual("—".utf8)
  }

  /// Closes up what text extraction from PDF pulls apart: "high -level", "Women ’s".
  static func repair(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x20) else { return bytes }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for at in bytes.indices {
      if bytes[at] == 0x20, let last = out.last, last.isLetter, at + 2 < bytes.count {
        if bytes[at + 1] == UInt8(ascii: "-"), bytes[at + 2].isLetter { continue }
        if at + 4 < bytes.count, bytes[(at + 1)...(at + 3)].elementsEqual("’".utf8),
          bytes[at + 4] == UInt8(ascii: "s")
        {
          continue
        }
      }
      out.append(bytes[at])
    }
    return out
  }
}
