/// Cuts texts into words, one text after the other.
struct WordReader {
  /// In words: memory is asked for so many at once.
  private static let memorySize = 1 << 13

  private let table: WordTable
  private let index: WordIndex
  private(set) var memory: WordMemory
  private let batch = WordBatch()
  private let scratch = WordScratch()

  init(_ grammar: Grammar) { self.init(grammar.words, grammar.index) }

  /// - Parameter index: that of `words`.
  init(_ words: WordTable, _ index: WordIndex) {
    table = words
    self.index = index
    memory = WordMemory(capacity: WordReader.memorySize)
  }

  /// The words of `text`, which stand in `memory`.
  ///
  /// - Complexity: O(bytes).
  mutating func words(_ text: UnsafeBufferPointer<UInt8>) -> Words {
    PaddedText.copying(text) { words($0) }
  }

  mutating func words(_ text: PaddedText) -> Words {
    // No text has more words than bytes.
    if memory.room < text.bytes.count {
      memory = WordMemory(capacity: max(text.bytes.count, WordReader.memorySize))
    }
    let (count, traits) = cut(text, to: memory.free)
    return memory.take(count, traits)
  }

  /// Cuts `text` and gives each word its number and sense.
  ///
  /// Most are plain: letters of ASCII that nothing joins to others, or a mark. They are all read alike, without a branch for what
  /// nobody can foresee, and looked up together; the others are read byte by byte.
  /// - Returns: how many words there are, and what some word of them is.
  @inline(never)
  private func cut(_ text: PaddedText, to entries: UnsafeMutablePointer<Words.Entry>) -> (Int, WordTraits) {
    guard let first = text.bytes.baseAddress else { return (0, []) }
    let (bytes, masks, keys) = (index.bytes.traits, index.masks.byLength, batch.keys)
    var bounds = WordBounds(text)
    var (words, cut, all, done) = (entries, 0, WordTraits(), 0)
    while bounds.readBlock() {
      while let (start, behind) = bounds.next() {
        // A word that was read byte by byte has gone over this one.
        if start < done { continue }
        let its = bytes[Int(first[start])]
        if WordReader.isPlain(its, behind &- start, bytes[Int(first[behind])]) {
          keys[cut] = PlainKey(at: first + start, length: behind &- start, masks)
          var form = WordReader.form(its, behind &- start)
          if WordReader.mayBeRoman(its, bytes[Int(first[start &+ 1])]),
            isRoman(first + start, behind &- start)
          {
            form.insert(.numeral)
          }
          words[cut].open(start, behind, form)
        } else {
          done = start
          guard let word = scratch.scan(text.bytes, &done, table) else { continue }
          keys[cut] = .none
          words[cut] = word
        }
        cut &+= 1
      }
      if cut > WordBatch.capacity - WordBounds.block {
        all.formUnion(index.give(to: words, batch, cut))
        words += cut
        cut = 0
      }
    }
    all.formUnion(index.give(to: words, batch, cut))
    return (words + cut - entries, all)
  }

  /// Whether the letters from a byte on are a word by themselves, or the byte is a mark.
  ///
  /// - Parameter next: what the byte behind them is.
  @inline(__always)
  private static func isPlain(_ its: ByteTraits, _ length: Int, _ next: ByteTraits) -> Bool {
    let joins = next.intersection(.joint).rawValue / (ByteTraits.joint.rawValue / ByteTraits.letter.rawValue)
    let letter = length < PlainKey.limit ? ByteTraits.letter.rawValue & ~joins : 0
    return its.rawValue & (letter | ByteTraits.mark.rawValue) != 0
  }

  /// How a plain word or a mark is written, but for longer Roman numerals.
  @inline(__always)
  private static func form(_ its: ByteTraits, _ length: Int) -> Words.Entry.Form {
    let letter = its.intersection(.letter).rawValue
    let numeral = letter / (ByteTraits.letter.rawValue / Words.Entry.Form.numeral.rawValue)
    return Words.Entry.Form(
      rawValue: letter | its.intersection(.capital).rawValue | (length == 1 ? numeral : 0))
  }

  /// Whether the first two letters are such as Roman numerals have, the first a capital.
  @inline(__always)
  private static func mayBeRoman(_ its: ByteTraits, _ next: ByteTraits) -> Bool {
    let capital =
      its.intersection(.capital).rawValue * (ByteTraits.roman.rawValue / ByteTraits.capital.rawValue)
    return its.rawValue & next.rawValue & capital != 0
  }

  private func isRoman(_ word: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    (0..<length).allSatisfy { index.bytes.traits[Int(word[$0])].contains(.roman) }
  }
}

extension Words.Entry {
  /// Becomes a plain word, all but what its number is and tells.
  @inline(__always)
  fileprivate mutating func open(_ start: Int, _ end: Int, _ form: Form) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
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
