/// Finds where texts start that stand one behind the other, line by line: each has its symbol alone on a line, or behind the name
/// of the United Nations, and a formula or first sentence of its own.
///
/// A running head repeats the symbol of its own text, and a text that merely lists symbols has no formula behind them.
struct TextStarts {
  /// The places of the lines that texts start at, the first text's left out.
  private(set) var places: [Int] = []
  /// The symbol of the text being read, and whether its formula has been seen.
  private var own: Symbol?
  private var isOpen = false
  /// Where another text may have started, and how many lines ago.
  private var candidate: (start: Int, symbol: Symbol, lines: Int)?
  /// Where the lines start that stand before a symbol and belong to it: a rule, "United Nations".
  private var lead: Int?

  /// How many lines a header has at most, from the symbol to "The General Assembly,".
  private static let longestHeader = 30
  /// In bytes: longer lines are neither symbols nor formulas.
  private static let longestLine = 200

  /// Takes in the next line, which stands at `place`; marks of Markdown in it do not count.
  mutating func read(_ line: some RandomAccessCollection<UInt8>, at place: Int) {
    let isShort = line.count < TextStarts.longestLine
    let text = TextNormalizer.normalized(Array(line.prefix(TextStarts.longestLine)))
    if text.isEmpty { return }
    let words = TextNormalizer.normalized(text.filter { !"#*_|>".utf8.contains($0) })
    if isShort && Phrasing.isFormula(words) || candidate?.symbol.opens(with: words) == true {
      open()
      lead = nil
    } else if isShort, let symbol = TextStarts.symbol(words), symbol != own {
      candidate = (lead ?? place, symbol, 0)
      lead = nil
    } else {
      if let known = candidate {
        candidate =
          known.lines < TextStarts.longestHeader ? (known.start, known.symbol, known.lines + 1) : nil
      }
      let leads = Letterhead.rest(of: words)?.isEmpty ?? words.allSatisfy { "-=".utf8.contains($0) }
      lead = leads ? lead ?? place : nil
    }
  }

  private mutating func open() {
    if let next = candidate {
      if isOpen { places.append(next.start) }
      own = next.symbol
    }
    candidate = nil
    isOpen = true
  }

  /// The resolution, decision or statement whose symbol a line is, and nothing else but the name of the United Nations.
  private static func symbol(_ line: [UInt8]) -> Symbol? {
    let line = Letterhead.rest(of: line).map { Array($0) } ?? line
    guard line.count < 40, line.first?.isUpper == true, let match = SymbolScanner.match(in: line, at: 0),
      match.range.upperBound == line.count,
      [.resolution, .decision, .presidentialStatement].contains(match.symbols[0].kind)
    else { return nil }
    return match.symbols[0]
  }
}

extension Symbol {
  /// Whether a text without a formula, a statement's or decision's, starts so: "At the 4896th meeting of the Security Council,".
  fileprivate func opens(with words: [UInt8]) -> Bool {
    guard kind != .resolution, words.starts(with: "At the ".utf8) || words.starts(with: "At its ".utf8) else {
      return false
    }
    return ByteSearch.contains(Array(" meeting".utf8), in: words)
  }
}
