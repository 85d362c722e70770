/// Finds footnote markers in plain text — superscripts, or digits glued to a word — and takes them out.
///
/// Glued digits are markers only where a note bears that number and it is the next one due or one that stood before:
/// a number such as 1998/72 stays whole.
struct MarkerFinder {
  private let labels: Set<Int>
  private let hasStars: Bool
  private var due: Int
  private let last: Int
  private let allowsDetached: Bool

  /// - Parameter allowsDetached: whether a blank may stand between word and marker, as text extraction from PDF puts it.
  init(notes: [Note], allowsDetached: Bool) {
    self.allowsDetached = allowsDetached
    labels = Set(notes.compactMap { Int($0.label) })
    hasStars = notes.contains { $0.label.hasPrefix("*") }
    due = labels.min() ?? 1
    last = labels.max() ?? 0
  }

  /// Moves the markers of `blocks`, which stand in document order, out of their words.
  mutating func lift(from blocks: inout [Block]) {
    for index in blocks.indices { lift(from: &blocks[index].text) }
    if !labels.isEmpty { liftFromNumbers(&blocks) }
  }

  private mutating func lift(from text: inout RunningText) {
    let bytes = text.bytes
    guard text.markers.isEmpty,
      bytes.contains(where: { $0.isDigit || $0 == 0xC2 || $0 == 0xE2 || $0 == UInt8(ascii: "*") })
    else {
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
        if let label = gluedLabel(bytes, at..<end) ?? detachedLabel(bytes, at..<end) {
          take(label, into: &out)
        } else if let label = labelBeforeNumber(bytes, at..<end) {
          take(label, into: &out)
          out.bytes += bytes[(at + label.utf8.count)..<end]
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
    guard labels.contains(value) else { return nil }
    if !ends(bytes, run.upperBound) { return value == due && isInsideWord(bytes, run) ? String(value) : nil }
    guard !isCount(bytes, run) else { return nil }
    let isDue = value == due
    guard isDue || value < due || value <= due + 2 else { return nil }
    guard allows(bytes, run, before: before, isDue: isDue, isRepeat: value < due) else { return nil }
    return String(value)
  }

  /// The label that stands apart behind a word or mark: "Development, 1 including" — only the next one due, and not where
  /// the word before or behind takes a number of its own.
  private func detachedLabel(_ bytes: [UInt8], _ run: Range<Int>) -> String? {
    guard allowsDetached, run.lowerBound > 1, run.count <= 3, bytes[run.lowerBound - 1] == 0x20 else {
      return nil
    }
    let value = bytes[run].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    guard value == due, labels.contains(value), ends(bytes, run.upperBound) else { return nil }
    guard !hasUnit(bytes, run.upperBound) else { return nil }
    let before = bytes[run.lowerBound - 2]
    if ",.;:)]\"%".utf8.contains(before) || before >= 0x80 { return String(value) }
    var start = run.lowerBound - 1
    while start > 0, bytes[start - 1] != 0x20 { start -= 1 }
    let word = bytes[start..<run.lowerBound - 1]
    if before.isDigit { return endsInDocumentNumber(bytes, run.lowerBound - 1) ? String(value) : nil }
    let lower = String(decoding: word.map { $0.isUpper ? $0 | 0x20 : $0 }, as: UTF8.self)
    return MarkerFinder.takesNumber.contains(lower) ? nil : String(value)
  }

  /// Whether the blank was lost before a number that counts: "on1 December", "of3 million".
  private func isCount(_ bytes: [UInt8], _ run: Range<Int>) -> Bool {
    guard hasUnit(bytes, run.upperBound) else { return false }
    var start = run.lowerBound
    while start > 0, bytes[start - 1].isLetter { start -= 1 }
    let word = String(decoding: bytes[start..<run.lowerBound], as: UTF8.self)
    return MarkerFinder.takesNumber.contains(word)
  }

  /// Whether a word that has a number before it stands behind `end`.
  private func hasUnit(_ bytes: [UInt8], _ end: Int) -> Bool {
    var next = end
    while next < bytes.count, bytes[next] == 0x20 { next += 1 }
    let follower = bytes[next...].prefix { $0.isLetter || $0 >= 0x80 }
    return MarkerFinder.unitsBehind.contains(String(decoding: follower, as: UTF8.self))
  }

  /// Words that have a number behind them.
  private static let takesNumber: Set<String> = [
    "paragraph", "paragraphs", "para.", "paras.", "article", "articles", "chapter", "section", "sections",
    "annex", "no.",
    "nos.", "vol.", "page", "pages", "p.", "pp.", "goal", "goals", "target", "targets", "item", "items",
    "rule", "part",
    "supplement", "resolution", "resolutions", "decision", "decisions", "table", "of", "on", "in", "by",
    "than", "and", "to",
    "from", "at", "least", "between", "or", "over", "until", "protocol", "phase", "level", "category", "tier",
    "the", "for",
    "with", "within", "under", "about", "some", "nearly", "only", "since", "before", "after", "through",
    "session", "article.",
    "regulation", "principle", "principles", "indicator", "indicators", "option", "class", "type", "number",
    "grade",
  ]

  /// Words that have a number before them.
  private static let unitsBehind: Set<String> = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
    "per", "million", "billion", "years", "year", "months", "month", "days", "day", "hours", "hour", "weeks",
    "countries",
    "States", "members", "votes", "vote", "abstentions", "abstention", "percent", "dollars",
  ]

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

  /// Whether small letters stand on both sides: "Agreement4and".
  private func isInsideWord(_ bytes: [UInt8], _ run: Range<Int>) -> Bool {
    run.upperBound < bytes.count && bytes[run.upperBound].isLower && run.lowerBound >= 3
      && bytes[run.lowerBound - 3..<run.lowerBound].allSatisfy { $0.isLower }
  }

  /// The label before the number of the next item, where the blank is missing: 2 of "2015,233/12".
  private func labelBeforeNumber(_ bytes: [UInt8], _ run: Range<Int>) -> String? {
    guard run.upperBound < bytes.count, bytes[run.upperBound] == UInt8(ascii: "/"), run.lowerBound > 1,
      bytes[run.lowerBound - 1] == UInt8(ascii: ",")
    else { return nil }
    let label = String(due)
    let length = label.utf8.count
    guard labels.contains(due), run.count >= length + 2, bytes[run].starts(with: label.utf8),
      bytes[run.lowerBound + length] != UInt8(ascii: "0")
    else { return nil }
    return label
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
    if before.isUpper { return isDue && takesMarker(bytes, run.lowerBound) }
    if before == UInt8(ascii: "."),
      continuesLower(bytes, run.upperBound) || abbreviates(bytes, run.lowerBound - 1)
    {
      return false
    }
    guard ",.;:\"'".utf8.contains(before), run.lowerBound >= 2 else { return false }
    let word = bytes[run.lowerBound - 2]
    if !word.isDigit { return word != 0x20 }
    if before == UInt8(ascii: ","), run.count < 3 { return true }
    return before != UInt8(ascii: ":") && (before != UInt8(ascii: ".") || isDue)
      && endsInDocumentNumber(bytes, run.lowerBound - 1)
  }

  /// Whether the dot at `dot` belongs to a symbol or an abbreviation: "A/73/L.6/Add.1", "No.1".
  private func abbreviates(_ bytes: [UInt8], _ dot: Int) -> Bool {
    guard dot > 0, bytes[dot - 1].isLetter else { return false }
    var start = dot
    while start > 0, bytes[start - 1] != 0x20 { start -= 1 }
    if bytes[start..<dot].contains(UInt8(ascii: "/")) { return true }
    let word = String(decoding: bytes[start..<dot], as: UTF8.self).lowercased()
    return [
      "no", "nos", "para", "paras", "art", "arts", "vol", "vols", "chap", "sect", "p", "pp", "l", "add",
      "rev", "corr",
    ]
    .contains(word)
  }

  /// Whether a small letter goes on behind the blank at `at`, so that no sentence has ended: "decision 9/CP.19 of".
  private func continuesLower(_ bytes: [UInt8], _ at: Int) -> Bool {
    at + 1 < bytes.count && bytes[at] == 0x20 && bytes[at + 1].isLower
  }

  /// Whether the capitals that end at `end` are an acronym ("UNDP1") or a Roman number ("Protocol I6"), not "CO" of "CO2".
  private func takesMarker(_ bytes: [UInt8], _ end: Int) -> Bool {
    var start = end
    while start > 0, bytes[start - 1].isLetter { start -= 1 }
    if end - start >= 3 { return true }
    return start > 0 && bytes[start - 1] == 0x20
      && RomanNumeral.value(String(decoding: bytes[start..<end], as: UTF8.self)) != nil
  }

  /// Whether the number that ends at `end` is a year or a resolution's: "2015", "72/184" — not the whole part of "10.5".
  private func endsInDocumentNumber(_ bytes: [UInt8], _ end: Int) -> Bool {
    var start = end
    while start > 0, bytes[start - 1].isDigit { start -= 1 }
    if start > 0, bytes[start - 1] == UInt8(ascii: "/") { return true }
    return end - start == 4 && (bytes[start] == UInt8(ascii: "1") || bytes[start] == UInt8(ascii: "2"))
  }

  /// Finds the markers glued to a number — "1998/72" + "11" — among the notes that no marker has led to yet.
  private func liftFromNumbers(_ blocks: inout [Block]) {
    var first: [Int: (text: Int, offset: Int)] = [:]
    for (index, block) in blocks.enumerated() {
      for marker in block.text.markers {
        if let number = Int(marker.label), first[number] == nil { first[number] = (index, marker.offset) }
      }
    }
    for label in labels.sorted() where first[label] == nil {
      let before = labels.filter { $0 < label }.compactMap { first[$0] }.max { $0 < $1 } ?? (0, 0)
      let after =
        labels.filter { $0 > label }.compactMap { first[$0] }.min { $0 < $1 } ?? (blocks.count - 1, Int.max)
      guard before <= after,
        let (index, offset) = gluedNumber(String(label), in: blocks, from: before, to: after)
      else {
        continue
      }
      remove(String(label), at: offset, from: &blocks[index].text)
      first[label] = (index, offset)
    }
  }

  /// The one place between two markers where a document's number ends in the digits of `label`; nil where there are none or several.
  private func gluedNumber(
    _ label: String, in blocks: [Block], from: (text: Int, offset: Int), to: (text: Int, offset: Int)
  ) -> (text: Int, offset: Int)? {
    var found: [(Int, Int)] = []
    for index in from.text...to.text {
      let bytes = blocks[index].text.bytes
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
        if isYear || isNumber || isName(bytes, start..<rest, in: blocks) { found.append((index, rest)) }
      }
    }
    return found.count == 1 ? found[0] : nil
  }

  /// Whether the number and the word before it, as in "Agenda 21", stand together elsewhere, so that further digits are none of it.
  private func isName(_ bytes: [UInt8], _ number: Range<Int>, in blocks: [Block]) -> Bool {
    guard number.lowerBound > 2, bytes[number.lowerBound - 1] == 0x20 else { return false }
    var start = number.lowerBound - 1
    while start > 0, bytes[start - 1].isLetter { start -= 1 }
    guard start < number.lowerBound - 1, bytes[start].isUpper else { return false }
    let name = Array(bytes[start..<number.upperBound])
    return blocks.contains { block in
      [" ", ",", ";", "."].contains { ByteSearch.contains(name + $0.utf8, in: block.text.bytes) }
    }
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
