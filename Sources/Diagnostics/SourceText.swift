/// A text that errors may point into: a query, a file, a line typed at the prompt.
public struct SourceText: Sendable, Hashable {
  /// The name shown before line and column: a path, or "query".
  public let name: String
  public let text: String
  /// The number of the text's first line: above 1 where the text is an excerpt of a file too long to keep.
  public let firstLine: Int

  public init(name: String, text: String, firstLine: Int = 1) {
    self.name = name
    self.text = text
    self.firstLine = firstLine
  }

  /// Line and column of a UTF-8 offset, both from 1; the column counts Unicode scalars.
  ///
  /// - Complexity: O(offset); used only where an error is drawn.
  public func position(at offset: Int) -> (line: Int, column: Int) {
    var line = firstLine
    var column = 1
    for (index, byte) in text.utf8.enumerated() {
      if index >= offset { break }
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }

  /// The text of line `number`, counted from `firstLine`, without its line break.
  public func line(_ number: Int) -> String {
    let number = number - firstLine + 1
    guard number >= 1 else { return "" }
    var lines = text.split(separator: "\n", maxSplits: number, omittingEmptySubsequences: false)
    guard number <= lines.count else { return "" }
    if lines.count > number { lines.removeLast() }
    let line = lines[number - 1]
    return String(line.hasSuffix("\r") ? line.dropLast() : line)
  }
}
