/// Reads Markdown: emphasis shows opening phrases, links lose their targets, markers are superscripts or `[^1]`.
enum MarkdownReader {
  /// Whether a text is Markdown: links, headings or emphasised opening words in it.
  static func accepts(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let sample = UnsafeBufferPointer(rebasing: bytes.prefix(1 << 16))
      return sample.indices.contains { at in
        let next = at + 1 < sample.count ? sample[at + 1] : 0
        switch sample[at] {
        case UInt8(ascii: "]"): return next == UInt8(ascii: "(") || next == UInt8(ascii: ":")
        case UInt8(ascii: "["): return next == UInt8(ascii: "^")
        case UInt8(ascii: "#"):
          let opensLine = at == 0 || sample[at - 1] == UInt8(ascii: "\n")
          return opensLine && (next == UInt8(ascii: "#") || next == 0x20)
        case UInt8(ascii: "*"), UInt8(ascii: "_"): return next.isUpper && closes(sample, at)
        default: return false
        }
      }
    }
  }

  /// Whether the emphasis opened at `at` ends on its line, right behind a letter and before a blank or mark.
  private static func closes(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    var end = at + 1
    while end < bytes.endIndex, end - at < 80, bytes[end] != UInt8(ascii: "\n") {
      if bytes[end] == bytes[at] { return bytes[end - 1].isLetter || bytes[end - 1] == UInt8(ascii: ",") }
      end += 1
    }
    return false
  }

  static func read(_ bytes: [UInt8]) -> [Document] { TextSplitter.parts(bytes).flatMap(readPart) }

  private static func readPart(_ bytes: [UInt8]) -> [Document] {
    var notes: [Note] = []
    var blocks: [Block] = []
    for paragraph in paragraphs(bytes) {
      if let note = labelledNote(paragraph) {
        notes.append(note)
      } else {
        let block = MarkdownInline.block(paragraph)
        if !block.text.isEmpty { blocks.append(block) }
      }
    }
    let (body, others) = NoteSplitter.split(blocks)
    return TextReader.documents(body, notes: notes + others, markers: .found(isPrinted: false))
  }

  /// Lines joined between empty lines; a heading, a list item and a line of the header are paragraphs of their own.
  private static func paragraphs(_ bytes: [UInt8]) -> [[UInt8]] {
    var paragraphs: [[UInt8]] = []
    var current: [UInt8] = []
    var inHeader = true
    func close() {
      if !current.isEmpty { paragraphs.append(current) }
      current = []
    }
    for whole in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      var line = whole.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
      while let last = line.last, last <= 0x20 { line.removeLast() }
      let isIndented = whole.first == 0x20 || whole.first == 0x09
      if line.isEmpty {
        close()
        continue
      }
      if isBreak(line) {
        close()
        continue
      }
      let isHeading = line.first == UInt8(ascii: "#")
      let isItem = line.starts(with: "- ".utf8) || line.starts(with: "* ".utf8)
      if inHeader, !continuesHeader(line, current) { close() }
      if opensNote(line, behind: current) || textBeforeArrow(current) != nil { close() }
      let goesOn = isIndented && current.starts(with: "[^".utf8)
      if isHeading || isItem
        || !goesOn && PageLayout.looksFirst(Array(line.prefix(80))) && LineEnd.endsClause(current)
      {
        close()
      }
      if isHeading { line = line.drop { $0 == UInt8(ascii: "#") || $0 == 0x20 } }
      if isItem { line = line.dropFirst(2) }
      LineJoiner.append(Array(line), to: &current)
      if Phrasing.isFormula(current) || Phrasing.tellsMeeting(current) { inHeader = false }
      if isHeading { close() }
    }
    close()
    return paragraphs
  }

  /// A line of nothing but dashes, stars or underscores.
  private static func isBreak(_ line: ArraySlice<UInt8>) -> Bool {
    line.count >= 3 && line.allSatisfy { $0 == line[line.startIndex] }
      && "-*_".utf8.contains(line[line.startIndex])
  }

  /// Whether a header's line goes on: in small letters, in emphasis that is open, with the rest of a date.
  private static func continuesHeader(_ line: ArraySlice<UInt8>, _ current: [UInt8]) -> Bool {
    if line.first?.isLower ?? false { return true }
    let stars = current.prefix { $0 == UInt8(ascii: "*") }.count
    if stars > 0, current.count < longestEmphasis, !current.dropFirst(stars).contains(UInt8(ascii: "*")) {
      return true
    }
    return CalendarDate.isBroken(between: current, and: Array(line))
  }

  /// In bytes: what is emphasised over more of a header's lines is no title.
  private static let longestEmphasis = 1000

  /// "[^1]: A/68/98.", "<sup>1</sup> A/68/98.", "[[1]](#ref-1) A/68/98.", "1. A/68/98. [↑](#ref-1)".
  private static func labelledNote(_ bytes: [UInt8]) -> Note? {
    if let note = raisedLabel(bytes) { return MarkdownReader.note(note.label, bytes[note.end...]) }
    if let text = textBeforeArrow(bytes), let (label, end) = NumberLabel.match(Array(text)) {
      return note(label.name, text[end...])
    }
    guard bytes.starts(with: "[^".utf8), let close = bytes.firstIndex(of: UInt8(ascii: "]")),
      close + 1 < bytes.count,
      bytes[close + 1] == UInt8(ascii: ":")
    else { return nil }
    return note(String(decoding: bytes[2..<close], as: UTF8.self), bytes[(close + 2)...])
  }

  private static func note(_ label: String, _ text: ArraySlice<UInt8>) -> Note {
    Note(label: label, text: MarkdownInline.block(Array(text.drop { $0 == 0x20 })).text)
  }

  /// Whether a line opens a note though no empty line parts it from the text: "[^1]:", or a raised label behind the end of a clause
  /// or another note. A marker may begin a line of a wrapped paragraph, and small letters follow it.
  private static func opensNote(_ line: ArraySlice<UInt8>, behind text: [UInt8]) -> Bool {
    let start = Array(line.prefix(200))
    if start.starts(with: "[^".utf8) {
      guard let close = start.firstIndex(of: UInt8(ascii: "]")), close + 1 < start.count else { return false }
      return start[close + 1] == UInt8(ascii: ":")
    }
    guard let (_, end) = raisedLabel(start), let first = start[end...].first(where: { $0 != 0x20 }) else {
      return false
    }
    return !first.isLower && (LineEnd.endsClause(text) || raisedLabel(Array(text.prefix(200))) != nil)
  }

  /// The label at the start that is raised, or leads back to where the note's marker stands.
  private static func raisedLabel(_ bytes: [UInt8]) -> (label: String, end: Int)? {
    let link = MarkdownNoteLink(bytes, at: 0)
    return MarkdownInline.superscript(bytes, 0) ?? link.flatMap { link in link.label.map { ($0, link.end) } }
  }

  /// What stands before the arrow that leads back, where the text ends in one.
  private static func textBeforeArrow(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
    guard bytes.last == UInt8(ascii: ")"), let open = bytes.suffix(200).lastIndex(of: UInt8(ascii: "[")),
      let link = MarkdownNoteLink(bytes, at: open), link.label == nil, link.end == bytes.count
    else { return nil }
    return bytes[..<open]
  }
}
