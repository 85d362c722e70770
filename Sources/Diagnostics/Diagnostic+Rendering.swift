extension Diagnostic: CustomStringConvertible {
  /// The picture that goes to stderr, without a final line break:
  ///
  ///     error: unknown prefix 'unn'
  ///      --> ancestors.rq:3:6
  ///     3 | ?r unn:recalls ?s .
  ///       |    ^^^ did you mean 'un'?
  public var description: String {
    var text = "\(severity.rawValue): \(message)"
    guard let source, let range else {
      if let hint { text += " (\(hint))" }
      return text
    }
    let (line, column) = source.position(at: range.lowerBound)
    let drawn = source.line(line)
    let gutter = String(repeating: " ", count: String(line).utf8.count)
    text += "\n\(gutter)--> \(source.name):\(line):\(column)"
    text += "\n\(line) | \(drawn)"
    let width = max(1, min(scalars(in: range, of: source), drawn.unicodeScalars.count - column + 1))
    text += "\n\(gutter) | \(padding(before: column, in: drawn))\(String(repeating: "^", count: width))"
    if let hint { text += " \(hint)" }
    return text
  }

  private func scalars(in range: Range<Int>, of source: SourceText) -> Int {
    let bytes = source.text.utf8.dropFirst(range.lowerBound).prefix(range.count)
    return bytes.reduce(into: 0) { count, byte in if byte & 0xC0 != 0x80 { count += 1 } }
  }

  /// Blanks up to `column`, with tabs kept so that the carets stand under what they point at.
  private func padding(before column: Int, in line: String) -> String {
    String(
      String.UnicodeScalarView(line.unicodeScalars.prefix(column - 1).map { $0 == "\t" ? "\t" : " " }))
  }
}
