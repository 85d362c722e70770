/// Finds footnote markers in plain text — superscripts, or digits glued to a word — and takes them out.
///
/// Glued digits are markers only where a note bears that number and it is the next one due or one that stood before:
/// a number such as 1998/72 stays whole.
struct MarkerFinder {
  private let labels: Set<Int>
  private let hasStars: Bool
  private var due: Int
  private let last: Int

  init(notes: [Note]) {
    labels = Set(notes.compactMap { Int($0.label) })
    hasStars = notes.contains { $0.label.hasPrefix("*") }
    due = labels.min() ?? 1
    last = labels.max() ?? 0
  }

  /// Moves the markers of `texts`, which stand in document order, out of the words.
  mutating func lift(from texts: inout [RunningText]) {
    for index in texts.indices { lift(from: &texts[index]) }
    if !labels.isEmpty { liftFromNumbers(&texts) }
  }

  private mutating func lift(from text: inout RunningText) {
    let bytes = text.bytes
    guard bytes.contains(where: { $0.isDigit || $0 == 0xC2 || $0 == 0xE2 || $0 == UInt8(ascii: "*") }) else {
      return
    }
    var out = RunningText()
    out.bytes.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0xC2 || byte == 0xE2, let (label, end) = Superscript.run(bytes, at),
        isMarker(label, bytes, at)
      {
        take(label, into: &out)
        at = end
      } else if byte.isDigit {
        var end = at
        while end < bytes.count, bytes[end].isDigit { end += 1 }
        if let label = gluedLabel(bytes, at..<end) {
          take(label, into: &out)
        } else if let label = labelBehindYear(bytes, at..<end) {
          out.bytes += bytes[at..<at + 4]
          take(label, into: &out)
        } else {
          out.bytes += bytes[at..<end]
        }
        at = end
      } else if byte == UInt8(ascii: "*"), hasStars, at > 0, bytes[at - 1] != 0x20 {
        var end = at
        while end < bytes.count, bytes[end] == byte { end += 1 }
        out.appendMarker(String(repeating: "*", count: end - at))
        at = end
      } else if byte == 0x20, out.bytes.last == 0x20 {
        at += 1
      } else {
        out.bytes.append(byte)
        at += 1
      }
    }
    out.finish()
    text = out
  }

  private mutating func take(_ label: String, into out: inout RunningText) {
    out.appendMarker(label)
    if let number = Int(label), number >= due { due = next(after: number) }
  }

  private func next(after number: Int) -> Int {
    var number = number + 1
    while number < last, !labels.contains(number) { number += 1 }
    return number
  }

  /// A superscript is a marker unless it squares or cubes a unit ("km²") and no such note is there.
  private func isMarker(_ label: String, _ bytes: [UInt8], _ at: Int) -> Bool {
    if let number = Int(label), labels.contains(number) { return true }
    return at == 0 || bytes[at - 1] != UInt8(ascii: "m")
  }

  /// The label that the digits at `run` are, if they are a marker.
  private func gluedLabel(_ bytes: [UInt8], _ run: Range<Int>) -> String? {
    guard run.lowerBound > 0, run.count <= 3, bytes[run.lowerBound] != UInt8(ascii: "0") else { return nil }
    let before = bytes[run.lowerBound - 1]
    guard before != 0x20, before != UInt8(ascii: "/"), before != UInt8(ascii: "-"),
      before != UInt8(ascii: "(")
    else {
      return nil
    }
    let value = bytes[run].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    guard labels.contains(value), ends(bytes, run.upperBound) else { return nil }
    let isDue = value == due
    guard isDue || value < due || value <= due + 2 else { return nil }
    guard allows(bytes, run, before: before, isDue: isDue, isRepeat: value < due) else { return nil }
    return String(value)
  }

  /// The label glued to a year: 3 of "20303" — no number with thousands, which has a comma or a blank in it.
  private func labelBehindYear(_ bytes: [UInt8], _ run: Range<Int>) -> String? {
    guard (5...6).contains(run.count), ends(bytes, run.upperBound), run.lowerBound > 0 else { return nil }
    let year = bytes[run.prefix(4)].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let value = bytes[run.dropFirst(4)].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    guard (1945...2100).contains(year), labels.contains(value), value <= due,
      bytes[run.lowerBound + 4] != 0x30
    else {
      return nil
    }
    let before = bytes[run.lowerBound - 1]
    if before == 0x20 { return run.lowerBound > 1 && bytes[run.lowerBound - 2].isLower ? String(value) : nil }
    return before >= 0x80 ? String(value) : nil
  }

  /// Whether what follows lets a marker end: a blank, a mark, the end — no letter, digit or fraction.
  private func ends(_ bytes: [UInt8], _ at: Int) -> Bool {
    guard at < bytes.count else { return true }
    let after = bytes[at]
    if after == 0x20 || after >= 0x80 { return true }
    guard ",.;:)]\"'".utf8.contains(after) else { return false }
    return at + 1 >= bytes.count || !bytes[at + 1].isDigit
  }

  /// Whether what stands before lets a marker follow.
  private func allows(_ bytes: [UInt8], _ run: Range<Int>, before: UInt8, isDue: Bool, isRepeat: Bool) -> Bool
  {
    if before.isLower || before == UInt8(ascii: ")") || before == UInt8(ascii: "]")
      || before == UInt8(ascii: "%")
    {
      return true
    }
    if before >= 0x80 {
      let mark = run.lowerBound >= 3 ? bytes[run.lowerBound - 3..<run.lowerBound] : []
      if mark.elementsEqual("“".utf8) || mark.elementsEqual("‘".utf8) || mark.elementsEqual("–".utf8) {
        return false
      }
      return true
    }
    if before.isUpper { return isDue && wordLength(bytes, run.lowerBound) >= 3 }
    guard ",.;:\"'".utf8.contains(before), run.lowerBound >= 2 else { return false }
    let word = bytes[run.lowerBound - 2]
    if !word.isDigit { return word != 0x20 }
    return before != UInt8(ascii: ":") && (before != UInt8(ascii: ".") || isDue)
      && endsInDocumentNumber(bytes, run.lowerBound - 1)
  }

  private func wordLength(_ bytes: [UInt8], _ end: Int) -> Int {
    var start = end
    while start > 0, bytes[start - 1].isLetter { start -= 1 }
    return end - start
  }

  /// Whether the number that ends at `end` is a year or a resolution's: "2015", "72/184" — not the whole part of "10.5".
  private func endsInDocumentNumber(_ bytes: [UInt8], _ end: Int) -> Bool {
    var start = end
    while start > 0, bytes[start - 1].isDigit { start -= 1 }
    if start > 0, bytes[start - 1] == UInt8(ascii: "/") { return true }
    return end - start == 4 && (bytes[start] == UInt8(ascii: "1") || bytes[start] == UInt8(ascii: "2"))
  }

  /// Finds the markers glued to a number — "1998/72" + "11" — among the notes that no marker has led to yet.
  private func liftFromNumbers(_ texts: inout [RunningText]) {
    var first: [Int: (text: Int, offset: Int)] = [:]
    for (index, text) in texts.enumerated() {
      for marker in text.markers {
        if let number = Int(marker.label), first[number] == nil { first[number] = (index, marker.offset) }
      }
    }
    for label in labels.sorted() where first[label] == nil {
      let before = labels.filter { $0 < label }.compactMap { first[$0] }.max { $0 < $1 } ?? (0, 0)
      let after =
        labels.filter { $0 > label }.compactMap { first[$0] }.min { $0 < $1 } ?? (texts.count - 1, Int.max)
      guard before <= after,
        let (index, offset) = gluedNumber(String(label), in: texts, from: before, to: after)
      else {
        continue
      }
      remove(String(label), at: offset, from: &texts[index])
      first[label] = (index, offset)
    }
  }

  /// The one place between two markers where a document's number ends in the digits of `label`; nil where there are none or several.
  private func gluedNumber(
    _ label: String, in texts: [RunningText], from: (text: Int, offset: Int), to: (text: Int, offset: Int)
  ) -> (text: Int, offset: Int)? {
    var found: [(Int, Int)] = []
    for index in from.text...to.text {
      let bytes = texts[index].bytes
      var at = index == from.text ? min(from.offset, bytes.count) : 0
      let end = index == to.text ? min(to.offset, bytes.count) : bytes.count
      while at < end {
        guard bytes[at].isDigit else {
          at += 1
          continue
        }
        let start = at
        while at < bytes.count, bytes[at].isDigit { at += 1 }
        let rest = at - label.utf8.count
        guard rest > start, bytes[rest..<at].elementsEqual(label.utf8), ends(bytes, at) else { continue }
        let isYear =
          rest - start == 4 && (bytes[start] == UInt8(ascii: "1") || bytes[start] == UInt8(ascii: "2"))
        let isNumber = start > 0 && bytes[start - 1] == UInt8(ascii: "/")
        if isYear || isNumber { found.append((index, rest)) }
      }
    }
    return found.count == 1 ? found[0] : nil
  }

  private func remove(_ label: String, at offset: Int, from text: inout RunningText) {
    let length = label.utf8.count
    text.bytes.removeSubrange(offset..<offset + length)
    for index in text.markers.indices where text.markers[index].offset > offset {
      text.markers[index].offset -= length
    }
    let place = text.markers.firstIndex { $0.offset > offset } ?? text.markers.count
    text.markers.insert(Marker(offset: offset, footnote: nil, label: label), at: place)
  }
}
