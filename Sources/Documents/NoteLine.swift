/// A line that opens a footnote in plain text.
enum NoteLine {
  /// The note that `bytes` are: "12 See …", "1/ S/24960.", "* Reissued …", "¹ A/65/201."; nil where they are none.
  static func match(_ bytes: [UInt8]) -> Note? {
    if let (label, end) = Superscript.run(bytes, 0), end < bytes.count {
      return Note(label: label, text: RunningText(bytes[end...]))
    }
    var at = 0
    while at < bytes.count, at < 3, bytes[at].isDigit { at += 1 }
    if at == 0 {
      while at < bytes.count, at < 3, bytes[at] == UInt8(ascii: "*") { at += 1 }
    }
    guard at > 0, at < bytes.count else { return nil }
    var text = at
    if bytes[text] == UInt8(ascii: "/") { text += 1 }
    guard text < bytes.count, bytes[text] == 0x20 else { return nil }
    return Note(label: String(decoding: bytes[..<at], as: UTF8.self), text: RunningText(bytes[(text + 1)...]))
  }
}
