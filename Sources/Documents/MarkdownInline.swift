/// Takes the mark-up out of a Markdown paragraph.
enum MarkdownInline {
  /// The running text, with `[^1]`, `<sup>1</sup>`, `^1^` and `[[1]](#note-1)` as markers, and the emphasised opening phrase.
  static func block(_ bytes: [UInt8]) -> Block {
    var block = Block()
    var opening: [UInt8]?
    var emphasis: (byte: UInt8, count: Int, start: Int)?
    var out: [UInt8] = []
    func flush() {
      out.withUnsafeBufferPointer { TextNormalizer.append($0, to: &block.text.bytes) }
      out = []
    }
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\\") where at + 1 < bytes.count && !bytes[at + 1].isLetter && !bytes[at + 1].isDigit:
        out.append(bytes[at + 1])
        at += 2
      case UInt8(ascii: "*"), UInt8(ascii: "_"):
        let run = bytes[at...].prefix { $0 == byte }.count
        if let open = emphasis, open.byte == byte, run >= open.count {
          flush()
          if opening == nil, startsParagraph(block.text.bytes, open.start) {
            opening = Array(block.text.bytes[min(open.start, block.text.bytes.count)...])
          }
          emphasis = nil
          at += open.count
        } else if emphasis == nil, opens(bytes, at, run) {
          flush()
          emphasis = (byte, run, block.text.bytes.count)
          at += run
        } else {
          out += bytes[at..<at + run]
          at += run
        }
      case UInt8(ascii: "["):
        if let (label, end) = marker(bytes, at) {
          flush()
          block.text.appendMarker(label)
          at = end
        } else if at > 0, bytes[at - 1] > 0x20, let note = MarkdownNoteLink(bytes, at: at) {
          flush()
          if let label = note.label { block.text.appendMarker(label) }
          at = note.end
        } else if let (text, end) = link(bytes, at) {
          flush()
          let inner = self.block(text)
          block.text.bytes += inner.text.bytes
          at = end
        } else {
          out.append(byte)
          at += 1
        }
      case UInt8(ascii: "<"), UInt8(ascii: "^"):
        if let (label, end) = superscript(bytes, at) {
          flush()
          block.text.appendMarker(label)
          at = end
        } else if byte == UInt8(ascii: "<"), let end = tag(bytes, at) {
          at = end
        } else {
          out.append(byte)
          at += 1
        }
      default:
        out.append(byte)
        at += 1
      }
    }
    flush()
    block.text.finish()
    block.openingPhrase = opening.flatMap(phrase)
    return block
  }

  /// Whether only a number stands before the emphasised words.
  private static func startsParagraph(_ text: [UInt8], _ start: Int) -> Bool {
    if start == 0 { return true }
    guard let (_, end) = NumberLabel.match(text) else { return false }
    return start <= end
  }

  private static func phrase(_ bytes: [UInt8]) -> String? {
    var bytes = bytes
    while let last = bytes.last, ",:; ".utf8.contains(last) { bytes.removeLast() }
    return bytes.isEmpty || bytes.count > 80 ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// Whether emphasis opens: a word follows, and what closes it stands further on.
  private static func opens(_ bytes: [UInt8], _ at: Int, _ run: Int) -> Bool {
    let inside = at + run
    guard run <= 3, inside < bytes.count, bytes[inside] > 0x20 else { return false }
    if bytes[at] == UInt8(ascii: "_"), at > 0, bytes[at - 1].isLetter || bytes[at - 1].isDigit {
      return false
    }
    var end = inside
    while end < bytes.count {
      if bytes[end] == bytes[at], bytes[end - 1] > 0x20 { return true }
      end += 1
    }
    return false
  }

  /// "[^1]".
  private static func marker(_ bytes: [UInt8], _ at: Int) -> (label: String, end: Int)? {
    guard at + 2 < bytes.count, bytes[at + 1] == UInt8(ascii: "^"),
      let close = bytes[at...].firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    return (String(decoding: bytes[(at + 2)..<close], as: UTF8.self), close + 1)
  }

  /// "[36/103](#)": the words, and the offset behind the target.
  private static func link(_ bytes: [UInt8], _ at: Int) -> (text: [UInt8], end: Int)? {
    guard let close = bytes[at...].firstIndex(of: UInt8(ascii: "]")), close + 1 < bytes.count,
      bytes[close + 1] == UInt8(ascii: "(")
    else { return nil }
    var depth = 0
    var end = close + 1
    while end < bytes.count {
      if bytes[end] == UInt8(ascii: "(") { depth += 1 }
      if bytes[end] == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return (Array(bytes[(at + 1)..<close]), end + 1) }
      }
      end += 1
    }
    return nil
  }

  /// "<sup>1</sup>", "^1^".
  static func superscript(_ bytes: [UInt8], _ at: Int) -> (label: String, end: Int)? {
    for (open, close) in [("<sup>", "</sup>"), ("^", "^")] where bytes[at...].starts(with: open.utf8) {
      let start = at + open.utf8.count
      var end = start
      while end < bytes.count, bytes[end].isDigit || bytes[end] == UInt8(ascii: "*") { end += 1 }
      guard end > start, bytes[end...].starts(with: close.utf8) else { return nil }
      return (String(decoding: bytes[start..<end], as: UTF8.self), end + close.utf8.count)
    }
    return nil
  }

  /// The offset behind an HTML tag.
  private static func tag(_ bytes: [UInt8], _ at: Int) -> Int? {
    guard at + 1 < bytes.count, bytes[at + 1].isLetter || bytes[at + 1] == UInt8(ascii: "/") else {
      return nil
    }
    return bytes[at...].prefix(200).firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
  }
}
