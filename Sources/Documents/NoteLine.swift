/// A line that opens a footnote in plain text.
enum NoteLine {
  /// The note that `bytes` are: "12 See …", "1/ S/24960.", "[1] S/24960.", "* Reissued …", "¹ A/65/201."; nil where they are none.
  static func match(_ bytes: [UInt8]) -> Note? {
    label(of: bytes).map { Note(label: $0.label, text: RunningText(bytes[$0.end...])) }
  }

  /// The label that a note starts with, and the offset of its text.
  static func label(of bytes: [UInt8]) -> (label: String, end: Int)? {
    if let (label, end) = Superscript.run(bytes, 0), end < bytes.count { return (label, end) }
    let isBracketed = bytes.first == UInt8(ascii: "[")
    let start = isBracketed ? 1 : 0
    var at = start
    while at < bytes.count, at < start + 3, bytes[at].isDigit { at += 1 }
    if at == start, !isBracketed {
      while at < bytes.count, at < 3, bytes[at] == UInt8(ascii: "*") { at += 1 }
    }
    guard at > start, at < bytes.count else { return nil }
    let label = String(decoding: bytes[start..<at], as: UTF8.self)
    if bytes[at] == UInt8(ascii: isBracketed ? "]" : "/") {
      at += 1
    } else if isBracketed {
      return nil
    }
    guard at < bytes.count, bytes[at] == 0x20, !bytes[at...].starts(with: " - ".utf8) else { return nil }
    return (label, at + 1)
  }

  /// Whether a line opens the note behind the one that `text` is.
  static func opensNext(_ line: [UInt8], behind text: [UInt8]) -> Bool {
    guard let next = label(of: line).flatMap({ Int($0.label) }),
      let last = label(of: text).flatMap({ Int($0.label) })
    else { return false }
    return next == last + 1
  }
}
