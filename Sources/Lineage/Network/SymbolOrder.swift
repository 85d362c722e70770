import RDF

/// The order in which people list documents: character by character, but numbers by their value, so 9 stands before 10.
enum SymbolOrder {
  static func precedes(_ left: IRI, _ right: IRI) -> Bool {
    var (first, second) = (left.value, right.value)
    let order = first.withUTF8 { a in second.withUTF8 { b in compare(a, b) } }
    return order != 0 ? order < 0 : left < right
  }

  /// Below 0 where `a` comes first, 0 where they differ in leading zeros at most.
  private static func compare(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if isDigit(a[i]), isDigit(b[j]) {
        let (first, second) = (digits(a, &i), digits(b, &j))
        if first.count != second.count { return first.count - second.count }
        for (x, y) in zip(first, second) where a[x] != b[y] { return Int(a[x]) - Int(b[y]) }
      } else {
        if a[i] != b[j] { return Int(a[i]) - Int(b[j]) }
        i += 1
        j += 1
      }
    }
    return (a.count - i) - (b.count - j)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Where the digits at `index` are, without leading zeros; `index` moves behind them.
  private static func digits(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Range<Int> {
    var start = index
    while index < bytes.count, isDigit(bytes[index]) { index += 1 }
    while start < index, bytes[start] == UInt8(ascii: "0") { start += 1 }
    return start..<index
  }
}
