extension Diagnostic: CustomStringConvertible {
  /// The picture that goes to stderr, without a final line break:
  ///
  ///     error: unknown prefix 'unn'
  ///      --> ancestors.rq:3:6
  ///     3 | ?r unn:recalls ?s .
  ///       |    ^^^ did you mean 'un'?
  public var description: String {
    var text = "\(severity.rawValue): \(message.visible)"
    guard let source, let range else {
      if let hint { text += " (\(hint.visible))" }
      return text
    }
    let (line, column) = source.position(at: range.lowerBound)
    let excerpt = Excerpt(of: source.line(line), around: column)
    let gutter = String(repeating: " ", count: String(line).utf8.count)
    text += "\n\(gutter)--> \(source.name.visible):\(line):\(column)"
    text += "\n\(line) | \(excerpt.text.visible)"
    let room = excerpt.text.unicodeScalars.count - excerpt.column + 1
    let carets = String(repeating: "^", count: max(1, min(scalars(in: range, of: source), room)))
    text += "\n\(gutter) | \(excerpt.padding)\(carets)"
    if let hint { text += " \(hint.visible)" }
    return text
  }

  private func scalars(in range: Range<Int>, of source: SourceText) -> Int {
    let bytes = source.text.utf8.dropFirst(range.lowerBound).prefix(range.count)
    return bytes.reduce(into: 0) { count, byte in if byte & 0xC0 != 0x80 { count += 1 } }
  }
}
