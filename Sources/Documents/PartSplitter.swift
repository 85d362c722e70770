/// Parts a text that holds resolutions A, B … under one number.
enum PartSplitter {
  struct Part {
    var header: HeaderReader
    var blocks: [Block]
  }

  /// The parts, each from its letter on; the whole where the header names one symbol only or the letters are not found.
  static func split(_ blocks: [Block], header: HeaderReader) -> [Part] {
    let symbols = header.documentSymbols()
    guard symbols.count > 1 else { return [Part(header: header, blocks: blocks)] }
    var starts: [(index: Int, symbol: Symbol, title: String)] = []
    for index in blocks.indices {
      guard starts.count < symbols.count, let letter = letter(of: symbols[starts.count]),
        let title = heading(blocks[index].text.bytes, letter), leadsToFormula(blocks, index)
      else { continue }
      starts.append((index, symbols[starts.count], title))
    }
    guard starts.count == symbols.count else { return [Part(header: header, blocks: blocks)] }
    let ends = starts.dropFirst().map(\.index) + [blocks.count]
    return zip(starts, ends).map { start, end in
      Part(
        header: header.part(start.symbol, title: start.title), blocks: Array(blocks[(start.index + 1)..<end]))
    }
  }

  private static func letter(of symbol: Symbol) -> UInt8? {
    symbol.text.split(separator: "(").first.flatMap { $0.utf8.last }.flatMap { $0.isUpper ? $0 : nil }
  }

  /// The title behind the letter, "" where the letter stands alone, nil where the text does not start with it.
  private static func heading(_ text: [UInt8], _ letter: UInt8) -> String? {
    guard text.first == letter, text.count == 1 || text[1] == 0x20 else { return nil }
    return String(decoding: text.dropFirst(2), as: UTF8.self)
  }

  private static func leadsToFormula(_ blocks: [Block], _ index: Int) -> Bool {
    blocks[(index + 1)...].prefix(3).contains { $0.place == .formula }
  }
}
