import Documents

/// Symbols printed in full.
extension CitationReading {
  /// Cites the symbol at `index`; a double symbol counts as both, and the document's own symbol as nothing.
  mutating func symbol(at index: Int) {
    let token = text.tokens[index]
    let behindHead = head.map { $0.token == index - 1 } ?? false
    let tail = tail(behind: index)
    let start = behindHead ? head?.phraseStart ?? Int(token.start) : Int(token.start)
    for symbol in text.symbols[Int(token.value)] {
      for one in symbol.parted where one.text != spoken.own {
        var target = one
        var rule = Citation.Rule.symbol
        if behindHead, !isWord(index - 2, .draft),
          let resolution = one.asResolution(decision: head?.decision == true)
        {
          target = resolution
          rule = .symbolOfResolution
        }
        citations.append(
          Citation(
            place: spoken.place, range: token.range, target: .document(target),
            pinpoint: tail.pinpoint ?? (behindHead ? head?.pinpoint : nil),
            date: date(ofNumberAt: index)?.iso,
            title: tail.title, rule: rule, phrase: start..<tail.end))
      }
    }
    if behindHead { head?.isFresh = false }
  }
}

extension Symbol {
  /// The symbols that a double symbol joins: A/65/517 and S/2010/534 for "A/65/517-S/2010/534".
  var parted: [Symbol] {
    let bytes = Array(text.utf8)
    for index in bytes.indices.dropFirst().dropLast(2) where bytes[index] == UInt8(ascii: "-") {
      guard bytes[index + 1] &- 0x41 < 26,
        bytes[index - 1] &- 0x30 < 10 || bytes[index - 1] == UInt8(ascii: ")")
      else {
        continue
      }
      let second = bytes[(index + 1)...]
      guard second.prefix(12).contains(UInt8(ascii: "/")) else { continue }
      return [
        Symbol(canonical: String(decoding: bytes[..<index], as: UTF8.self)),
        Symbol(canonical: String(decoding: second, as: UTF8.self)),
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
