/// Finds where texts start that stand one behind the other, line by line: each has its symbol alone on a line, or behind the name
/// of the United Nations, or where there is none its number before its title, and a formula or first sentence of its own.
///
/// A running head repeats the symbol of its own text, and a text that merely lists symbols has no formula behind them.
/// Numbers are those of one session, as a volume of resolutions has them.
struct TextStarts {
  /// The places of the lines that texts start at, the first text's left out.
  private(set) var places: [Int] = []
  /// The symbol of the text being read, and whether its formula has been seen.
  private var own: Symbol?
  private var isOpen = false
  /// Where another text may have started, and how many lines ago.
  private var candidate: (start: Int, symbol: Symbol, lines: Int)?
  /// Where the lines start that stand before a symbol or number and belong to it: a rule, "United Nations", how it was adopted.
  private var lead: Int?

  /// How many lines a header has at most, from the symbol to "The General Assembly,".
  private static let longestHeader = 30
  /// In bytes: longer lines are neither symbols nor formulas.
  private static let longestLine = 200

  /// Takes in the next line, which stands at `place`; marks of Markdown in it do not count.
  mutating func read(_ line: some RandomAccessCollection<UInt8>, at place: Int) {
    let isShort = line.count < TextStarts.longestLine
    // A long line, as most of a flowing text are, can only tell of the meeting that took a decision.
    guard isShort || candidate.map({ $0.symbol.kind != .resolution }) == true else { return pass() }
    let text = TextNormalizer.normalized(Array(line.prefix(TextStarts.longestLine)))
    if text.isEmpty { return }
    let words = TextNormalizer.normalized(text.filter { !"#*_|>".utf8.contains($0) })
    if isShort && Phrasing.isFormula(words)
      || candidate.map({ $0.symbol.kind != .resolution }) == true && Phrasing.tellsMeeting(words)
    {
      open()
      lead = nil
    } else if isShort, let symbol = TextStarts.symbol(words) ?? numbered(words), symbol != own {
      candidate = (lead ?? place, symbol, 0)
      lead = nil
    } else {
      let lead = isShort && TextStarts.leads(words) ? lead ?? place : nil
      pass()
      self.lead = lead
    }
  }

  /// Takes in a line that says nothing of where texts start.
  private mutating func pass() {
    if let known = candidate {
      candidate = known.lines < TextStarts.longestHeader ? (known.start, known.symbol, known.lines + 1) : nil
    }
    lead = nil
  }

  private mutating func open() {
    if let next = candidate {
      if isOpen { places.append(next.start) }
      own = next.symbol
    }
    candidate = nil
    isOpen = true
  }

  private static func leads(_ line: [UInt8]) -> Bool {
    if Letterhead.rest(of: line)?.isEmpty ?? line.allSatisfy({ "-=".utf8.contains($0) }) { return true }
    if line.first == UInt8(ascii: "[") { return line.last == UInt8(ascii: "]") }
    var header = HeaderReader()
    return HeaderReader.mayTellAdoption(line) && header.readAdoption(String(decoding: line, as: UTF8.self))
  }

  /// The symbol that the number makes with which a line starts, "99/12. Title", where no symbol has told of a text to come and it
  /// is of the same session as the text before.
  private func numbered(_ line: [UInt8]) -> Symbol? {
    guard candidate == nil, line.first?.isDigit == true,
      let (number, end) = ResolutionNumber.match(in: line, at: 0), end < line.count,
      line[end] == UInt8(ascii: "."), let symbol = number.symbols().first
    else { return nil }
    switch number.frame {
    case .roman, .suffixYear: return nil
    case .session, .special, .year:
      guard let own else { return symbol }
      return own.tail.first == symbol.tail.first && own.tail != symbol.tail ? symbol : nil
    }
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
  /// What stands behind "RES" or "DEC", whichever the organ: "99" and "12" of "A/RES/99/12".
  fileprivate var tail: ArraySlice<Substring> {
    text.split(separator: "/")[...].drop { $0 != "RES" && $0 != "DEC" }.dropFirst()
  }
}
