extension Lexer {
  /// A number with its sign ([146]–[154]), or the `.`, `+` or `-` that begins none.
  mutating func numberOrSymbol() -> Token.Kind {
    let first = bytes[position]
    let signed = first == UInt8(ascii: "+") || first == UInt8(ascii: "-")
    if let (kind, end) = number(from: signed ? position + 1 : position) {
      position = end
      return kind
    }
    position += 1
    return first == UInt8(ascii: "+") ? .plus : first == UInt8(ascii: "-") ? .minus : .dot
  }

  private func number(from start: Int) -> (Token.Kind, end: Int)? {
    let whole = digits(from: start)
    var end = whole
    var kind = Token.Kind.integer
    var hasDot = false
    if byte(at: whole) == UInt8(ascii: ".") {
      let fraction = digits(from: whole + 1)
      hasDot = true
      if fraction > whole + 1 {
        kind = .decimal
        end = fraction
      }
    }
    guard whole > start || kind == .decimal else { return nil }
    if let exponent = exponent(from: end) { return (.double, exponent) }
    // `1.e5` is a number, `1.` is an integer and the end of a triple.
    if hasDot, kind == .integer, let exponent = exponent(from: whole + 1) { return (.double, exponent) }
    return (kind, end)
  }

  private func digits(from start: Int) -> Int {
    var index = start
    while byte(at: index).isDigit { index += 1 }
    return index
  }

  private func exponent(from start: Int) -> Int? {
    guard byte(at: start) | 0x20 == UInt8(ascii: "e") else { return nil }
    var index = start + 1
    if byte(at: index) == UInt8(ascii: "+") || byte(at: index) == UInt8(ascii: "-") { index += 1 }
    let end = digits(from: index)
    return end > index ? end : nil
  }
}
