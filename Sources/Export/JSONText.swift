import RDF

extension ByteOutput {
  /// `"…"` as JSON writes it (RFC 8259 §7).
  func append(json text: TextBytes) throws {
    try append(UInt8(ascii: "\""))
    var from = 0
    for (index, byte) in text.enumerated() {
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
      try append(TextBytes(rebasing: text[from..<index]))
      try append(jsonEscape: byte)
      from = index + 1
    }
    try append(TextBytes(rebasing: text[from...]))
    try append(UInt8(ascii: "\""))
  }

  public func append(json text: String) throws {
    var text = text
    try text.withUTF8 { try append(json: $0) }
  }

  private func append(jsonEscape byte: UInt8) throws {
    switch byte {
    case UInt8(ascii: "\""): try append("\\\"")
    case UInt8(ascii: "\\"): try append("\\\\")
    case 0x0A: try append("\\n")
    case 0x0D: try append("\\r")
    case 0x09: try append("\\t")
    default:
      let digits: StaticString = "0123456789abcdef"
      try append("\\u00")
      try append(digits.utf8Start[Int(byte >> 4)])
      try append(digits.utf8Start[Int(byte & 15)])
    }
  }

  /// A value: text in quotes, a number or truth value as it stands.
  func append(json value: TextBytes, as type: AttributeType) throws {
    switch type {
    case .string: try append(json: value)
    case .boolean: try append(value)
    case .int, .long, .float, .double:
      // XML Schema allows "+1", "007", "1." and ".5"; JSON does not.
      if isJSONNumber(value) { try append(value) } else { try append(json: value) }
    }
  }

  private func isJSONNumber(_ text: TextBytes) -> Bool {
    var rest = text[...]
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    func digits() -> Int {
      let count = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
      rest = rest.dropFirst(count)
      return count
    }
    let hasLeadingZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    if whole == 0 || whole > 1 && hasLeadingZero { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      if digits() == 0 { return false }
    }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        rest = rest.dropFirst()
      }
      if digits() == 0 { return false }
    }
    return rest.isEmpty
  }
}
