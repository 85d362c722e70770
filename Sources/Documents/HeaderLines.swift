/// Finds which printed lines before "The General Assembly," belong together: titles and dates wrap, columns part.
enum HeaderLines {
  /// Marks the header's lines and parts those that stand in two columns; a text whose start nothing tells stays as it is.
  static func mark(_ lines: [TextLine], mode: PageLayout.Mode) -> [TextLine] {
    guard mode != .lines,
      let formula = lines.prefix(120).firstIndex(where: {
        Phrasing.isFormula($0.bytes) || Phrasing.tellsMeeting($0.bytes)
      })
    else {
      return lines
    }
    var marked: [TextLine] = []
    var behindColumns = false
    for line in lines[..<formula] {
      let pieces = pieces(line)
      // A number and its title are no columns: the title may go on in the next line.
      let isParted = pieces.count > 1 && numberedEnd(pieces[0].bytes) != pieces[0].bytes.count
      for (index, piece) in pieces.enumerated() {
        var piece = piece
        let continues = marked.last.map {
          !(index == 0 && behindColumns)
            && self.continues(piece, $0, first: index == 0, mode: mode, title: title(marked))
        }
        piece.role = continues == true ? .continuesHeader : .startsHeader
        marked.append(piece)
      }
      behindColumns = isParted
    }
    return marked + lines[formula...]
  }

  private static func pieces(_ line: TextLine) -> [TextLine] {
    guard !line.columns.isEmpty else { return [line] }
    let bounds = [0] + line.columns + [line.bytes.count + 1]
    return zip(bounds, bounds.dropFirst()).compactMap { start, end in
      guard start < end - 1, end - 1 <= line.bytes.count else { return nil }
      var piece = line
      piece.bytes = Array(line.bytes[start..<end - 1])
      piece.columns = []
      if start > 0 { piece.blankBefore = false }
      return piece
    }
  }

  /// Whether the last lines are a numbered title that may go on.
  private static func title(_ lines: [TextLine]) -> Bool {
    guard let start = lines.last(where: { $0.role == .startsHeader }) else { return false }
    return numberedEnd(start.bytes) != nil
  }

  private static func continues(
    _ line: TextLine, _ previous: TextLine, first: Bool, mode: PageLayout.Mode, title: Bool
  ) -> Bool {
    let end = previous.bytes
    if let number = numberedEnd(end), number == end.count { return true }
    if !first { return false }
    if line.startsLower, !previous.endsClause { return true }
    if CalendarDate.isBroken(between: end, and: line.bytes) { return true }
    if mode == .blanks { return !line.blankBefore }
    if title, !line.blankBefore { return true }
    for word in [" on", " of", " the", " and", " for", ","]
    where end.suffix(word.utf8.count).elementsEqual(word.utf8) {
      return true
    }
    return end.first == UInt8(ascii: "[") && end.last != UInt8(ascii: "]")
  }

  /// The offset behind "73/6." at the start of a line.
  private static func numberedEnd(_ bytes: [UInt8]) -> Int? {
    guard let (_, end) = ResolutionNumber.match(in: bytes, at: 0), end < bytes.count,
      bytes[end] == UInt8(ascii: ".")
    else {
      return nil
    }
    return end + 1
  }
}
