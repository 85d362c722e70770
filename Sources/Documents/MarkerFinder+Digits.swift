/// Markers in plain digits: in brackets, glued to a word or a year, or apart from it by a blank.
extension MarkerFinder {
  /// The label in square brackets behind a word, "[1]", and the offset behind it.
  func bracketedLabel(_ bytes: [UInt8], _ at: Int) -> (label: String, end: Int)? {
    var end = at + 1
    while end < bytes.count, end < at + 4, bytes[end].isDigit { end += 1 }
    guard at > 0, end < bytes.count, bytes[end] == UInt8(ascii: "]") else { return nil }
    let label = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
    guard let value = Int(label), labels.contains(value), value <= due + 2 else { return nil }
    return (label, end + 1)
  }

  /// The label that the digits at `run` are, if they are a marker.
  func gluedLabel(_ bytes: [UInt8], _ run: Range<Int>) -> String? {
    guard run.lowerBound > 0, run.count <= 3, bytes[run.lowerBound] != UInt8(ascii: "0") else { return nil }
    let before = bytes[run.lowerBound - 1]
    guard before != 0x20, before != UInt8(ascii: "/"), before != UInt8(ascii: "-"),
      before != UInt8(ascii: "(")
    else {
      return nil
    }
    let value = bytes[run].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    guard labels.contains(value) else { return nil }
    if !MarkerContext.ends(bytes, run.upperBound) {
      return value == due && MarkerContext.isInsideWord(bytes, run) ? String(value) : nil
    }
    guard !MarkerContext.isCount(bytes, run) else { return nil }
    let isDue = value == due
    guard isDue || value < due || value <= due + 2 else { return nil }
    guard MarkerContext.allows(bytes, run, before: before, isDue: isDue, isRepeat: value < due) else {
      return nil
    }
    return String(value)
  }

  /// The label that stands apart behind a word or mark: "Development, 1 including" — only the next one due, and not where
  /// the word before or behind takes a number of its own.
  func detachedLabel(_ bytes: [UInt8], _ run: Range<Int>) -> String? {
    guard allowsDetached, run.lowerBound > 1, run.count <= 3, bytes[run.lowerBound - 1] == 0x20 else {
      return nil
    }
    let value = bytes[run].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    guard value == due, labels.contains(value), MarkerContext.ends(bytes, run.upperBound) else { return nil }
    guard !MarkerContext.hasUnit(bytes, run.upperBound) else { return nil }
    let before = bytes[run.lowerBound - 2]
    if ",.;:)]\"%".utf8.contains(before) || before >= 0x80 { return String(value) }
    var start = run.lowerBound - 1
    while start > 0, bytes[start - 1] != 0x20 { start -= 1 }
    let word = bytes[start..<run.lowerBound - 1]
    if before.isDigit {
      return MarkerContext.endsInDocumentNumber(bytes, run.lowerBound - 1) ? String(value) : nil
    }
    let lower = String(decoding: word.map { $0.isUpper ? $0 | 0x20 : $0 }, as: UTF8.self)
    return MarkerContext.takesNumber.contains(lower) ? nil : String(value)
  }

  /// The label glued to a year: 3 of "20303" — no number with thousands, which has a comma or a blank in it.
  func labelBehindYear(_ bytes: [UInt8], _ run: Range<Int>) -> String? {
    guard (5...6).contains(run.count), MarkerContext.ends(bytes, run.upperBound), run.lowerBound > 0 else {
      return nil
    }
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

  /// The label before the number of the next item, where the blank is missing: 2 of "2015,233/12".
  func labelBeforeNumber(_ bytes: [UInt8], _ run: Range<Int>) -> String? {
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
}
