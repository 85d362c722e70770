import Diagnostics

/// The line around an error in a source that may be too long, or too broken, to keep as a `String`.
enum SourceExcerpt {
  /// Lines longer than this many bytes are not drawn; the message gives line and column instead.
  private static let drawable = 400

  /// An error at `offset` of `bytes`, pointing at `length` bytes.
  ///
  /// - Complexity: O(offset): lines are counted only now.
  static func error(
    _ message: String, at offset: Int, length: Int = 1, in bytes: UnsafeBufferPointer<UInt8>, name: String,
    hint: String? = nil
  ) -> Diagnostic {
    let newline = UInt8(ascii: "\n")
    let offset = min(offset, bytes.count)
    let start = bytes[..<offset].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let end = bytes[offset...].firstIndex(of: newline) ?? bytes.count
    var line = 1
    for byte in bytes[..<start] where byte == newline { line += 1 }
    // Decoded apart, so that repaired bytes before the error do not shift it.
    let before = String(decoding: bytes[start..<offset], as: UTF8.self)
    if end - start > drawable {
      let column = before.unicodeScalars.count + 1
      return .error("\(message), at \(name):\(line):\(column)", hint: hint)
    }
    let after = String(decoding: bytes[offset..<end], as: UTF8.self)
    let source = SourceText(name: name, text: before + after, firstLine: line)
    let from = before.utf8.count
    return .error(
      message, at: from..<min(from + length, from + max(after.utf8.count, 1)), in: source, hint: hint)
  }

  /// An error at a line and a byte column, both from 1, as libxml2 counts them.
  static func error(
    _ message: String, line: Int, column: Int, in bytes: UnsafeBufferPointer<UInt8>, name: String
  ) -> Diagnostic {
    var offset = 0
    for _ in 1..<max(line, 1) {
      guard let next = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      offset = next + 1
    }
    return error(message, at: offset + max(column - 1, 0), in: bytes, name: name)
  }

  /// What stands at `place`, for "found …".
  static func description(of place: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>) -> String {
    guard place < end else { return "the end of the file" }
    switch place.pointee {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return "the end of the line"
    case 0..<0x20, 0x7F: return "the control character U+00" + twoDigits(place.pointee)
    case UInt8(ascii: " "): return "a space"
    default:
      let length = sequenceLength(place, end)
      return length == 0
        ? "a byte that is not UTF-8"
        : "'" + String(decoding: UnsafeBufferPointer(start: place, count: length), as: UTF8.self) + "'"
    }
  }

  private static func twoDigits(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return byte < 16 ? "0" + digits : digits
  }
}
