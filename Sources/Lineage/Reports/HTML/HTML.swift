/// A piece of HTML: literals are markup, and every text that is put into it is escaped.
///
///     let cell: HTML = "<td title=\"\(title)\">\(text)</td>"   // whatever title and text hold, they show as they are
///
/// Only another piece goes in as it stands.
struct HTML: ExpressibleByStringInterpolation, Sendable {
  private(set) var markup: String

  init(stringLiteral markup: String) { self.markup = markup }

  init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }

  /// Markup from a file of this module.
  init(trusted bytes: [UInt8]) { markup = String(decoding: bytes, as: UTF8.self) }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var markup: String

    init(literalCapacity: Int, interpolationCount: Int) {
      markup = ""
      markup.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { markup += literal }

    mutating func appendInterpolation(_ piece: HTML) { markup += piece.markup }

    mutating func appendInterpolation(_ number: Int) { markup += String(number) }

    mutating func appendInterpolation(_ text: String) { HTML.escape(text, into: &markup) }
  }

  static func += (left: inout HTML, right: HTML) { left.markup += right.markup }

  /// Escapes what ends a text or an attribute in quotes; a control character, which HTML cannot hold, becomes U+FFFD.
  private static func escape(_ text: String, into markup: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": markup += "&amp;"
      case "<": markup += "&lt;"
      case ">": markup += "&gt;"
      case "\"": markup += "&quot;"
      case "'": markup += "&#39;"
      case "\t", "\n", "\r": markup.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": markup.unicodeScalars.append("\u{FFFD}")
      default: markup.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Sequence<HTML> {
  func joined(separator: HTML = "") -> HTML {
    var result: HTML = ""
    for (index, piece) in enumerated() {
      if index > 0 { result += separator }
      result += piece
    }
    return result
  }
}
