import Documents

/// Symbols printed in full.
extension CitationReading {
  /// Cites the symbol at `index`; a double symbol counts as both, and the document's own symbol as nothing.
  mutating func symbol(at index: Int) {
    let token = tokens[index]
    let opener = head.flatMap { $0.token == index - 1 ? $0 : nil }
    let tail = tail(behind: index)
    let date = date(ofItemAt: index) ?? dateBefore(index)
    let symbols = text.symbols[Int(token.value)]
    if opener == nil, symbols.count == 1, !SymbolSeries.mayBeSymbol(symbols[0]) { return }
    for symbol in symbols {
      for one in symbol.parted where one.text != spoken.own {
        var rule = Citation.Rule.symbol
        var target = Target.document(one)
        if let opener, !isWord(index - 2, .draft),
          let resolution = one.asResolution(decision: opener.kind == .decision)
        {
          target = .document(resolution)
          rule = .symbolOfResolution
        } else if one.text.hasPrefix("PRST/") {
          target = .document(Symbol(canonical: "S/" + one.text))
        } else if !SymbolSeries.isKnown(one) {
          target = .unresolved("no United Nations series opens with it")
        }
        var citation = Citation(
          place: spoken.place, range: token.range, target: target,
          pinpoint: tail.pinpoint ?? opener?.pinpoint,
          day: date, title: tail.title, rule: rule,
          phrase: (opener?.phraseStart ?? Int(token.start))..<tail.end)
        citation.isSupplement = isSupplement(index)
        citations.append(citation)
      }
    }
    if opener != nil { head?.isFresh = false }
  }

  /// "Supplement No. 53 (A/72/53)"
  private func isSupplement(_ index: Int) -> Bool {
    token(index - 1).kind == .open && (max(0, index - 6)..<index).contains { isWord($0, .supplement) }
  }

  func isKnownSymbol(_ index: Int) -> Bool {
    text.symbols[Int(token(index).value)].first.map(SymbolSeries.isKnown) ?? false
  }

  /// "of 16 December 2015 (S/PRST/2015/25)": the date that stands right before a symbol in brackets.
  private func dateBefore(_ index: Int) -> Day? {
    guard token(index - 1).kind == .open, token(index - 2).kind == .day else { return nil }
    return text.days[Int(token(index - 2).value)]
  }
}

extension Symbol {
  /// The symbols that a double symbol joins: A/65/517 and S/2010/534 for "A/65/517-S/2010/534".
  ///
  /// Only the principal organs' series number a document twice; "ISBA/25/A/10-ISBA/25/C/31" is one symbol.
  var parted: [Symbol] {
    let bytes = Array(text.utf8)
    for index in bytes.indices.dropFirst().dropLast(2) where bytes[index] == UInt8(ascii: "-") {
      guard bytes[index + 1] &- 0x41 < 26, bytes[index + 2] == UInt8(ascii: "/") else { continue }
      return [
        Symbol(canonical: String(decoding: bytes[..<index], as: UTF8.self)),
        Symbol(canonical: String(decoding: bytes[(index + 1)...], as: UTF8.self)),
      ]
    }
    return [self]
  }

  /// A/RES/70/1 for "A/70/1", which behind the word "resolution" is what is meant.
  func asResolution(decision: Bool) -> Symbol? {
    let parts = text.split(separator: "/")
    guard parts.count == 3, parts[0] == "A", let session = Int(parts[1]), session >= 31,
      let number = Int(parts[2]),
      number < 1000
    else { return nil }
    return Symbol(canonical: (decision ? "A/DEC/" : "A/RES/") + "\(session)/\(number)")
  }
}
