/// The document as printed that holds several resolutions under one number: "A/RES/78/254A-C" with its title.
public struct JointDocument: Sendable, Equatable {
  public var symbol: Symbol
  public var title: String?

  public init(symbol: Symbol, title: String?) {
    self.symbol = symbol
    self.title = title
  }

  /// The document that a header names, as one of its parts sees it; nil where the header names that part alone.
  static func printed(in header: HeaderReader, holding part: Symbol?) -> JointDocument? {
    guard let symbol = header.symbol, symbol != part else { return nil }
    return JointDocument(symbol: symbol, title: header.title)
  }
}

extension Symbol {
  /// "A/RES/78/254A-C" for 254A, 254B and 254C, "A/RES/2200A-B(XXI)" for 2200A(XXI) and 2200B(XXI).
  ///
  /// - Returns: nil for fewer than two, and where they differ in more than their letters.
  static func joint(_ symbols: [Symbol]) -> Symbol? {
    let lettered = symbols.compactMap(LetteredSymbol.init)
    guard lettered.count == symbols.count, lettered.count > 1, let first = lettered.first,
      let last = lettered.last,
      lettered.allSatisfy({ $0.stem == first.stem && $0.tail == first.tail })
    else { return nil }
    return Symbol(canonical: "\(first.stem)\(first.letters)-\(last.letters)\(first.tail)")
  }
}

/// A symbol taken apart at its section letters: "A/RES/2200", "A", "(XXI)".
private struct LetteredSymbol {
  let stem: Substring
  let letters: Substring
  let tail: Substring

  init?(_ symbol: Symbol) {
    let text = symbol.text
    let end = text.firstIndex(of: "(") ?? text.endIndex
    var start = end
    while start > text.startIndex, text[text.index(before: start)].isLetter {
      start = text.index(before: start)
    }
    guard start < end, start > text.startIndex, text[text.index(before: start)].isNumber else { return nil }
    stem = text[..<start]
    letters = text[start..<end]
    tail = text[end...]
  }
}
