/// Parts a plain text that holds several resolutions one behind the other, each under a header of its own.
enum TextSplitter {
  /// How many lines a header has at most, from the symbol to "The General Assembly,".
  private static let longestHeader = 30
  /// In bytes: longer lines are neither symbols nor formulas.
  private static let longestLine = 200

  /// The texts, cut before each line that is nothing but another resolution's symbol and leads to a formula of its own; the
  /// whole where there is one only.
  ///
  /// A running head repeats the symbol of its own text, and a text that merely lists symbols has no formula behind them.
  /// - Complexity: O(bytes).
  static func parts(_ text: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var start = 0
    /// The symbol of the text being read, and whether its formula has been seen.
    var own: Symbol?
    var isOpen = false
    /// Where another text may have started, and how many lines ago.
    var candidate: (start: Int, symbol: Symbol, lines: Int)?
    for line in lines(text) where line.count < longestLine {
      let words = TextNormalizer.normalized(Array(text[line]))
      if words.isEmpty { continue }
      if Phrasing.isFormula(words) {
        if let next = candidate {
          if isOpen {
            parts.append(Array(text[start..<next.start]))
            start = next.start
          }
          own = next.symbol
        }
        candidate = nil
        isOpen = true
      } else if let symbol = symbol(words), symbol != own {
        candidate = (line.lowerBound, symbol, 0)
      } else if let known = candidate {
        candidate = known.lines < longestHeader ? (known.start, known.symbol, known.lines + 1) : nil
      }
    }
    return start == 0 ? [text] : parts + [Array(text[start...])]
  }

  private static func lines(_ text: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for at in text.indices where text[at] == UInt8(ascii: "\n") || text[at] == 0x0C {
      lines.append(start..<at)
      start = at + 1
    }
    return lines + [start..<text.count]
  }

  /// The resolution or decision whose symbol a line is and nothing else.
  private static func symbol(_ line: [UInt8]) -> Symbol? {
    guard line.count < 40, line[0].isUpper, let match = SymbolScanner.match(in: line, at: 0),
      match.range.upperBound == line.count, [.resolution, .decision].contains(match.symbols[0].kind)
    else { return nil }
    return match.symbols[0]
  }
}
