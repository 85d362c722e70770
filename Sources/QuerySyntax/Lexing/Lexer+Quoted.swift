import Diagnostics

extension Lexer {
  /// `<iri>` [139] where one closes before a character that no IRI has; otherwise `<` or `<=`.
  mutating func iriOrComparison() throws -> Token.Kind {
    let start = position
    var index = start + 1
    while index < bytes.count, Lexer.isIRIByte(bytes[index]) { index += 1 }
    if byte(at: index) == UInt8(ascii: ">") {
      position = index + 1
      return .iri
    }
    if byte(at: start + 1) == UInt8(ascii: "=") {
      position = start + 2
      return .lessOrEqual
    }
    position = start + 1
    return .less
  }

  /// Whether a byte may stand between `<` and `>`.
  static func isIRIByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "\\"):
      return false
    default: return true
    }
  }

  /// A string in one or three quotes of either kind [156]–[159].
  mutating func string(quote: UInt8) throws -> Token.Kind {
    let start = position
    let isLong = byte(at: start + 1) == quote && byte(at: start + 2) == quote
    position += isLong ? 3 : 1
    while position < bytes.count {
      let current = bytes[position]
      if current == UInt8(ascii: "\\") {
        guard Lexer.unescaped(byte(at: position + 1)) != nil else {
          throw error(
            "unknown escape in a string", position..<min(position + 2, bytes.count),
            hint: #"expected one of \t \b \n \r \f \\ \" \' \uXXXX"#)
        }
        position += 2
      } else if current == quote {
        if !isLong {
          position += 1
          return .string
        }
        if byte(at: position + 1) == quote, byte(at: position + 2) == quote {
          position += 3
          return .string
        }
        position += 1
      } else if !isLong, current == 0x0A || current == 0x0D {
        break
      } else {
        position += 1
      }
    }
    stoppedInLongString = isLong
    throw error(
      "the string does not end", start..<position,
      hint: isLong ? nil : "a string over several lines stands in three quotes")
  }

  /// The text of a string token without its quotes and escapes.
  func unquoted(_ range: Range<Int>) -> String {
    let quote = bytes[range.lowerBound]
    let isLong =
      range.count >= 6 && bytes[range.lowerBound + 1] == quote && bytes[range.lowerBound + 2] == quote
    let width = isLong ? 3 : 1
    let inner = bytes[range.lowerBound + width..<range.upperBound - width]
    guard inner.contains(UInt8(ascii: "\\")) else { return String(decoding: inner, as: UTF8.self) }
    var output: [UInt8] = []
    output.reserveCapacity(inner.count)
    var index = inner.startIndex
    while index < inner.endIndex {
      if inner[index] == UInt8(ascii: "\\"), let byte = Lexer.unescaped(inner[index + 1]) {
        output.append(byte)
        index += 2
      } else {
        output.append(inner[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// ECHAR [160]: what `\` and this letter stand for.
  private static func unescaped(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"): return letter
    default: return nil
    }
  }
}
