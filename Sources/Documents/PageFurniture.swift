@preconcurrency import Glibc

/// Tells what a page prints around its text: running heads, page numbers, job numbers.
struct PageFurniture {
  private let symbol: [UInt8]?
  private let firstPage: [UInt8]
  private let repeated: Set<[UInt8]>

  init(_ pages: [[TextLine]]) {
    symbol = PageFurniture.ownSymbol(pages.first ?? [])
    firstPage = PageFurniture.joined(pages.first ?? [])
    var counts: [[UInt8]: Int] = [:]
    for page in pages.dropFirst() {
      if let line = page.first { counts[PageFurniture.pattern(line.bytes), default: 0] += 1 }
    }
    repeated = Set(counts.filter { $0.value >= 2 && $0.key.count < 120 }.keys)
  }

  /// The lines of a page's text, with what is printed around it left out.
  func body(of page: [TextLine], isFirst: Bool) -> [TextLine] {
    var lines = page
    if !isFirst { dropHeads(&lines) }
    let count = lines.count
    return lines.indices.filter { index in
      let atEdge = index < 3 || index >= count - 8
      return !(atEdge && PageFurniture.isFooting(lines[index].bytes))
    }.map { lines[$0] }
  }

  /// Takes the groups of lines off the top that bear the symbol, repeat the title or recur on every page.
  private func dropHeads(_ lines: inout [TextLine]) {
    let blank = lines.first?.blankBefore ?? false
    var dropped = false
    for _ in 0..<3 {
      var end = min(1, lines.count)
      while end < lines.count, !lines[end].blankBefore, end < 5 { end += 1 }
      let group = Array(lines[..<end])
      if group.isEmpty || group.count > 4 {
        guard let first = group.first, isHead([first]) else { break }
        lines.removeFirst()
      } else if isHead(group) {
        lines.removeFirst(end)
      } else {
        break
      }
      dropped = true
    }
    if dropped, !lines.isEmpty { lines[0].blankBefore = blank }
  }

  private func isHead(_ group: [TextLine]) -> Bool {
    let text = PageFurniture.joined(group)
    if group.allSatisfy({ PageFurniture.isFooting($0.bytes) }) { return true }
    if repeated.contains(PageFurniture.pattern(group[0].bytes)), group.count == 1 { return true }
    if let symbol {
      for line in group {
        let bytes = line.bytes
        if PageFurniture.opens(bytes, with: symbol) { return true }
        if bytes.count > symbol.count, bytes.suffix(symbol.count).elementsEqual(symbol),
          bytes[bytes.count - symbol.count - 1] == 0x20, !LineEnd.endsClause(bytes),
          group.count > 1 || bytes.count < 100
        {
          return true
        }
      }
    }
    return text.count >= 20 && !LineEnd.endsClause(text) && ByteSearch.contains(text, in: firstPage)
  }

  /// Whether a short line opens with the symbol, as a running head does, with numbers or the title behind it.
  static func opens(_ line: [UInt8], with symbol: [UInt8]) -> Bool {
    line.starts(with: symbol) && line.count < symbol.count + 100
      && (line.count == symbol.count || line[symbol.count] == 0x20)
  }

  /// Page and job numbers: "2/5", "18-17962 (E)", "*1817962*", "021118".
  static func isFooting(_ bytes: [UInt8]) -> Bool {
    guard bytes.count < 60 else { return false }
    var telling = false
    for word in bytes.split(separator: 0x20) {
      if pageNumber(word) != nil || isJobNumber(word) || isBarCode(word) {
        telling = true
      } else if word.count == 6 && word.allSatisfy({ $0.isDigit }) {
        if bytes.count == 6 { telling = true }
      } else if !["(E)", "(F)", "(S)", "(R)", "Please", "recycle", "♲", "Page"].contains(where: {
        word.elementsEqual($0.utf8)
      }) {
        return false
      }
    }
    return telling || bytes.starts(with: "Please recycle".utf8)
  }

  /// 2 and 5 in "2/5".
  static func pageNumber(_ word: ArraySlice<UInt8>) -> (page: Int, of: Int)? {
    let parts = word.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ (1...3).contains($0.count) && $0.allSatisfy { $0.isDigit } })
    else { return nil }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    return numbers[0] >= 1 && numbers[0] <= numbers[1] ? (numbers[0], numbers[1]) : nil
  }

  /// "18-17962".
  private static func isJobNumber(_ word: ArraySlice<UInt8>) -> Bool {
    word.count == 8 && word[word.startIndex + 2] == UInt8(ascii: "-")
      && word.enumerated().allSatisfy { $0.offset == 2 || $0.element.isDigit }
  }

  /// "*1817962*".
  private static func isBarCode(_ word: ArraySlice<UInt8>) -> Bool {
    word.count > 6 && word.first == UInt8(ascii: "*") && word.last == UInt8(ascii: "*")
      && word.dropFirst().dropLast().allSatisfy { $0.isDigit }
  }

  /// The symbol at the edge of one of the first lines.
  static func ownSymbol(_ page: [TextLine]) -> [UInt8]? {
    for line in page.prefix(12) {
      for match in SymbolScanner.matches(in: line.bytes) {
        let isEdge = match.range.lowerBound == 0 || match.range.upperBound == line.bytes.count
        if isEdge { return Array(line.bytes[match.range]) }
      }
    }
    return nil
  }

  private static func joined(_ lines: [TextLine]) -> [UInt8] {
    Array(lines.map(\.bytes).joined(separator: [0x20]))
  }

  /// The line with its digits made equal.
  private static func pattern(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { $0.isDigit ? UInt8(ascii: "0") : $0 }
  }
}

/// Looks for bytes in bytes.
enum ByteSearch {
  /// - Complexity: O(text) in practice; the first byte is rare enough.
  static func contains(_ needle: [UInt8], in text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { offset(of: needle, in: $0) != nil }
  }

  /// Whether one of the bytes of `marks` follows `needle` somewhere.
  static func contains(_ needle: [UInt8], in text: [UInt8], before marks: String) -> Bool {
    text.withUnsafeBufferPointer { text in
      var rest = text
      while let start = offset(of: needle, in: rest) {
        let end = start + needle.count
        if end < rest.count, marks.utf8.contains(rest[end]) { return true }
        rest = UnsafeBufferPointer(rebasing: rest[(start + 1)...])
      }
      return false
    }
  }

  /// Where `needle`, which is not empty, first stands; nil where it does not.
  private static func offset(of needle: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = text.baseAddress, let first = needle.first else { return nil }
    var at = 0
    while at + needle.count <= text.count,
      let found = memchr(base + at, Int32(first), text.count - needle.count - at + 1)
    {
      at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if memcmp(base + at, needle, needle.count) == 0 { return at }
      at += 1
    }
    return nil
  }
}
