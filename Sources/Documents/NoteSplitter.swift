/// Parts footnotes that stand between or behind paragraphs from the text.
enum NoteSplitter {
  /// A note opens with a superscript; or, behind the last paragraph, with a bare number. A paragraph that notes cut in
  /// two is whole again.
  static func split(_ blocks: [Block]) -> (blocks: [Block], notes: [Note]) {
    var body: [Block] = []
    var notes: [Note] = []
    var labels: Set<String> = []
    var behindNote = false
    for block in blocks {
      if let note = superscriptNote(block.text) {
        if labels.insert(note.label).inserted { notes.append(note) }
        behindNote = true
      } else if behindNote, let last = body.last, isCut(last.text.bytes) {
        body[body.count - 1].text.append(block.text)
        behindNote = false
      } else {
        body.append(block)
        behindNote = false
      }
    }
    if notes.isEmpty { notes = trailingNotes(&body) }
    return (body, notes)
  }

  private static func isDay(_ text: [UInt8]) -> Bool {
    text.count < 60 && CalendarDate.isWhole(String(decoding: text, as: UTF8.self))
  }

  /// Whether a text breaks off: no mark ends it, and it is too long for a heading.
  private static func isCut(_ text: [UInt8]) -> Bool { text.count > 60 && !LineEnd.endsClause(text) }

  private static func superscriptNote(_ text: RunningText) -> Note? {
    guard let (label, end) = Superscript.run(text.bytes, 0), end < text.bytes.count else { return nil }
    return Note(label: label, text: RunningText(text.bytes[end...]))
  }

  /// Takes notes such as "12 See …", "1/ S/24960." and "* Reissued …" off the end of `body`; "22 December 2018" is a day.
  private static func trailingNotes(_ body: inout [Block]) -> [Note] {
    var notes: [Note] = []
    while let block = body.last, let note = NoteLine.match(block.text.bytes), !isDay(block.text.bytes) {
      if let next = notes.last.flatMap({ Int($0.label) }), let number = Int(note.label), number != next - 1 {
        break
      }
      notes.append(note)
      body.removeLast()
    }
    return notes.reversed()
  }
}
