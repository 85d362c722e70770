/// A document symbol in canonical form, without spaces: "A/RES/73/27", "S/RES/1373(2001)", "A/67/53/Corr.1".
public struct Symbol: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let text: String

  /// Takes a text that is already canonical; parsing what people write is `Symbol.parse`'s work.
  public init(canonical text: String) { self.text = text }

  public var description: String { text }

  /// The document's IRI, `https://undocs.org/` + symbol with the characters escaped that an IRI cannot hold.
  public var iri: String {
    var bytes: [UInt8] = []
    appendIRI(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the bytes of `iri`.
  public func appendIRI(to bytes: inout [UInt8]) {
    let documents: StaticString = "https://undocs.org/"
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: documents.utf8Start, count: documents.utf8CodeUnitCount))
    var text = text
    text.withUTF8 { text in
      guard text.contains(where: Symbol.needsEscape) else { return bytes.append(contentsOf: text) }
      let hex = Array("0123456789ABCDEF".utf8)
      for byte in text {
        if Symbol.needsEscape(byte) {
          bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
        } else {
          bytes.append(byte)
        }
      }
    }
  }

  /// What RFC 3987 forbids in an IRI, and `#` and `?`, which would end the path.
  private static func needsEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F: true
    case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
      UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "#"),
      UInt8(ascii: "?"), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  public static func < (left: Symbol, right: Symbol) -> Bool { left.text < right.text }
}
