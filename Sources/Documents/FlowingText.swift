/// Plain text whose paragraphs are whole: one a line, or set apart by blank lines, the footnotes at the end or in between.
enum FlowingText {
  /// The paragraphs and footnotes of `lines`.
  static func read(_ lines: [ArraySlice<UInt8>]) -> (texts: [RunningText], notes: [Note]) {
    split(lines.map { RunningText($0) }.filter { !$0.isEmpty })
  }

  /// Parts notes from paragraphs: a note opens with a superscript; or, behind the last paragraph, with a bare number.
  static func split(_ texts: [RunningText]) -> (texts: [RunningText], notes: [Note]) {
    var body: [RunningText] = []
    var notes: [Note] = []
    for text in texts {
      if let note = superscriptNote(text) {
        if !notes.contains(where: { $0.label == note.label }) { notes.append(note) }
      } else {
        body.append(text)
      }
    }
    if notes.isEmpty { notes = trailingNotes(&body) }
    return (body, notes)
  }

  private static func superscriptNote(_ text: RunningText) -> Note? {
    guard let (label, end) = Superscript.run(text.bytes, 0), end < text.bytes.count else { return nil }
    return Note(label: label, text: RunningText(text.bytes[end...]))
  }

  /// Takes notes such as "12 See …", "1/ S/24960." and "* Reissued …" off the end of `body`.
  private static func trailingNotes(_ body: inout [RunningText]) -> [Note] {
    var notes: [Note] = []
    while let text = body.last, let note = NoteLine.match(text.bytes) {
      if let next = notes.last.flatMap({ Int($0.label) }), let number = Int(note.label), number != next - 1 {
        break
      }
      notes.append(note)
      body.removeLast()
    }
    return notes.reversed()
  }
}

/// A line that opens a footnote in plain text.
enum NoteLine {
  /// The note that `bytes` are: "12 See …", "1/ S/24960.", "* Reissued …", "1A/65/201." where the blank was lost.
  static func match(_ bytes: [UInt8]) -> Note? {
    if let (label, end) = Superscript.run(bytes, 0), end < bytes.count {
      return Note(label: label, text: RunningText(bytes[end...]))
    }
    var at = 0
    while at < bytes.count, at < 3, bytes[at].isDigit { at += 1 }
    if at == 0 {
      while at < bytes.count, at < 3, bytes[at] == UInt8(ascii: "*") { at += 1 }
    }
    guard at > 0, at < bytes.count else { return nil }
    var text = at
    if bytes[text] == UInt8(ascii: "/") { text += 1 }
    guard text < bytes.count, bytes[text] == 0x20 else { return nil }
    return Note(label: String(decoding: bytes[..<at], as: UTF8.self), text: RunningText(bytes[(text + 1)...]))
  }
}
