import RDF

/// Colours for words, given in the order in which they first come.
struct Palette {
  /// ColorBrewer's Set3, in which neighbours stand apart and black text can be read.
  static let fills: [StaticString] = [
    "#8dd3c7", "#ffffb3", "#bebada", "#fb8072", "#80b1d3", "#fdb462", "#b3de69", "#fccde5", "#d9d9d9",
    "#bc80bd", "#ccebc5", "#ffed6f",
  ]

  /// ColorBrewer's Dark2, for lines and their labels on white.
  static let lines: [StaticString] = [
    "#1b9e77", "#d95f02", "#7570b3", "#e7298a", "#66a61e", "#e6ab02", "#a6761d", "#666666",
  ]

  private let colours: [StaticString]
  private var numbers: [[UInt8]: Int] = [:]
  /// The words seen so far, by their numbers.
  private(set) var words: [[UInt8]] = []

  init(_ colours: [StaticString]) { self.colours = colours }

  /// The number of a word, from 0 in the order in which words first come.
  mutating func number(of word: TextBytes) -> Int {
    let key = Array(word)
    if let known = numbers[key] { return known }
    numbers[key] = words.count
    words.append(key)
    return words.count - 1
  }

  /// `#rrggbb` for a word; the words beyond the last colour begin again with the first.
  mutating func colour(of word: TextBytes) -> StaticString { colours[number(of: word) % colours.count] }
}
