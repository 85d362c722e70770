/// Reads the footnotes under a page's rule.
enum FootArea {
  /// The notes that `lines` are, and how many lines were taken; the rest is text again where no page break ends the notes.
  ///
  /// - Parameter bounded: whether the notes go to the end of the page.
  static func read(_ lines: ArraySlice<TextLine>, bounded: Bool) -> (notes: [Note], count: Int) {
    guard let first = lines.first else { return ([], 0) }
    if NoteLine.match(first.bytes) != nil, !isLabel(first.bytes) { return inline(lines, bounded: bounded) }
    let kept = lines.filter { !PageFurniture.isFooting($0.bytes) }
    return bounded ? (apart(kept), lines.count) : ([], 0)
  }

  /// "1  Resolution 70/1.": label and text in one line, the following lines going on.
  private static func inline(_ lines: ArraySlice<TextLine>, bounded: Bool) -> (notes: [Note], count: Int) {
    var notes: [Note] = []
    var taken = 0
    let indent = lines.first?.indent ?? 0
    for line in lines {
      if PageFurniture.isFooting(line.bytes), bounded {
        taken += 1
        continue
      }
      if let note = NoteLine.match(line.bytes), follows(note, notes.last), line.indent >= min(indent, 2) {
        notes.append(note)
      } else if notes.isEmpty || !bounded && isWhole(notes[notes.count - 1].text.bytes) {
        break
      } else {
        notes[notes.count - 1].text = LineJoiner.join(notes[notes.count - 1].text, line.bytes)
      }
      taken += 1
    }
    return (notes, taken)
  }

  /// Whether a note's text ends in a full stop, which no abbreviation has: "Supplement No." goes on.
  private static func isWhole(_ text: [UInt8]) -> Bool {
    text.last == UInt8(ascii: ".") && !MarkerContext.abbreviates(text, text.count - 1)
  }

  /// Whether a note's label can stand behind the one before it.
  private static func follows(_ note: Note, _ last: Note?) -> Bool {
    guard let last else { return true }
    guard let number = Int(note.label) else { return last.label.hasPrefix("*") || Int(last.label) == nil }
    guard let before = Int(last.label) else { return true }
    return number > before && number <= before + 3
  }

  /// Labels in lines of their own, before their texts or — as text extraction leaves small raised digits — anywhere.
  private static func apart(_ lines: [TextLine]) -> [Note] {
    var labels: [Int] = []
    var texts: [RunningText] = []
    var opens = true
    let isOrdered = standBeforeTexts(lines)
    for line in lines {
      if isLabel(line.bytes) {
        labels.append(line.bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) })
        opens = true
      } else if opens || texts.isEmpty
        || !isOrdered && texts[texts.count - 1].bytes.last == UInt8(ascii: ".")
      {
        texts.append(RunningText(line.bytes))
        opens = false
      } else {
        texts[texts.count - 1] = LineJoiner.join(texts[texts.count - 1], line.bytes)
      }
    }
    labels.sort()
    if texts.count > labels.count { mergeExtra(&texts, to: labels.count) }
    return zip(labels, texts).map { Note(label: String($0), text: $1) }
  }

  /// Whether every label stands before a text of its own, so that no full stop need part texts ("Supplement No.").
  private static func standBeforeTexts(_ lines: [TextLine]) -> Bool {
    let labels = lines.map { isLabel($0.bytes) }
    return labels.first == true && labels.last == false
      && zip(labels, labels.dropFirst()).allSatisfy { !($0 && $1) }
  }

  /// Joins texts that a full stop inside a note has parted, from the end, until there is one for each label.
  private static func mergeExtra(_ texts: inout [RunningText], to count: Int) {
    while texts.count > max(count, 1) {
      let last = texts.removeLast()
      texts[texts.count - 1] = LineJoiner.join(texts[texts.count - 1], last.bytes)
    }
    if count == 0 { texts = [] }
  }

  private static func isLabel(_ bytes: [UInt8]) -> Bool {
    bytes.count <= 3 && bytes.allSatisfy { $0.isDigit }
  }
}
