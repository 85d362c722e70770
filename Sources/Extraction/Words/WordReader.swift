/// Cuts texts into words, one text after the other.
struct WordReader {
  /// In words: memory is asked for so many at once.
  private static let memorySize = 1 << 13

  private let words: WordTable
  private let index: WordIndex
  private(set) var memory: WordMemory
  private let scratch = WordScratch()

  init(_ grammar: Grammar) { self.init(grammar.words, grammar.index) }

  /// - Parameter index: that of `words`.
  init(_ words: WordTable, _ index: WordIndex) {
    self.words = words
    self.index = index
    memory = WordMemory(capacity: WordReader.memorySize)
  }

  /// The words of `text`, which stand in `memory`.
  ///
  /// - Complexity: O(bytes).
  mutating func words(_ text: UnsafeBufferPointer<UInt8>) -> Words {
    words(ReadableText(bytes: text, readable: text.count))
  }

  mutating func words(_ text: ReadableText) -> Words {
    let (text, readable) = (text.bytes, text.readable)
    // No text has more words than bytes.
    if memory.room < text.count {
      memory = WordMemory(capacity: max(text.count, WordReader.memorySize))
    }
    let entries = memory.free
    var traits: WordTraits = []
    var count = 0
    var at = 0
    withUnsafeTemporaryAllocation(of: WordKey.self, capacity: WordReader.batch) { keys in
      guard let keys = keys.baseAddress else { return }
      while at < text.count {
        let words = cut(text, readable: readable, from: &at, to: entries + count, keys)
        traits.formUnion(index.give(to: entries + count, keys, words))
        count += words
      }
    }
    return memory.take(count, traits)
  }

  /// So many words are cut before they are looked up, one close behind the other: then memory is asked for several at once.
  private static let batch = 32

  /// Cuts the next words of `text`, a batch at most, and gives their keys; `at` moves behind them.
  ///
  /// - Returns: how many they are.
  @inline(never)
  private func cut(
    _ text: UnsafeBufferPointer<UInt8>, readable: Int, from start: inout Int,
    to entries: UnsafeMutablePointer<Words.Entry>, _ keys: UnsafeMutablePointer<WordKey>
  ) -> Int {
    guard let bytes = text.baseAddress else { return 0 }
    let end = text.count
    var count = 0
    var at = start
    while at < end, count < WordReader.batch {
      let byte = bytes[at]
      if byte == 0x20 {
        at &+= 1
        continue
      }
      if let key = WordKey(lettersAt: bytes + at, available: end &- at, readable: readable &- at),
        at &+ key.length == end || !WordScratch.mayJoin(bytes[at &+ key.length])
      {
        var form = Words.Entry.Form.plain
        if byte < 0x61 {
          form.insert(.capital)
          if WordReader.isRoman(bytes + at, key.length) { form.insert(.numeral) }
        }
        if key.length == 1 { form.insert(.numeral) }
        entries[count].write(at, at &+ key.length, .word, form)
        keys[count] = key
        at &+= key.length
      } else if let kind = WordScratch.mark(byte) {
        entries[count].write(at, at &+ 1, kind, [])
        keys[count] = .none
        at &+= 1
      } else {
        guard let entry = scratch.scan(text, &at, words) else { continue }
        entries[count] = entry
        keys[count] = .none
      }
      count &+= 1
    }
    start = at
    return count
  }

  private static func isRoman(_ word: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    for offset in 0..<length {
      switch word[offset] | 0x20 {
      case UInt8(ascii: "i"), UInt8(ascii: "v"), UInt8(ascii: "x"), UInt8(ascii: "l"), UInt8(ascii: "c"):
        continue
      default: return false
      }
    }
    return true
  }
}

extension Words.Entry {
  /// All but what a plain word's number is and tells.
  @inline(__always)
  fileprivate mutating func write(_ start: Int, _ end: Int, _ kind: Words.Kind, _ form: Form) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    number = kind.rawValue
    traits = []
    self.kind = kind
    self.form = form
    cueBefore = 0
    cueBehind = 0
  }
}

extension Words {
  /// The numbers of the words of a cue, which `table` learns.
  static func numbers(of cue: String, learning table: inout WordTable) -> [Int32] {
    var numbers: [Int32] = []
    var cue = cue
    cue.withUTF8 { text in
      let scratch = WordScratch()
      var at = 0
      while at < text.count {
        let start = at
        guard let entry = scratch.scan(text, &at, table) else { continue }
        if entry.kind == .word {
          numbers.append(Words.number(scratch.learn(&table)))
        } else {
          numbers.append(entry.number)
        }
        assert(at > start)
      }
    }
    return numbers
  }

  /// The number of a word by that in the table of words.
  @inline(__always)
  static func number(_ inTable: Int32) -> Int32 {
    inTable == WordTable.unknown ? unknown : inTable + firstWord - 1
  }
}
