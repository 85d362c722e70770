/// Cuts texts into words, one text after the other.
struct WordReader {
  /// In words: memory is asked for so many at once.
  private static let memorySize = 1 << 13

  private let grammar: Grammar
  private(set) var memory: WordMemory
  private var scratch = WordScratch()

  init(_ grammar: Grammar) {
    self.grammar = grammar
    memory = WordMemory(capacity: WordReader.memorySize)
  }

  /// The words of `text`, which stand in `memory`.
  ///
  /// - Complexity: O(bytes).
  mutating func words(_ text: UnsafeBufferPointer<UInt8>) -> Words {
    // No text has more words than bytes.
    if memory.room < text.count {
      memory = WordMemory(capacity: max(text.count, WordReader.memorySize))
    }
    guard let bytes = text.baseAddress else { return memory.take(0, []) }
    let entries = memory.free
    var traits: WordTraits = []
    var count = 0
    var at = 0
    while at < text.count {
      let byte = bytes[at]
      if byte == 0x20 {
        at += 1
        continue
      }
      var entry: Words.Entry
      if let key = WordKey(lettersAt: bytes + at, available: text.count - at),
        !WordScratch.mayJoin(bytes[at + key.length])
      {
        let isCapital = byte < 0x61
        entry = Words.Entry(
          start: Int32(at), end: Int32(at + key.length), number: grammar.number(of: key), kind: .word,
          isCapital: isCapital,
          isNumeral: key.length == 1 || isCapital && WordReader.isRoman(bytes + at, key.length))
        at += key.length
      } else {
        guard let found = scratch.scan(text, &at, grammar.words) else { continue }
        entry = found
      }
      if entry.number != Words.unknown {
        entry.traits = grammar.traits(of: entry.number)
        traits.formUnion(entry.traits)
      }
      entry.cueStart = Int32(count)
      entry.cueEnd = Int32(count + 1)
      (entries + count).initialize(to: entry)
      count += 1
    }
    return memory.take(count, traits)
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

extension Words {
  /// The numbers of the words of a cue, which `table` learns.
  static func numbers(of cue: String, learning table: inout WordTable) -> [Int32] {
    var numbers: [Int32] = []
    var cue = cue
    cue.withUTF8 { text in
      var scratch = WordScratch()
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
