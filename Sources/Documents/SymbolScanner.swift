/// Finds symbols printed in full — "A/68/98", "S/RES/1373 (2001)", "A/CONF.151/26/Rev.1 (Vol. I)" — in UTF-8 text.
///
///     for found in SymbolScanner.matches(in: bytes) { … bytes[found.range], found.symbols … }
///
/// Blanks and hyphens of every kind are understood; ranges are offsets in the text as given.
public enum SymbolScanner {
  /// A printed symbol: where it stands and what it names.
  public struct Match: Sendable, Equatable {
    public var range: Range<Int>
    /// One, or several for "A/RES/31/6 A and B".
    public var symbols: [Symbol]
  }

  /// Every symbol in `bytes`, in order.
  ///
  /// - Complexity: O(bytes).
  public static func matches(in bytes: [UInt8]) -> [Match] {
    bytes.withUnsafeBufferPointer { buffer in
      let text = SymbolText(buffer)
      var found: [Match] = []
      var at = 0
      while at < text.count {
        guard buffer[at].isUpper else {
          at += 1
          continue
        }
        if isStart(text, at), let match = match(in: text, at: at) {
          found.append(match)
          at = match.range.upperBound
        } else {
          at += 1
          while at < text.count, buffer[at].isLetter { at += 1 }
        }
      }
      return found
    }
  }

  /// The symbol that starts at `start`, nil where none does.
  public static func match(in bytes: [UInt8], at start: Int) -> Match? {
    bytes.withUnsafeBufferPointer { match(in: SymbolText($0), at: start) }
  }

  /// The same in bytes that stand in somebody else's memory.
  public static func match(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Match? {
    match(in: SymbolText(bytes), at: start)
  }

  static func match(in text: SymbolText, at start: Int) -> Match? {
    var grammar = SymbolGrammar(text: text, at: start)
    guard let symbols = grammar.parse() else { return nil }
    return Match(range: start..<grammar.at, symbols: symbols)
  }

  /// A symbol starts where no word, path or number runs into it; in a web address only behind `undocs.org/` or a language.
  private static func isStart(_ text: SymbolText, _ at: Int) -> Bool {
    let before = text[at - 1]
    if before == UInt8(ascii: "/") {
      return ends(text, at, with: "org/") || ends(text, at, with: "/en/") || ends(text, at, with: "/fr/")
        || ends(text, at, with: "/es/") || ends(text, at, with: "/ru/") || ends(text, at, with: "/ar/")
        || ends(text, at, with: "/zh/")
    }
    return !before.isLetter && !before.isDigit && before != UInt8(ascii: ".") && before != UInt8(ascii: "_")
  }

  private static func ends(_ text: SymbolText, _ at: Int, with word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    for index in 0..<length where text[at - length + index] != word.utf8Start[index] { return false }
    return true
  }
}
