/// Words that text extraction from PDF has pulled apart — "with rega rd to" — made whole where that is safe.
///
/// Two pieces are one word where the document has that word elsewhere in one piece, and one of the pieces stands nowhere else.
struct SplitWords {
  /// How often each word stands in the document, in small letters.
  private var counts: [[UInt8]: Int] = [:]

  /// First and second halves of compounds: words by themselves, however rare in a document.
  private static let words = Set(
    [
      "any", "every", "some", "with", "in", "on", "out", "over", "under", "up", "down", "for", "there",
      "where", "here",
      "may", "be", "how", "ever", "what", "who", "self", "one", "time", "times", "way", "thing", "more",
      "work", "side",
      "hand", "back", "land", "man", "men", "sea", "never", "less", "further", "after", "fore", "wide",
      "long", "term",
    ].map { Array($0.utf8) })

  /// - Complexity: O(bytes).
  init(_ texts: [[UInt8]]) {
    for text in texts {
      SplitWords.forEachWord(text) { counts[text[$0].map { $0 | 0x20 }, default: 0] += 1 }
    }
  }

  /// The text with its split words joined.
  func joined(_ text: [UInt8]) -> [UInt8] {
    var joints: [Int] = []
    var previous: Range<Int>?
    SplitWords.forEachWord(text) { word in
      if let first = previous, word.lowerBound == first.upperBound + 1, text[first.upperBound] == 0x20,
        isOne(text[first], text[word])
      {
        joints.append(first.upperBound)
        previous = nil
      } else {
        previous = word
      }
    }
    if joints.isEmpty { return text }
    var out = text
    for joint in joints.reversed() { out.remove(at: joint) }
    return out
  }

  /// What is never a word by itself but often the last part of one.
  private static let endings = Set(
    [
      "ing", "ings", "tion", "tions", "sion", "sions", "ance", "ence", "ment", "ments", "ity", "ities",
      "ness", "ism",
      "sary", "tary", "manent", "lished", "tencing", "tive", "tives", "ber", "eenth", "ally", "ious", "able",
    ].map { Array($0.utf8) })

  /// Whether `line` goes on with the word that a hyphen breaks at the end of `text`: "resolu-" + "tion", not "open-" + "ended".
  ///
  /// It does where the rest is an ending, or where the text has the word in one piece elsewhere and not its first piece.
  /// - Complexity: O(length of the word).
  func isOneWord(_ text: [UInt8], _ line: [UInt8]) -> Bool {
    guard text.last == UInt8(ascii: "-"), line.first?.isLower == true else { return false }
    var start = text.count - 1
    while start > 0, text[start - 1].isLetter { start -= 1 }
    let first = text[start..<text.count - 1].map { $0 | 0x20 }
    let rest = Array(line.prefix { $0.isLetter })
    guard first.count > 1, start == 0 || text[start - 1] == 0x20 else { return false }
    return SplitWords.endings.contains(rest) || counts[first + rest] != nil && counts[first] == nil
  }

  private func isOne(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Bool {
    guard first.count + second.count >= 5, second.allSatisfy({ $0.isLower }),
      first.dropFirst().allSatisfy({ $0.isLower })
    else { return false }
    let pieces = [first.map { $0 | 0x20 }, Array(second)]
    guard counts[pieces[0] + pieces[1]] != nil else { return false }
    return pieces.contains { counts[$0] == 1 && !SplitWords.words.contains($0) }
  }

  /// The runs of ASCII letters that no digit, hyphen or other letter touches.
  private static func forEachWord(_ text: [UInt8], _ body: (Range<Int>) -> Void) {
    var at = 0
    while at < text.count {
      guard text[at].isLetter else {
        at += 1
        continue
      }
      let start = at
      while at < text.count, text[at].isLetter { at += 1 }
      let isBound = { (byte: UInt8) in
        byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
      }
      if start > 0, isBound(text[start - 1]) { continue }
      if at < text.count, isBound(text[at]) { continue }
      body(start..<at)
    }
  }
}
