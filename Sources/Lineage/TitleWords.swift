/// The words of a title that stay the same when a body takes up an item again: no numbers, no case, no punctuation.
struct TitleWords: Hashable {
  private let words: [Substring]

  init(_ title: String) {
    words = title.lowercased().split { !$0.isLetter && !$0.isNumber }.filter {
      !$0.contains(where: \.isNumber)
    }
  }

  /// Whether one of two titles begins with the other: an item that is renamed usually grows at its end.
  func isKin(of other: TitleWords) -> Bool {
    let (short, long) = words.count < other.words.count ? (words, other.words) : (other.words, words)
    return !short.isEmpty && long.starts(with: short)
  }
}
