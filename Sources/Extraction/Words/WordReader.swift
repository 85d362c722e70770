/// Cuts texts into words, one text after the other.
struct WordReader {
  /// In words: memory is asked for so many at once.
  private static let memorySize = 1 << 13

  private let grammar: Grammar
  private(set) var memory: WordMemory
  private let scratch = WordScratch()

  init(_ grammar: Grammar) {
    self.grammar = grammar
    memory = WordMemory(capacity: WordReader.memorySize)
  }

  /// The words of `text`, which stand in `memory`.
  ///
  /// - Parameter readable: how many bytes behind the text may be read.
  /// - Complexity: O(bytes).
  mutating func words(_ text: UnsafeBufferPointer<UInt8>, readable: Int = 0) -> Words {
    // No text has more words than bytes.
    if memory.room < text.count {
      memory = WordMemory(capacity: max(text.count, WordReader.memorySize))
    }
    let grammar = grammar
    let (count, traits) = grammar.words.withLookup { table in
      grammar.senses.withUnsafeBufferPointer { senses in
        withUnsafeTemporaryAllocation(of: WordKey.self, capacity: WordReader.batch) { keys in
          cut(
            text, readable: text.count + readable, to: memory.free, grammar.words, WordSenses(table: table, byNumber: senses, keys: keys))
        }
      }
    }
    return memory.take(count, traits)
  }

  /// So many words are cut before they are looked up, one close behind the other: then memory is asked for several at once.
  private static let batch = 32

  /// Writes the words of `text` to `entries`: how many there are, and what some word of them is.
  private func cut(
    _ text: UnsafeBufferPointer<UInt8>, readable: Int, to entries: UnsafeMutablePointer<Words.Entry>, _ words: WordTable,
    _ senses: WordSenses
  ) -> (count: Int, traits: WordTraits) {
    guard let bytes = text.baseAddress else { return (0, []) }
    var traits: WordTraits = []
    var count = 0
    var known = 0
    var at = 0
    while at < text.count {
      let byte = bytes[at]
      if byte == 0x20 {
        at &+= 1
        continue
      }
      if let key = WordKey(lettersAt: bytes + at, available: text.count &- at, readable: readable &- at),
        at &+ key.length == text.count || !WordScratch.mayJoin(bytes[at &+ key.length])
      {
        let isCapital = byte < 0x61
        let isNumeral = key.length == 1 || isCapital && WordReader.isRoman(bytes + at, key.length)
        (entries + count).initialize(
          to: Words.Entry(
            at, at &+ key.length, .word, count, isCapital: isCapital, isNumeral: isNumeral, isPlain: true))
        senses.keys[count &- known] = key
        at &+= key.length
      } else if let kind = WordScratch.mark(byte) {
        (entries + count).initialize(to: Words.Entry(at, at &+ 1, kind, count))
        senses.keys[count &- known] = .none
        at &+= 1
      } else {
        guard var entry = scratch.scan(text, &at, words) else { continue }
        entry.cueStart = Int32(truncatingIfNeeded: count)
        entry.cueEnd = Int32(truncatingIfNeeded: count &+ 1)
        (entries + count).initialize(to: entry)
        senses.keys[count &- known] = .none
      }
      count &+= 1
      if count &- known == WordReader.batch {
        traits.formUnion(senses.give(to: entries + known, count &- known))
        known = count
      }
    }
    traits.formUnion(senses.give(to: entries + known, count &- known))
    return (count, traits)
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
  /// The word or mark from one offset to another, the `place`th of its text, of which no cue is known yet.
  @inline(__always)
  fileprivate init(
    _ start: Int, _ end: Int, _ kind: Words.Kind, _ place: Int, isCapital: Bool = false,
    isNumeral: Bool = false, isPlain: Bool = false
  ) {
    self.init(
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), number: kind.rawValue,
      cueStart: Int32(truncatingIfNeeded: place), cueEnd: Int32(truncatingIfNeeded: place &+ 1), kind: kind,
      isCapital: isCapital, isNumeral: isNumeral, isPlain: isPlain)
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
