/// A word list made ready for lookups: words hashed, bodies by their first byte.
///
/// - Complexity: a lookup is O(length of the word).
struct Lexicon: Sendable {
  struct BodyName: Sendable {
    var bytes: [UInt8]
    var body: Body
  }

  /// Longest first for each first byte.
  private(set) var bodies: [BodyName] = []
  private var bodiesFrom: [Range<Int>]
  private var slots: [Slot]
  private var spellings: [UInt8] = []
  private let mask: Int

  private struct Slot: Sendable {
    var start: Int32 = 0
    var length: Int32 = 0
    var word: Word = .lower
    /// Months count from 1; 0 for other words.
    var month: UInt8 = 0
    var abbreviation = false
  }

  /// What a word is to the search.
  struct Entry {
    var word: Word
    var month: Int
    /// Whether a full stop behind it ends no sentence.
    var isAbbreviation: Bool
  }

  private static let english = Lexicon(.english)
  private static let french = Lexicon(.french, fusesArticles: true)
  private static let spanish = Lexicon(.spanish, fusesArticles: true)
  private static let russian = Lexicon(.russian)
  private static let arabic = Lexicon(.arabic, script: .arabic)
  private static let chinese = Lexicon(.chinese, script: .chinese)

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

  /// The lexicon of a BCP 47 language tag; English where the language has none.
  static func of(_ language: String) -> Lexicon {
    switch language.prefix(2) {
    case "fr": french
    case "es": spanish
    case "ru": russian
    case "ar": arabic
    case "zh": chinese
    default: english
    }
  }

  init(_ list: WordList, script: Script = .spaced, fusesArticles: Bool = false) {
    self.script = script
    self.fusesArticles = fusesArticles
    mask = 1023
    slots = Array(repeating: Slot(), count: mask + 1)
    bodiesFrom = Array(repeating: 0..<0, count: 256)
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
    for spelling in list.abbreviations.split(separator: " ") { insert(spelling) { $0.abbreviation = true } }
    for (name, spellings) in WordList.rows(list.bodies) {
      for spelling in spellings.split(separator: ";") {
        bodies.append(BodyName(bytes: Array(spelling.drop { $0 == " " }.utf8), body: Body(String(name))))
      }
    }
    bodies.sort { ($0.bytes[0], -$0.bytes.count) < ($1.bytes[0], -$1.bytes.count) }
    for index in bodies.indices {
      let first = Int(bodies[index].bytes[0])
      let start = bodiesFrom[first].isEmpty ? index : bodiesFrom[first].lowerBound
      bodiesFrom[first] = start..<index + 1
    }
  }

  /// The word that stands in `range`, read without regard to case; nil where the list has none.
  func entry(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Entry? {
    var index = Lexicon.hash(text, range) & mask
    while slots[index].length > 0 {
      let slot = slots[index]
      if Int(slot.length) == range.count, matches(slot, text, range) {
        return Entry(word: slot.word, month: Int(slot.month), isAbbreviation: slot.abbreviation)
      }
      index = (index + 1) & mask
    }
    return nil
  }

  /// The longest body name that starts at `start` and ends at a word's end, where words have one: its index and length in bytes.
  func body(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> (index: Int, length: Int)? {
    for index in bodiesFrom[Int(text[start])] {
      let name = bodies[index].bytes
      let end = start + name.count
      let isWhole = script == .chinese || end >= text.count || !Lexicon.isWordByte(text[end])
      guard end <= text.count, isWhole else { continue }
      var same = true
      for offset in 0..<name.count where text[start + offset] != name[offset] {
        same = false
        break
      }
      if same { return (index, name.count) }
    }
    return nil
  }

  /// Letters, digits, and every byte of a letter beyond ASCII; quotation marks and dashes (E2 80 …) are none.
  static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte &- 0xC3 < 0x1F || byte &- 0x80 < 0x40
  }

  private mutating func insert(_ spelling: Substring, _ change: (inout Slot) -> Void) {
    let bytes = Array(spelling.utf8)
    bytes.withUnsafeBufferPointer { buffer in
      var index = Lexicon.hash(buffer, 0..<buffer.count) & mask
      while slots[index].length > 0 {
        if Int(slots[index].length) == buffer.count, matches(slots[index], buffer, 0..<buffer.count) {
          change(&slots[index])
          return
        }
        index = (index + 1) & mask
      }
      slots[index] = Slot(start: Int32(spellings.count), length: Int32(buffer.count))
      spellings += buffer
      change(&slots[index])
    }
  }

  private func matches(_ slot: Slot, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let start = Int(slot.start)
    for offset in 0..<range.count
    where Lexicon.lowered(text[range.lowerBound + offset]) != spellings[start + offset] {
      return false
    }
    return true
  }

  private static func hash(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for index in range { hash = (hash ^ UInt32(lowered(text[index]))) &* 16_777_619 }
    return Int(hash ^ hash >> 15)
  }

  private static func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
