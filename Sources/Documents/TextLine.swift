import Glibc

/// A printed line of a plain text: its words normalized, and what the layout tells.
struct TextLine {
  var bytes: [UInt8]
  /// Blanks before the first word.
  var indent = 0
  /// Whether an empty line stands before it, page breaks apart.
  var blankBefore = false
  /// Whether it is the first of its page's body.
  var startsPage = false
  var page = 0
  /// Its part in the header, where it stands in one.
  var role = Role.text
  /// Offsets where a further column starts behind a wide gap; of the first lines only.
  var columns: [Int] = []

  enum Role {
    case text
    case startsHeader
    case continuesHeader
  }

  /// The pages of a text, parted at form feeds; a page that ends in an empty line says so by the next one's `blankBefore`.
  static func pages(_ text: [UInt8]) -> [[TextLine]] {
    var pages: [[TextLine]] = [[]]
    var blank = false
    /// Whether the empty line to come is but the line break behind a form feed.
    var isBreak = false
    var start = 0
    func add(_ end: Int) {
      var end = end
      if end > start, text[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      var indent = 0
      while start + indent < end, text[start + indent] == 0x20 || text[start + indent] == 0x09 { indent += 1 }
      let bytes = RunningText(text[start..<end]).bytes
      if bytes.isEmpty {
        if !isBreak { blank = true }
        isBreak = false
        return
      }
      var line = TextLine(bytes: bytes, indent: indent, blankBefore: blank, page: pages.count - 1)
      if pages.count == 1, pages[0].count < 60 { line.columns = columns(text[(start + indent)..<end]) }
      pages[pages.count - 1].append(line)
      blank = false
      isBreak = false
    }
    var line = place(of: 0x0A, in: text, from: 0)
    var page = place(of: 0x0C, in: text, from: 0)
    while min(line, page) < text.count {
      if line < page {
        add(line)
        start = line + 1
        line = place(of: 0x0A, in: text, from: start)
      } else {
        if start < page { add(page) }
        pages.append([])
        start = page + 1
        if start < text.count, text[start] == UInt8(ascii: "\n") { isBreak = true }
        page = place(of: 0x0C, in: text, from: start)
      }
    }
    if start < text.count { add(text.count) }
    return pages
  }

  /// The first place of `byte` from `start` on; the end of the text where it stands nowhere.
  private static func place(of byte: Int32, in text: [UInt8], from start: Int) -> Int {
    text.withUnsafeBytes { text in
      guard start < text.count, let first = text.baseAddress,
        let found = memchr(first + start, byte, text.count - start)
      else { return text.count }
      return first.distance(to: found)
    }
  }

  /// Where columns start in the normalized line: behind each run of four blanks and more.
  private static func columns(_ raw: ArraySlice<UInt8>) -> [Int] {
    var columns: [Int] = []
    var blanks = 0
    for at in raw.indices {
      if raw[at] == 0x20 {
        blanks += 1
      } else {
        if blanks >= 4 { columns.append(RunningText(raw[raw.startIndex..<at]).bytes.count + 1) }
        blanks = 0
      }
    }
    return columns
  }

  /// Whether nothing but a rule of underscores or dashes is printed.
  var isRule: Bool {
    bytes.count >= 8 && bytes.allSatisfy { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || $0 == 0x20 }
  }

  /// Whether it ends as a paragraph, a clause or an item does, a footnote marker behind the mark left aside.
  var endsClause: Bool { LineEnd.endsClause(bytes) }

  var startsLower: Bool { bytes.first?.isLower ?? false }
}

/// How a line ends.
enum LineEnd {
  static func endsClause(_ bytes: [UInt8]) -> Bool {
    var end = bytes.count
    while end > 0, bytes[end - 1].isDigit { end -= 1 }
    if end < bytes.count, bytes.count - end <= 3, end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    while end >= 2, let length = superscriptLength(bytes, end) { end -= length }
    if end == 0 { return false }
    let last = bytes[end - 1]
    if end == bytes.count || ",;.:".utf8.contains(last), ",;.:!?".utf8.contains(last) { return true }
    if last == UInt8(ascii: "]") { return true }
    if end >= 4, bytes[..<end].suffix(3).elementsEqual("”".utf8) {
      return ",;.:!?".utf8.contains(bytes[end - 4])
    }
    for word in ["; and", ", and", "; or", ", or", ": and"]
    where bytes.suffix(word.utf8.count).elementsEqual(word.utf8) {
      return true
    }
    return false
  }

  private static func superscriptLength(_ bytes: [UInt8], _ end: Int) -> Int? {
    if Superscript.digit(bytes, end - 2)?.length == 2 { return 2 }
    return end >= 3 && Superscript.digit(bytes, end - 3)?.length == 3 ? 3 : nil
  }
}
