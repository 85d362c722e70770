/// A text cut into words, figures and punctuation marks, each with its number and what the grammar says of it.
///
/// The words stand in a `WordMemory`, which whoever holds them keeps alive.
struct Words {
  /// Raw values are the numbers under which punctuation and figures stand in phrases.
  enum Kind: Int32, Sendable {
    case comma = 1, semicolon, colon, stop, open, close, quoteOpen, quoteClose, dash, figure, word
  }

  /// The number of every word that no cue contains.
  static let unknown: Int32 = 0
  /// Numbers below this one stand for punctuation and figures (`Kind`).
  static let firstWord: Int32 = 16

  /// One word or mark: UTF-8 offsets in the text.
  struct Entry {
    /// How a word is written.
    struct Form: OptionSet {
      let rawValue: UInt8

      /// The lowest bit, which is counted with.
      static let capital = Form(rawValue: 1 << 0)
      /// A single letter or a Roman numeral.
      static let numeral = Form(rawValue: 1 << 1)
      /// Letters of ASCII that nothing joins to others.
      static let plain = Form(rawValue: 1 << 2)
      /// With "'s" behind it.
      static let possessive = Form(rawValue: 1 << 3)
    }

    var start: Int32
    var end: Int32
    var number: Int32
    var traits: WordTraits = []
    /// What the leftmost, longest cue that covers it says.
    var classes: CueClass = []
    var kind: Kind
    var form: Form = []
    /// How many words of that cue stand before it and behind it; of cues of more than 256 words, 255 at most.
    var cueBefore: UInt8 = 0
    var cueBehind: UInt8 = 0

    var isCapital: Bool { form.contains(.capital) }
    var isNumeral: Bool { form.contains(.numeral) }
    var isPossessive: Bool { form.contains(.possessive) }
  }

  private let first: UnsafeMutablePointer<Entry>
  let count: Int
  /// What some word is: nothing else need be looked for.
  let traits: WordTraits

  init(first: UnsafeMutablePointer<Entry>, count: Int, traits: WordTraits) {
    self.first = first
    self.count = count
    self.traits = traits
  }

  var entries: UnsafeBufferPointer<Entry> { UnsafeBufferPointer(start: first, count: count) }

  @inline(__always)
  subscript(index: Int) -> Entry {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "no such word")
    return first[index]
  }

  /// The first word from `index` on that has one of these traits or classes; `count` where none does.
  @inline(__always)
  func next(_ index: Int, with traits: WordTraits, or classes: CueClass = []) -> Int {
    precondition(index >= 0, "no such word")
    var at = index
    while at < count, first[at].traits.isDisjoint(with: traits), first[at].classes.isDisjoint(with: classes) {
      at &+= 1
    }
    return at
  }

  /// The words in `range`, or all, that have one of these traits.
  func indices(with traits: WordTraits, in range: Range<Int>? = nil) -> some Sequence<Int> {
    let range = range ?? 0..<count
    return sequence(state: range.lowerBound) { at in
      let found = next(at, with: traits)
      at = found + 1
      return found < range.upperBound ? found : nil
    }
  }

  /// Notes that a cue covers the words in `range`.
  func cover(_ range: Range<Int>, with classes: CueClass) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "no such words")
    for index in range {
      first[index].classes = classes
      first[index].cueBefore = UInt8(clamping: index - range.lowerBound)
      first[index].cueBehind = UInt8(clamping: range.upperBound - 1 - index)
    }
  }

  /// The entry that starts at or behind the UTF-8 offset; `count` where none does.
  ///
  /// - Complexity: O(log words).
  func index(atOrAfter offset: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Int(self[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

// MARK: Columns

extension Words {
  /// What cues say of each word.
  struct Classes {
    let words: Words
    @inline(__always)
    subscript(index: Int) -> CueClass { words[index].classes }
  }

  /// Where the cue that covers each word starts.
  struct CueStarts {
    let words: Words
    @inline(__always)
    subscript(index: Int) -> Int { index - Int(words[index].cueBefore) }
  }

  /// Where the cue that covers each word ends.
  struct CueEnds {
    let words: Words
    @inline(__always)
    subscript(index: Int) -> Int { index + 1 + Int(words[index].cueBehind) }
  }
}
