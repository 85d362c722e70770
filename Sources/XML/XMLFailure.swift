import CLibXML2
import Diagnostics

/// Remembers the first error that libxml2 reports while it parses; those that follow mostly follow from it.
final class XMLFailure {
  private var message: String?
  private var line = 0
  private var column = 0

  var isSet: Bool { message != nil }

  /// The error as a stream throws it; nil where there was none.
  var streamError: XMLStreamError? {
    message.map {
      XMLStreamError(
        message: "not well-formed XML: \($0)", hint: nil, place: .position(line: line, column: column))
    }
  }

  func take(_ error: xmlError) {
    guard message == nil else { return }
    var text = error.message.map { String(cString: $0) } ?? "unknown error"
    while let last = text.unicodeScalars.last, last == "\n" || last == "." || last == " " {
      text.removeLast()
    }
    message = text.prefix(1).lowercased() + text.dropFirst()
    line = Int(error.line)
    column = max(1, Int(error.int2))
  }

  /// The error with its place in `bytes`.
  func diagnostic(_ bytes: [UInt8], name: String) -> Diagnostic {
    guard let message else { return .error("'\(name)' is not well-formed XML: no element found") }
    let start = offset(in: bytes)
    return .error(
      "'\(name)' is not well-formed XML in line \(line), column \(column): \(message)", at: start..<start + 1,
      in: SourceText(name: name, text: String(decoding: bytes, as: UTF8.self)))
  }

  /// The offset of the line and byte column, both from 1.
  private func offset(in bytes: [UInt8]) -> Int {
    var at = 0
    var number = 1
    while number < line, at < bytes.count {
      if bytes[at] == UInt8(ascii: "\n") { number += 1 }
      at += 1
    }
    var end = at
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return min(at + column - 1, end)
  }
}
