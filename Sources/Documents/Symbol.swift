/// A document symbol in canonical form, without spaces: "A/RES/73/27", "S/RES/1373(2001)", "A/67/53/Corr.1".
public struct Symbol: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let text: String

  /// Takes a text that is already canonical; parsing what people write is `Symbol.parse`'s work.
  public init(canonical text: String) { self.text = text }

  public var description: String { text }

  /// The document's IRI, `https://undocs.org/` + symbol with the characters escaped that an IRI cannot hold.
  public var iri: String {
    var bytes = Array("https://undocs.org/".utf8)
    let hex = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      if Symbol.needsEscape(byte) {
        bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What RFC 3987 forbids in an IRI, and `#` and `?`, which would end the path.
  private static func needsEscape(_ byte: UInt8) -> Bool {
    if byte <= 0x20 || byte == 0x7F { return true }
    return "\"<>\\^`{|}#?%".utf8.contains(byte)
  }

  public static func < (left: Symbol, right: Symbol) -> Bool { left.text < right.text }
}
