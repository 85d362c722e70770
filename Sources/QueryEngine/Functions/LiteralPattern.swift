/// A pattern without any special character but `^` in front and `$` behind: text to search for as it is.
struct LiteralPattern {
  private let text: [UInt8]
  private let atStart: Bool
  private let atEnd: Bool
  private let ignoresCase: Bool

  /// nil where the pattern has special characters, or where case is to be ignored beyond ASCII.
  init?(_ pattern: [UInt8], _ options: PatternOptions) {
    var body = pattern[...]
    var (atStart, atEnd) = (false, false)
    if !options.isQuoted {
      if !options.multiline {
        if body.first == UInt8(ascii: "^") {
          atStart = true
          body.removeFirst()
        }
        if body.last == UInt8(ascii: "$") {
          atEnd = true
          body.removeLast()
        }
      }
      guard !body.contains(where: LiteralPattern.isSpecial) else { return nil }
    }
    ignoresCase = options.ignoresCase
    if ignoresCase, body.contains(where: { $0 >= 0x80 }) { return nil }
    if ignoresCase, atStart || atEnd { return nil }
    text = ignoresCase ? body.map(\.lowercased) : Array(body)
    self.atStart = atStart
    self.atEnd = atEnd
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "$"):
      true
    default: false
    }
  }

  /// Whether the pattern matches `subject`; nil where only PCRE2 can tell (letters that fold to ASCII ones).
  func isFound(in subject: UnsafeBufferPointer<UInt8>) -> Bool? {
    text.withUnsafeBufferPointer { text in
      if ignoresCase {
        if ByteSearch.offset(of: text, in: subject, ignoringCase: true) != nil { return true }
        return ByteSearch.mayFoldToASCII(subject) ? nil : false
      }
      switch (atStart, atEnd) {
      case (true, true): return subject.equals(text)
      case (true, false): return subject.starts(with: text)
      case (false, true): return subject.ends(with: text)
      case (false, false): return subject.offset(of: text) != nil
      }
    }
  }
}
