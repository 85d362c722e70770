/// Follows a query over the lines it is typed on: open braces, strings that span lines, and whether a line ends it.
struct StatementScanner {
  /// Braces, brackets and parentheses still open.
  private(set) var depth = 0
  private(set) var hasBlock = false
  /// The quote of a `'''` or `"""` string that is still open.
  private var longQuote: UInt8?
  /// A string of one line did not end on it: no more lines make this a query, and what is open in it says nothing.
  private(set) var isBroken = false

  /// Reads one line.
  ///
  /// - Returns: the offset of the `;` that ends the statement: the last thing on the line, outside all braces, strings,
  ///   IRIs and comments.
  mutating func read(_ line: [UInt8]) -> Int? {
    guard isBroken else { return scan(line) }
    guard let last = line.lastIndex(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { return nil }
    return line[last] == UInt8(ascii: ";") ? last : nil
  }

  private mutating func scan(_ line: [UInt8]) -> Int? {
    var index = 0
    var semicolon: Int?
    while index < line.count {
      let byte = line[index]
      if let quote = longQuote {
        if byte == UInt8(ascii: "\\") {
          index += 2
        } else if opensLongString(line, index, quote) {
          longQuote = nil
          index += 3
        } else {
          index += 1
        }
        continue
      }
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        index += 1
        continue
      case UInt8(ascii: "#"):
        return semicolon
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        semicolon = nil
        if opensLongString(line, index, byte) {
          longQuote = byte
          index += 3
        } else {
          index = endOfString(line, index, byte)
        }
        continue
      case UInt8(ascii: "<"):
        semicolon = nil
        index = endOfIRI(line, index)
        continue
      case UInt8(ascii: ";"):
        semicolon = depth <= 0 ? index : nil
      case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["):
        semicolon = nil
        depth += 1
        if byte == UInt8(ascii: "{") { hasBlock = true }
      case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"):
        semicolon = nil
        depth -= 1
      default:
        semicolon = nil
      }
      index += 1
    }
    return longQuote == nil ? semicolon : nil
  }

  /// Whether nothing is open, so that an empty line may end the statement.
  var isClosed: Bool { isBroken || depth <= 0 && longQuote == nil }

  private func opensLongString(_ line: [UInt8], _ index: Int, _ quote: UInt8) -> Bool {
    index + 2 < line.count && line[index] == quote && line[index + 1] == quote && line[index + 2] == quote
  }

  private mutating func endOfString(_ line: [UInt8], _ start: Int, _ quote: UInt8) -> Int {
    var index = start + 1
    while index < line.count {
      if line[index] == quote { return index + 1 }
      index += line[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    isBroken = true
    return line.count
  }

  /// The end of `<…>`, or of the sign alone where it means "less than" (SPARQL 1.1 §19.8, IRIREF).
  private func endOfIRI(_ line: [UInt8], _ start: Int) -> Int {
    for index in line.indices.dropFirst(start + 1) {
      switch line[index] {
      case UInt8(ascii: ">"): return index + 1
      case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"):
        return start + 1
      default: continue
      }
    }
    return start + 1
  }
}
