/// The dates that stand with numbers.
extension CitationReading {
  /// The date given with a number, or with the last of the numbers that share it: "77/262 and 77/267 of 30 December 2022".
  ///
  /// - Complexity: O(tokens) for all the numbers of a text: those that one date follows are looked through once.
  mutating func date(ofItemAt index: Int) -> Day? {
    if sharedDate.items.contains(index) { return sharedDate.day }
    let (day, end) = dateAhead(of: index)
    sharedDate = (index..<max(end, index + 1), day)
    return day
  }

  /// The date that nothing but numbers, commas and "and" part from the item at `index`, and where the search for it ended.
  private func dateAhead(of index: Int) -> (day: Day?, end: Int) {
    var at = index + 1
    while at < tokens.count {
      let token = token(at)
      switch token.kind {
      case .day: return (text.days[Int(token.value)], at)
      case .act, .comma: at += 1
      case .open where self.token(at + 1).kind == .day: at += 1
      case .word:
        switch token.word {
        case .and, .or, .adopted: at += 1
        case .of, .on, .in:
          if self.token(at + 1).kind == .day {
            at += 1
          } else if let day = dayBehindBody(at) {
            return (text.days[Int(self.token(day).value)], day)
          } else {
            return (nil, at)
          }
        default: return (nil, at)
        }
      default: return (nil, at)
      }
    }
    return (nil, at)
  }

  /// The date of "of the Human Rights Council of 23 March 2017", where the body stands between a number and its date.
  private func dayBehindBody(_ index: Int) -> Int? {
    var at = index + (isWord(index + 1, .the) ? 2 : 1)
    guard isWord(index, .of), token(at).kind == .body else { return nil }
    at += 1
    if token(at).kind == .comma { at += 1 }
    // "en date du"
    if isWord(at, .in) || isWord(at, .link), isWord(at + 1, .lower) { at += 2 }
    guard isWord(at, .of), token(at + 1).kind == .day else { return nil }
    return at + 1
  }

  /// The date of "1493 of 28 July 2003", for a number that lacks its year.
  func dateRightBehind(_ index: Int) -> Day? {
    guard isWord(index + 1, .of), token(index + 2).kind == .day else { return nil }
    return text.days[Int(token(index + 2).value)]
  }
}
