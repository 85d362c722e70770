/// What follows a number or symbol and belongs to it: its date, its title, the part that is meant.
struct ItemTail {
  /// In tokens: a quotation that is not closed within them is no title.
  static let longestTitle = 200

  var title: Range<Int>?
  var pinpoint: String?
  /// UTF-8 offset where it ends.
  var end: Int
}

extension CitationReading {
  /// The tail of the item at token `index`.
  func tail(behind index: Int) -> ItemTail {
    var tail = ItemTail(end: Int(token(index).end))
    var at = index + 1
    at = skipDate(at, &tail)
    at = title(at, &tail)
    at = skipDate(at, &tail)
    if token(at).kind == .close, token(at + 1).kind == .comma { at += 1 }
    if let (start, last) = part(at), !isWord(last + 1, .of) {
      tail.pinpoint = text.text(Int(token(start).start)..<Int(token(last).end))
      tail.end = Int(token(last).end)
    }
    return tail
  }

  /// "of 5 December 2018", "adopted on 5 December 2018", "(5 December 2018)".
  private func skipDate(_ index: Int, _ tail: inout ItemTail) -> Int {
    var at = index
    while isWord(at, .of) || isWord(at, .on) || isWord(at, .adopted) || token(at).kind == .open { at += 1 }
    guard at - index <= 2, token(at).kind == .day else { return index }
    tail.end = Int(token(at).end)
    if token(at + 1).kind == .close, token(at - 1).kind == .open {
      at += 1
      tail.end = Int(token(at).end)
    }
    return at + 1
  }

  /// “…” behind "entitled", or the words behind "on" up to the next comma, number or clause.
  private func title(_ index: Int, _ tail: inout ItemTail) -> Int {
    var at = index
    if token(at).kind == .comma { at += 1 }
    if isWord(at, .entitled) { at += 1 }
    if token(at).kind == .quoteOpen, at > index {
      var close = at + 1
      let limit = min(tokens.count, at + ItemTail.longestTitle)
      while close < limit, token(close).kind != .quoteClose { close += 1 }
      guard close < limit else { return index }
      tail.title = inside(Int(token(at).end)..<Int(token(close).start))
      tail.end = Int(token(close).end)
      return close + 1
    }
    guard isWord(index, .on), index == at else { return index }
    at += 1
    let start = at
    while at < tokens.count {
      switch token(at).kind {
      case .comma, .semicolon, .colon, .stop, .act, .symbol, .open, .close, .dash: break
      case .word where isHead(at) || isWord(at, .by): break
      default:
        at += 1
        continue
      }
      break
    }
    var last = at - 1
    while isWord(last, .and) || isWord(last, .its) || isWord(last, .or) || token(last).kind == .body {
      last -= 1
    }
    guard last >= start else { return index }
    tail.title = Int(token(start).start)..<Int(token(last).end)
    tail.end = Int(token(last).end)
    return last + 1
  }

  /// The words between quotation marks, without the blanks that French sets inside them.
  private func inside(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, text.bytes[start] == 0x20 { start += 1 }
    while end > start, text.bytes[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }

  /// ", annex", ", paras. 5 and 6", ", chap. IV, sect. A": first and last token.
  func part(_ index: Int) -> (start: Int, last: Int)? {
    guard token(index).kind == .comma, isPart(index + 1) else { return nil }
    var last = index + 1
    var at = last + 1
    while at < tokens.count {
      switch token(at).kind {
      case .digits:
        last = at
        at += 1
      case .word where isPartLabel(at):
        last = at
        at += 1
      case .open where token(at + 2).kind == .close && token(at + 2).end - token(at).start <= 7:
        last = at + 2
        at += 3
      case .dash where token(at + 1).kind == .digits: at += 1
      case .word where isWord(at, .and) && (token(at + 1).kind == .digits || isPartLabel(at + 1)): at += 1
      case .word where isWord(at, .to) && token(at + 1).kind == .digits: at += 1
      case .comma where isPart(at + 1):
        last = at + 1
        at += 2
      case .comma where token(at + 1).kind == .digits || isPartLabel(at + 1): at += 1
      default: return (index + 1, last)
      }
    }
    return (index + 1, last)
  }

  /// "II", "A", "b" behind the name of a part.
  private func isPartLabel(_ index: Int) -> Bool {
    let token = token(index)
    guard token.kind == .word, token.end - token.start <= 6 else { return false }
    let bytes = text.bytes[token.range]
    return bytes.count == 1 || bytes.allSatisfy { "IVXLC".utf8.contains($0) }
  }
}
