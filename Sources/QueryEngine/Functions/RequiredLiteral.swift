/// The longest text that stands in every match of a pattern: what does not hold it is not matched.
///
///     (urges|calls upon) .*infrastructure.*(space|terrorism)   →   infrastructure
struct RequiredLiteral {
  private let text: [UInt8]
  private let ignoresCase: Bool

  /// Shorter ones are found nearly everywhere.
  private static let shortest = 3

  /// nil where no text is sure to stand in every match, or the pattern is of a kind that is not looked into.
  init?(_ pattern: [UInt8], _ options: PatternOptions) {
    if options.isQuoted { return nil }
    var reader = Reader(ignoresCase: options.ignoresCase)
    guard let found = reader.longest(pattern), found.count >= RequiredLiteral.shortest else { return nil }
    ignoresCase = options.ignoresCase
    text = ignoresCase ? found.map(\.lowercased) : found
  }

  /// False where `subject` cannot match.
  func mayBeFound(in subject: UnsafeBufferPointer<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { text in
      ByteSearch.offset(of: text, in: subject, ignoringCase: ignoresCase) != nil
        || ignoresCase && ByteSearch.mayFoldToASCII(subject)
    }
  }

  /// Goes through the pattern outside of its groups and classes, where nothing is optional but what a quantifier says is.
  private struct Reader {
    let ignoresCase: Bool
    private var best: [UInt8] = []
    private var run: [UInt8] = []

    init(ignoresCase: Bool) { self.ignoresCase = ignoresCase }

    mutating func longest(_ pattern: [UInt8]) -> [UInt8]? {
      var place = 0
      while place < pattern.count {
        let byte = pattern[place]
        switch byte {
        case UInt8(ascii: "|"): return nil
        case UInt8(ascii: "("):
          endRun()
          guard let end = Reader.endOfGroup(pattern, place) else { return nil }
          place = end
        case UInt8(ascii: "["):
          endRun()
          guard let end = Reader.endOfClass(pattern, place) else { return nil }
          place = end
        case UInt8(ascii: "\\"):
          place += 1
          guard place < pattern.count else { return nil }
          switch pattern[place] {
          case UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "s"), UInt8(ascii: "S"), UInt8(ascii: "w"),
            UInt8(ascii: "W"), UInt8(ascii: "b"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            endRun()
          case let escaped where escaped.isASCIILetterOrDigit || escaped >= 0x80: return nil
          case let escaped: run.append(escaped)
          }
        case UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "+"): endRun()
        case UInt8(ascii: "*"), UInt8(ascii: "?"): dropLast()
        case UInt8(ascii: "{"):
          dropLast()
          guard let end = pattern[place...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
          place = end
        default:
          // Case beyond ASCII is PCRE2's business.
          if ignoresCase, byte >= 0x80 { endRun() } else { run.append(byte) }
        }
        place += 1
      }
      endRun()
      return best.isEmpty ? nil : best
    }

    private mutating func endRun() {
      if run.count > best.count { best = run }
      run.removeAll(keepingCapacity: true)
    }

    /// Ends the run without its last character, which a quantifier makes optional.
    private mutating func dropLast() {
      while let last = run.popLast(), last & 0xC0 == 0x80 {}
      endRun()
    }

    /// Where the parenthesis is that ends a group; nil for the special groups of PCRE2 but `(?:`.
    private static func endOfGroup(_ pattern: [UInt8], _ start: Int) -> Int? {
      var depth = 0
      var place = start
      while place < pattern.count {
        switch pattern[place] {
        case UInt8(ascii: "("):
          depth += 1
          if place + 1 < pattern.count, pattern[place + 1] == UInt8(ascii: "*") { return nil }
          if place + 1 < pattern.count, pattern[place + 1] == UInt8(ascii: "?"),
            place + 2 >= pattern.count || pattern[place + 2] != UInt8(ascii: ":")
          {
            return nil
          }
        case UInt8(ascii: ")"):
          depth -= 1
          if depth == 0 { return place }
        case UInt8(ascii: "\\"):
          place += 1
          // \Q quotes what follows.
          if place < pattern.count, pattern[place] == UInt8(ascii: "Q") { return nil }
        case UInt8(ascii: "["):
          guard let end = endOfClass(pattern, place) else { return nil }
          place = end
        default: break
        }
        place += 1
      }
      return nil
    }

    /// Where the bracket is that ends a class; nil for a class within a class and a named one.
    private static func endOfClass(_ pattern: [UInt8], _ start: Int) -> Int? {
      var place = start + 1
      if place < pattern.count, pattern[place] == UInt8(ascii: "^") { place += 1 }
      // In front a closing bracket is a character of the class.
      if place < pattern.count, pattern[place] == UInt8(ascii: "]") { return nil }
      while place < pattern.count {
        switch pattern[place] {
        case UInt8(ascii: "]"): return place
        case UInt8(ascii: "["): return nil
        case UInt8(ascii: "\\"):
          place += 1
          if place < pattern.count, pattern[place] == UInt8(ascii: "Q") { return nil }
        default: break
        }
        place += 1
      }
      return nil
    }
  }
}

extension UInt8 {
  fileprivate var isASCIILetterOrDigit: Bool { lowercased &- 97 < 26 || self &- 48 < 10 }
}
