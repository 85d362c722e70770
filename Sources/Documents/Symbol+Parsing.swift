extension Symbol {
  /// The symbol that `text` writes, in any form people use: "A/RES/43/78 H", "43/78 H", "3314(XXIX)", "S/RES/1373 (2001)",
  /// "decision 78/542", "Human Rights Council resolution 20/8", "https://undocs.org/en/A/68/98"; nil where it writes none.
  ///
  /// A bare number belongs to its usual organ (`ResolutionNumber.usualOrgan`). Of "31/6 A and B" it gives the first.
  public static func parse(_ text: String) -> Symbol? { parseAll(text).first }

  /// The symbol that a UTF-8 text writes.
  public static func parse(_ bytes: [UInt8]) -> Symbol? {
    parseAll(String(decoding: bytes, as: UTF8.self)).first
  }

  /// Every symbol that `text` as a whole writes: two for "31/6 A and B", five for "51/211 A to E".
  public static func parseAll(_ text: String) -> [Symbol] {
    var written = SymbolWriting(text)
    written.dropAddress()
    let organ = written.dropOrgan()
    let decision = written.dropKind()
    return written.symbols(organ: organ, decision: decision)
  }
}

/// A symbol as written, with the words around it taken off step by step.
private struct SymbolWriting {
  private var bytes: [UInt8]

  init(_ text: String) {
    bytes = TextNormalizer.normalized(Array(text.utf8))
    while let last = bytes.last, ".,;*".utf8.contains(last) || last == 0x20 { bytes.removeLast() }
  }

  /// Takes off "https://undocs.org/en/" and undoes percent escapes.
  mutating func dropAddress() {
    for address in [
      "https://undocs.org/", "http://undocs.org/", "https://docs.un.org/", "https://www.undocs.org/",
    ]
    where starts(with: address) {
      bytes.removeFirst(address.utf8.count)
      for language in ["en/", "fr/", "es/", "ru/", "ar/", "zh/", "ch/"] where starts(with: language) {
        bytes.removeFirst(3)
        break
      }
      unescape()
      return
    }
  }

  /// Takes off a body's name and gives it.
  mutating func dropOrgan() -> Organ? {
    if starts(with: "the ") { bytes.removeFirst(4) }
    for organ in Organ.allCases where starts(with: organ.rawValue + " ") {
      bytes.removeFirst(organ.rawValue.utf8.count + 1)
      return organ
    }
    if starts(with: "ECOSOC ") {
      bytes.removeFirst(7)
      return .economicAndSocialCouncil
    }
    return nil
  }

  /// Takes off "resolution" or "decision"; whether it was a decision.
  mutating func dropKind() -> Bool {
    for (word, decision) in [
      ("resolutions ", false), ("resolution ", false), ("decisions ", true), ("decision ", true),
    ]
    where starts(with: word) {
      bytes.removeFirst(word.utf8.count)
      return decision
    }
    return false
  }

  func symbols(organ: Organ?, decision: Bool) -> [Symbol] {
    if let match = SymbolScanner.match(in: capitals, at: 0), match.range.upperBound == bytes.count {
      return match.symbols
    }
    if let (number, end) = ResolutionNumber.match(in: bytes, at: 0), end == bytes.count {
      return number.symbols(of: organ, decision: decision)
    }
    return []
  }

  /// The text with an organ and "res" in small letters raised: "a/res/73/27".
  private var capitals: [UInt8] {
    guard bytes.first?.isLower == true || bytes.dropFirst(2).starts(with: "Res/".utf8) else { return bytes }
    var raised: [UInt8] = []
    for part in bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if !raised.isEmpty || part.isEmpty { raised.append(UInt8(ascii: "/")) }
      let tails = ["add.", "corr.", "rev.", "amend."]
      let lower = part.map { $0.isUpper ? $0 | 0x20 : $0 }
      if tails.contains(where: { lower.starts(with: $0.utf8) }) {
        raised.append(lower[0] & 0xDF)
        raised += lower.dropFirst()
      } else {
        raised += part.map { $0.isLower ? $0 & 0xDF : $0 }
      }
    }
    return raised
  }

  private func starts(with prefix: String) -> Bool {
    let prefix = prefix.utf8
    guard bytes.count >= prefix.count else { return false }
    return zip(bytes, prefix).allSatisfy { ($0.isUpper ? $0 | 0x20 : $0) == ($1.isUpper ? $1 | 0x20 : $1) }
  }

  private mutating func unescape() {
    var plain: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = hex(bytes[index + 1]),
        let low = hex(bytes[index + 2])
      {
        plain.append(high << 4 | low)
        index += 3
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    bytes = TextNormalizer.normalized(plain)
  }

  private func hex(_ byte: UInt8) -> UInt8? {
    if byte.isDigit { return byte - 0x30 }
    return (0x61...0x66).contains(byte | 0x20) ? (byte | 0x20) - 0x57 : nil
  }
}
