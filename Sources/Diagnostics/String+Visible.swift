extension String {
  /// The text with every character shown that a terminal would obey instead: a line break as "␊", an escape as "␛", so that a file's
  /// name or a line of it stays on one line and changes nothing else. Tabs stay.
  public var visible: String {
    guard unicodeScalars.contains(where: String.isObeyed) else { return self }
    return String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          guard String.isObeyed(scalar) else { return scalar }
          // The block "Control Pictures" has the first 32 in their order.
          if scalar.value < 0x20 { return Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}" }
          return scalar == "\u{7F}" ? "\u{2421}" : "\u{FFFD}"
        }))
  }

  /// Controls, line and paragraph separators, and the marks that turn the direction of what follows.
  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
