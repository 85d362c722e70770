import CLibXML2
import Diagnostics

/// Characters and names of XML 1.0 (fifth edition), which libxml2's writer does not check.
public enum XMLText {
  /// Whether `name` is a name without a colon (Namespaces in XML §3), such as an attribute of type ID needs.
  public static func isNCName(_ name: String) -> Bool { xmlValidateNCName(name, 0) == 0 && !holdsNull(name) }

  /// Whether `name` is a local name, with or without a prefix.
  public static func isQName(_ name: String) -> Bool { xmlValidateQName(name, 0) == 0 && !holdsNull(name) }

  /// C would stop reading there.
  private static func holdsNull(_ name: String) -> Bool { name.utf8.contains(0) }

  /// The first character of `bytes` that XML cannot hold, not even escaped (XML 1.0 §2.2), or a byte that is not UTF-8.
  public static func firstForbidden(in bytes: UnsafeBufferPointer<UInt8>) -> Forbidden? {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        let isAllowed = byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
        if !isAllowed { return Forbidden(scalar: UInt32(byte)) }
        index += 1
      } else {
        switch decode(bytes, at: index) {
        case .success(let length): index += length
        case .failure(let forbidden): return forbidden
        }
      }
    }
    return nil
  }

  /// A character that cannot be written.
  public struct Forbidden: Error, Hashable, CustomStringConvertible {
    /// nil: the bytes are not UTF-8.
    public let scalar: UInt32?

    public init(scalar: UInt32?) { self.scalar = scalar }

    public var description: String {
      guard let scalar else { return "text that is not valid UTF-8" }
      let digits = String(scalar, radix: 16, uppercase: true)
      return "the character U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }
  }

  /// The length of the non-ASCII character at `index`.
  @inline(__always)
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Result<Int, Forbidden> {
    var length = Int32(clamping: bytes.count - index)
    let start = bytes.baseAddress.unsafelyUnwrapped + index
    let scalar = xmlGetUTF8Char(start, &length)
    guard scalar >= 0 else { return .failure(Forbidden(scalar: nil)) }
    switch (length, scalar) {
    case (2, 0x80...0x7FF), (3, 0x800...0xD7FF), (3, 0xE000...0xFFFD), (4, 0x10000...0x10FFFF):
      return .success(Int(length))
    case (3, 0xFFFE...0xFFFF): return .failure(Forbidden(scalar: UInt32(scalar)))
    default: return .failure(Forbidden(scalar: nil))
    }
  }
}
