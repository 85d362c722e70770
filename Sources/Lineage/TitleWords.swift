/// The words of a title that stay the same when a body takes up an item again: no numbers, no case, no punctuation.
struct TitleWords: Hashable {
  private let words: [String]

  init(_ title: String) {
    var words: [String] = []
    var word = ""
    var hasNumber = false
    for scalar in (title.lowercased() + " ").unicodeScalars {
      if scalar.isNumber {
        hasNumber = true
      } else if scalar.isLetter {
        word.unicodeScalars.append(scalar)
      } else {
        if !word.isEmpty, !hasNumber { words.append(word) }
        word = ""
        hasNumber = false
      }
    }
    self.words = words
  }

  /// Whether one of two titles begins with the other: an item that is renamed usually grows at its end.
  func isKin(of other: TitleWords) -> Bool {
    let (short, long) = words.count < other.words.count ? (words, other.words) : (other.words, words)
    return !short.isEmpty && long.starts(with: short)
  }
}

// Few titles have other letters than English ones, whose properties take long to look up.
extension Unicode.Scalar {
  fileprivate var isNumber: Bool {
    isASCII ? ("0"..."9").contains(self) : properties.numericType != nil
  }

  /// A letter, or an accent that follows one.
  fileprivate var isLetter: Bool {
    isASCII
      ? ("a"..."z").contains(self) || ("A"..."Z").contains(self)
      : properties.isAlphabetic || properties.isGraphemeExtend
  }
}
