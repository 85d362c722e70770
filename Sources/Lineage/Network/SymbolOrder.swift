import RDF

/// The order in which people list documents: character by character, but numbers by their value, so 9 stands before 10.
enum SymbolOrder {
  static func precedes(_ left: IRI, _ right: IRI) -> Bool {
    let a = Array(left.value.utf8)
    let b = Array(right.value.utf8)
    var i = 0
    var j = 0
    while i < a.count, j < b.count {
      if isDigit(a[i]), isDigit(b[j]) {
        let first = number(a, &i)
        let second = number(b, &j)
        if first.count != second.count { return first.count < second.count }
        for (x, y) in zip(first, second) where x != y { return x < y }
      } else {
        if a[i] != b[j] { return a[i] < b[j] }
        i += 1
        j += 1
      }
    }
    if a.count - i != b.count - j { return a.count - i < b.count - j }
    return left < right
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// The digits at `index` without leading zeros; `index` moves behind them.
  private static func number(_ bytes: [UInt8], _ index: inout Int) -> ArraySlice<UInt8> {
    let start = index
    while index < bytes.count, isDigit(bytes[index]) { index += 1 }
    return bytes[start..<index].drop { $0 == UInt8(ascii: "0") }
  }
}
