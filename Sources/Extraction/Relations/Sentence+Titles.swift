/// Titles in quotation marks.
extension Sentence {
  /// Whether the phrase at `index` stands among other words in a quoted title: "entitled “Review of X”".
  ///
  /// A quotation that opens the paragraph is no title but a statement's, and one of which the phrase is the beginning names the
  /// document itself.
  ///
  /// - Complexity: O(words of the quotation), which are at most twice `Governed.reach`.
  func isInTitle(_ index: Int) -> Bool {
    let before = max(min(1, index), index - Governed.reach)..<index
    guard let open = before.last(where: isQuotationMark), isMark(open, .quoteOpen),
      phraseStart(from: index, floor: open + 1) > open + 1
    else { return false }
    let behind = index..<min(index + Governed.reach, count)
    return behind.first(where: isQuotationMark).map { isMark($0, .quoteClose) } ?? false
  }

  /// The words of `range` that stand in no quotation.
  func outsideTitles(_ range: Range<Int>) -> [Int] {
    var isQuoted = false
    return range.filter { index in
      if isQuotationMark(index) { isQuoted = isMark(index, .quoteOpen) }
      return !isQuoted
    }
  }

  func isQuotationMark(_ index: Int) -> Bool {
    isMark(index, .quoteOpen) || isMark(index, .quoteClose)
  }
}
