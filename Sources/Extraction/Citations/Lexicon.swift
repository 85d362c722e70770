import Documents

/// A language's word list made ready for lookups: words by their numbers, bodies by their first byte.
///
/// - Complexity: a lookup is O(length of the word).
final class Lexicon: Sendable {
  struct BodyName: Sendable {
    var bytes: [UInt8]
    var body: Body
    /// Whether numbers that name no body may be its because it was named before.
    var isRemembered: Bool {
      switch body {
      case .organ(.humanRightsCouncil), .named: true
      default: false
      }
    }
  }

  /// Longest first for each first byte.
  let bodies: [BodyName]
  private let bodiesFrom: [Range<Int>]
  /// By the word's number; words with larger numbers are in no list of this language.
  private let entries: [Entry]
  let openers: Openers
  /// By twice the number of a word or mark, and one more with a capital.
  private let plain: [PlainToken]

  /// What a plain word or a mark is as a token.
  struct PlainToken: Sendable {
    var kind = Token.Kind.word
    var word = Word.lower
    /// 1 for an abbreviation.
    var value: UInt8 = 0
    var contents: TokenizedText.Contents = []
  }

  /// What a word is to the search; by default, what the list has not.
  struct Entry: Sendable {
    var word = Word.lower
    /// Months count from 1; 0 for other words.
    var month: UInt8 = 0
    /// Whether a full stop behind it ends no sentence.
    var isAbbreviation = false
  }

  /// How a language is written, as far as cutting it into tokens differs.
  enum Script: Sendable {
    /// Words between blanks, punctuation in ASCII.
    case spaced
    /// Words between blanks, punctuation of its own.
    case arabic
    /// Words that nothing parts, punctuation of its own.
    case chinese
  }

  let script: Script
  /// Whether "of the" is one word: "du", "del".
  let fusesArticles: Bool

  /// - Parameter table: what numbers words in all languages; it learns this one's.
  init(
    _ list: WordList, learning table: inout WordTable, script: Script = .spaced, fusesArticles: Bool = false
  ) {
    self.script = script
    self.fusesArticles = fusesArticles
    var entries: [Entry] = []
    func insert(_ spelling: Substring, _ change: (inout Entry) -> Void) {
      let number = Int(Array(spelling.utf8).withUnsafeBufferPointer { Words.number(table.insert($0)) })
      if number >= entries.count {
        entries += [Entry](repeating: Entry(), count: number + 1 - entries.count)
      }
      change(&entries[number])
    }
    for (name, spellings) in WordList.rows(list.words) {
      guard let word = Word(rawValue: String(name)) else { continue }
      for spelling in spellings.split(separator: " ") { insert(spelling) { $0.word = word } }
    }
    for (index, month) in list.months.split(separator: " ").enumerated() {
      insert(month) {
        $0.word = .month
        $0.month = UInt8(index + 1)
      }
    }
    for spelling in list.abbreviations.split(separator: " ") { insert(spelling) { $0.isAbbreviation = true } }
    self.entries = entries
    plain = Lexicon.plainTokens(entries)
    var bodies: [BodyName] = []
    for (name, spellings) in WordList.rows(list.bodies) {
      for spelling in spellings.split(separator: ";") {
        bodies.append(BodyName(bytes: Array(spelling.drop { $0 == " " }.utf8), body: Body(String(name))))
      }
    }
    bodies.sort { ($0.bytes[0], -$0.bytes.count) < ($1.bytes[0], -$1.bytes.count) }
    var bodiesFrom = Array(repeating: 0..<0, count: 256)
    for index in bodies.indices {
      let first = Int(bodies[index].bytes[0])
      let start = bodiesFrom[first].isEmpty ? index : bodiesFrom[first].lowerBound
      bodiesFrom[first] = start..<index + 1
    }
    self.bodies = bodies
    self.bodiesFrom = bodiesFrom
    var openers = Openers()
    for (name, spellings) in WordList.rows(list.words) {
      switch Word(rawValue: String(name)) {
      case .chapter, .sales:
        for spelling in spellings.split(separator: " ") { openers.insert(spelling.utf8, capitalOnly: false) }
      case .bodyNoun:
        for spelling in spellings.split(separator: " ") { openers.insert(spelling.utf8, capitalOnly: true) }
      default: break
      }
    }
    for body in bodies where body.isRemembered { openers.insert(body.bytes, capitalOnly: true) }
    self.openers = openers
  }

  /// What the word of a number in `Words` is; that of any other word where the list has it not.
  @inline(__always)
  func entry(_ number: Int32) -> Entry { Int(number) < entries.count ? entries[Int(number)] : Entry() }

  /// What a plain word or a mark is as a token, but for an initial.
  @inline(__always)
  func plain(_ word: Words.Entry) -> PlainToken {
    let capital = Int(word.form.intersection(.capital).rawValue)
    let place = 2 &* Int(word.number) &+ capital
    // What the list has not is what an unknown word is.
    return plain[place < plain.count ? place : capital]
  }

  private static func plainTokens(_ entries: [Entry]) -> [PlainToken] {
    // Marks have their places even in a list without words.
    let rest = max(0, Int(Words.firstWord) - entries.count)
    return (entries + repeatElement(Entry(), count: rest)).enumerated().flatMap { number, entry in
      [false, true].map { capital in
        let (word, contents) = TokenizedText.word(entry.word, capital: capital)
        var kind = Token.Kind.word
        switch Words.Kind(rawValue: Int32(number)) {
        case .comma: kind = .comma
        case .semicolon: kind = .semicolon
        case .colon: kind = .colon
        case .open: kind = .open
        case .close: kind = .close
        default: break
        }
        return PlainToken(kind: kind, word: word, value: entry.isAbbreviation ? 1 : 0, contents: contents)
      }
    }
  }

  /// The word of at most sixteen bytes that has this key.
  @inline(__always)
  func entry(_ key: WordKey) -> Entry { entry(Words.number(Lexicons.shared.words[key])) }

  /// The word that stands in `range`, read without regard to case.
  func entry(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Entry {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: range.count) { lowered in
      for offset in 0..<range.count {
        let byte = text[range.lowerBound + offset]
        lowered.initializeElement(at: offset, to: byte &- 0x41 < 26 ? byte | 0x20 : byte)
      }
      return entry(Words.number(Lexicons.shared.words[UnsafeBufferPointer(lowered)]))
    }
  }

  /// The longest body name that starts at `start` and ends at a word's end, where words have one: its index and length in bytes.
  func body(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> (index: Int, length: Int)? {
    for index in bodiesFrom[Int(text[start])] {
      let length = bodies[index].bytes.count
      let end = start + length
      guard end <= text.count,
        bodies[index].bytes.withUnsafeBufferPointer({ stands($0, in: text, at: start) }),
        script == .chinese || end == text.count || !Lexicon.isWordByte(text[end])
      else { continue }
      return (index, length)
    }
    return nil
  }

  /// - Precondition: the text is long enough.
  @inline(__always)
  private func stands(_ name: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, at start: Int)
    -> Bool
  {
    for offset in 1..<max(1, name.count) where text[start + offset] != name[offset] { return false }
    return true
  }

  /// Letters, digits, and every byte of a letter beyond ASCII; quotation marks and dashes (E2 80 …) are none.
  static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte &- 0xC3 < 0x1F || byte &- 0x80 < 0x40
  }
}
