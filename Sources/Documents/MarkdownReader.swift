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
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      var line = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
      while let last = line.last, last <= 0x20 { line.removeLast() }
      if line.isEmpty {
        close()
        continue
      }
      let isHeading = line.first == UInt8(ascii: "#")
      let isItem = line.starts(with: "- ".utf8) || line.starts(with: "* ".utf8)
      if inHeader, !(line.first?.isLower ?? false) { close() }
      if isHeading || isItem || PageLayout.looksFirst(Array(line.prefix(80))) && LineEnd.endsClause(current) {
        close()
      }
      if isHeading { line = line.drop { $0 == UInt8(ascii: "#") || $0 == 0x20 } }
      if isItem { line = line.dropFirst(2) }
      LineJoiner.append(Array(line), to: &current)
      if Phrasing.isFormula(current) { inHeader = false }
      if isHeading { close() }
    }
    close()
    return paragraphs
  }

  /// "[^1]: A/68/98."
  private static func labelledNote(_ bytes: [UInt8]) -> Note? {
    guard bytes.starts(with: "[^".utf8), let close = bytes.firstIndex(of: UInt8(ascii: "]")),
      close + 1 < bytes.count,
      bytes[close + 1] == UInt8(ascii: ":")
    else { return nil }
    let label = String(decoding: bytes[2..<close], as: UTF8.self)
    return Note(label: label, text: MarkdownInline.block(Array(bytes[(close + 2)...])).text)
  }
}
