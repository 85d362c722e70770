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
    var start: Int32
    var end: Int32
    var number: Int32
    var traits: WordTraits = []
    /// What the leftmost, longest cue that covers it says, and where that starts and ends.
    var classes: CueClass = []
    var cueStart: Int32 = 0
    var cueEnd: Int32 = 0
    var kind: Kind
    var isCapital: Bool
    /// A single letter or a Roman numeral.
    var isNumeral = false
    /// Letters of ASCII that nothing joins to others.
    var isPlain = false
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

  @inline(__always)
  subscript(index: Int) -> Entry {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "no such word")
    return first[index]
  }

  /// Notes that a cue covers the words in `range`.
  func cover(_ range: Range<Int>, with classes: CueClass) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "no such words")
    for index in range {
      first[index].classes = classes
      first[index].cueStart = Int32(range.lowerBound)
      first[index].cueEnd = Int32(range.upperBound)
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
    subscript(index: Int) -> Int32 { words[index].cueStart }
  }

  /// Where the cue that covers each word ends.
  struct CueEnds {
    let words: Words
    @inline(__always)
    subscript(index: Int) -> Int32 { words[index].cueEnd }
  }
}
