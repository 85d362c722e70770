/// A text cut into words, figures and punctuation marks, each with its number in a `WordIndex`.
struct Words {
  /// Raw values are the numbers under which punctuation and figures stand in phrases.
  enum Kind: Int32, Sendable {
    case comma = 1, semicolon, colon, stop, open, close, quoteOpen, quoteClose, dash, figure, word
  }

  /// One word or mark: UTF-8 offsets in the text.
  struct Entry {
    var start: Int32
    var end: Int32
    var number: Int32
    var kind: Kind
    var isCapital: Bool
    /// A single letter or a Roman numeral.
    var isNumeral = false
  }

  private(set) var entries: [Entry] = []

  var count: Int { entries.count }

  subscript(index: Int) -> Entry { entries[index] }

  /// The entry that starts at or behind the UTF-8 offset; `count` where none does.
  ///
  /// - Complexity: O(log words).
  func index(atOrAfter offset: Int) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if Int(entries[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// - Complexity: O(bytes).
  init(_ text: String, index: WordIndex) {
    var text = text
    text.withUTF8 { bytes in
      entries.reserveCapacity(bytes.count / 5 + 4)
      var scratch = WordScratch()
      var at = 0
      while at < bytes.count {
        at = scratch.scan(bytes, at) { entry, word in
          var entry = entry
          if entry.kind == .word { entry.number = index[word] }
          entries.append(entry)
        }
      }
    }
  }

  /// The numbers of the words of a cue, which `index` learns.
  static func numbers(of cue: String, learning index: inout WordIndex) -> [Int32] {
    var numbers: [Int32] = []
    var cue = cue
    cue.withUTF8 { bytes in
      var scratch = WordScratch()
      var at = 0
      while at < bytes.count {
        at = scratch.scan(bytes, at) { entry, word in
          numbers.append(entry.kind == .word ? index.insert(word) : entry.number)
        }
      }
    }
    return numbers
  }
}
