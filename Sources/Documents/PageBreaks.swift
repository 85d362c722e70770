/// Where pages end in a text that has lost its form feeds, as text copied from a viewer has: at the lines that are printed around
/// every page, one group of them at each break.
///
///     … continue        the page's last line
///     A/RES/73/6        the running head of the next one
///     18-17962
///     2/5
///     to shape …
enum PageBreaks {
  /// The first lines hold the document's head, where its symbol and job number are no break.
  private static let head = 12
  /// A running head may repeat a title of so many lines between symbol and number.
  private static let longestTitle = 3

  /// The pages of a text; a text with form feeds, or without page numbers, stays as it is.
  ///
  /// - Complexity: O(bytes).
  static func parted(_ pages: [[TextLine]]) -> [[TextLine]] {
    guard pages.count == 1, let lines = pages.first, lines.count > head else { return pages }
    let symbol = PageFurniture.ownSymbol(lines)
    let breaks = groups(lines, symbol)
    guard isNumbered(breaks.compactMap { number(in: lines[$0]) }) else { return pages }
    var parted: [[TextLine]] = []
    var start = 0
    for group in breaks {
      parted.append(Array(lines[start..<group.lowerBound]))
      start = group.upperBound
    }
    if start < lines.count { parted.append(Array(lines[start...])) }
    for page in parted.indices {
      for line in parted[page].indices { parted[page][line].page = page }
    }
    return parted
  }

  /// The groups of lines that are printed around pages: those with a page number, or with the symbol and a job number.
  private static func groups(_ lines: [TextLine], _ symbol: [UInt8]?) -> [Range<Int>] {
    let title = Array(lines[..<head].map(\.bytes).joined(separator: [0x20]))
    var groups: [Range<Int>] = []
    var at = head
    while at < lines.count {
      guard isOwn(lines[at].bytes, symbol) || PageFurniture.isFooting(lines[at].bytes) else {
        at += 1
        continue
      }
      let end = groupEnd(lines, from: at, symbol)
      let group = lines[at..<end]
      let isBreak =
        number(in: group) != nil
        || group.contains { isOwn($0.bytes, symbol) } && group.contains { PageFurniture.isFooting($0.bytes) }
      if isBreak { groups.append(titleStart(lines, before: at, title)..<end) }
      at = end
    }
    return groups
  }

  /// The first line of a repeated title that ends before `index`.
  private static func titleStart(_ lines: [TextLine], before index: Int, _ title: [UInt8]) -> Int {
    var start = index
    while start > head, index - start < longestTitle, lines[start - 1].bytes.count >= 8,
      ByteSearch.contains(lines[start - 1].bytes, in: title)
    {
      start -= 1
    }
    return start
  }

  /// Behind the last line of the group that starts at `start`.
  private static func groupEnd(_ lines: [TextLine], from start: Int, _ symbol: [UInt8]?) -> Int {
    var end = start + 1
    var next = end
    while next < lines.count, next - end <= longestTitle {
      if isOwn(lines[next].bytes, symbol) || PageFurniture.isFooting(lines[next].bytes) {
        end = next + 1
      } else if LineEnd.endsClause(lines[next].bytes) || lines[next].startsLower {
        break
      }
      next += 1
    }
    return end
  }

  /// Whether the line is a running head with the document's own symbol, and no clause that begins with it.
  private static func isOwn(_ line: [UInt8], _ symbol: [UInt8]?) -> Bool {
    guard let symbol, PageFurniture.opens(line, with: symbol) else { return false }
    return line.count == symbol.count || !LineEnd.endsClause(line)
  }

  /// The page number in a group of lines: 2 and 5 in "2/5".
  private static func number(in group: ArraySlice<TextLine>) -> (page: Int, of: Int)? {
    for line in group {
      for word in line.bytes.split(separator: 0x20) {
        if let number = PageFurniture.pageNumber(word) { return number }
      }
    }
    return nil
  }

  /// Whether the numbers count the pages of one text.
  private static func isNumbered(_ numbers: [(page: Int, of: Int)]) -> Bool {
    guard let first = numbers.first else { return false }
    return first.page <= 2 && numbers.allSatisfy { $0.of == first.of }
      && zip(numbers, numbers.dropFirst()).allSatisfy { $0.page < $1.page }
  }
}
