/// Tells from all lines of a text where its paragraphs start.
struct PageLayout {
  enum Mode {
    /// Every line is a paragraph.
    case lines
    /// Empty lines part paragraphs.
    case blanks
    /// Lines are wrapped, and empty lines say nothing: indents and words must tell.
    case cues
  }

  let mode: Mode
  private let margins: [Int: Int]
  private let isIndented: Bool
  private let isDoubleSpaced: Bool

  init(_ lines: [TextLine]) {
    var byPage: [Int: [Int: Int]] = [:]
    var longest = 0
    var blanks = 0
    var clauses = 0
    for line in lines {
      byPage[line.page, default: [:]][line.indent, default: 0] += 1
      longest = max(longest, line.bytes.count)
      if line.blankBefore { blanks += 1 }
      if line.endsClause { clauses += 1 }
    }
    margins = byPage.mapValues { counts in
      counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
    }
    let count = max(1, lines.count)
    isDoubleSpaced = blanks * 10 > count * 8 && longest < 130 && clauses * 2 < count && count > 20
    if blanks * 50 < count, longest > 200 {
      mode = .lines
    } else if !isDoubleSpaced, blanks > 0, PageLayout.startBehindBlanks(lines) {
      mode = .blanks
    } else {
      mode = .cues
    }
    let margins = margins
    let deep = lines.filter { $0.indent >= (margins[$0.page] ?? 0) + (blanks * 10 > count * 8 ? 1 : 3) }.count
    isIndented = deep * 20 > count
  }

  /// Whether three of four lines that look like a paragraph's first, or more, stand behind an empty line and not inside a
  /// group of lines.
  private static func startBehindBlanks(_ lines: [TextLine]) -> Bool {
    var inside = 0
    var behindBlank = 0
    for (line, previous) in zip(lines.dropFirst(), lines) where previous.endsClause && !line.startsPage {
      guard looksFirst(line.bytes) else { continue }
      if line.blankBefore { behindBlank += 1 } else { inside += 1 }
    }
    return behindBlank >= inside * 3
  }

  /// Whether words alone make a line a paragraph's first: a number, or a participle with a capital.
  static func looksFirst(_ bytes: [UInt8]) -> Bool {
    if let (label, end) = NumberLabel.match(bytes) {
      if end == bytes.count { return label.readings[0].value < 100 }
      return bytes[end].isUpper || bytes[end] >= 0x80 || bytes[0] == UInt8(ascii: "(")
    }
    return (bytes.first?.isUpper ?? false) && Phrasing.isParticipial(bytes)
  }

  /// Whether `line` starts a paragraph behind `previous`, of which `text` is the paragraph so far.
  func starts(_ line: TextLine, after previous: TextLine, paragraph text: [UInt8]) -> Bool {
    if mode == .lines { return true }
    if let (_, end) = NumberLabel.match(text), end == text.count { return false }
    let runsOn = line.startsLower && !previous.endsClause
    if mode == .blanks {
      return line.blankBefore && !(line.startsPage && runsOn) || NoteLine.opensNext(line.bytes, behind: text)
    }
    if Phrasing.isFormula(line.bytes) || Phrasing.isFormula(text) || Phrasing.isAnnexHeading(text) {
      return true
    }
    if Phrasing.isClosing(line.bytes) || Phrasing.isAnnexHeading(line.bytes) { return previous.endsClause }
    if isHeading(previous), PageLayout.opensNumbered(line.bytes) { return true }
    let depth = line.indent - (margins[line.page] ?? 0)
    if previous.endsClause {
      if NumberLabel.match(line.bytes) == nil, Quotation.isOpen(text) { return false }
      if PageLayout.looksFirst(line.bytes) {
        if NumberLabel.match(line.bytes) == nil, Phrasing.listsOn(text) { return false }
        return !isIndented || depth >= 1 || isUnexpectedlyShort(previous) || !startsWord(line)
      }
      if isIndented, depth >= (isDoubleSpaced ? 1 : 3), !line.startsPage || line.bytes.first?.isUpper == true
      {
        return !line.startsLower
      }
      return line.blankBefore && !isDoubleSpaced && !line.startsPage && !runsOn
    }
    return line.blankBefore && !isDoubleSpaced && !line.startsPage && !runsOn
  }

  /// A short line that nothing ends, in the middle of others: what a heading looks like where its words must tell.
  func isHeading(_ line: TextLine) -> Bool {
    mode == .cues && line.bytes.count < 60 && line.bytes.first?.isUpper == true && !line.endsClause
      && NumberLabel.match(line.bytes) == nil
  }

  /// "11. Welcomes": a number and a capital behind it.
  static func opensNumbered(_ bytes: [UInt8]) -> Bool {
    guard let (label, end) = NumberLabel.match(bytes), end < bytes.count else { return false }
    return label.readings.contains { $0.style == .decimal } && bytes[end].isUpper
  }

  private func startsWord(_ line: TextLine) -> Bool { line.bytes.first?.isLetter ?? false }

  private func isUnexpectedlyShort(_ line: TextLine) -> Bool { line.bytes.count < 50 }
}
