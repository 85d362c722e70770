import RDF

extension ResultFormat {
  static let csv = tabular("csv", "comma-separated values (SPARQL 1.1 Results CSV)", CSVWriter.self)
}

/// SPARQL 1.1 Query Results CSV §3: bare lexical forms, RFC 4180 quoting, lines ended by CR LF.
struct CSVWriter: RowWriter {
  let output: ByteOutput

  init(output: ByteOutput, style: ResultStyle) { self.output = output }

  func begin(_ variables: [String]) throws {
    for (column, name) in variables.enumerated() {
      if column > 0 { try output.append(UInt8(ascii: ",")) }
      var name = name
      try name.withUTF8 { try quoted($0) }
    }
    try output.append("\r\n")
  }

  func beginRow() throws {}

  func cell(_ term: TermBytes?, column: Int) throws {
    if column > 0 { try output.append(UInt8(ascii: ",")) }
    guard let term else { return }
    if term.kind == .blank { try output.append("_:") }
    try quoted(term.lexical)
  }

  func endRow() throws { try output.append("\r\n") }

  func end(rows: Int) throws {}

  func boolean(_ value: Bool) throws { try output.append(value ? "true\r\n" : "false\r\n") }

  private func quoted(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    guard CSVWriter.needsQuotes(bytes) else { return try output.append(bytes) }
    let quote = UInt8(ascii: "\"")
    try output.append(quote)
    for byte in bytes {
      if byte == quote { try output.append(quote) }
      try output.append(byte)
    }
    try output.append(quote)
  }

  /// Whether a quote, a comma or a line break stands in the bytes: eight at a time, then one by one.
  private static func needsQuotes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    let raw = UnsafeRawPointer(base)
    var place = 0
    while place + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let found =
        zeroBytes(word ^ 0x2222_2222_2222_2222) | zeroBytes(word ^ 0x2C2C_2C2C_2C2C_2C2C)
        | zeroBytes(word ^ 0x0A0A_0A0A_0A0A_0A0A) | zeroBytes(word ^ 0x0D0D_0D0D_0D0D_0D0D)
      if found != 0 { return true }
      place += 8
    }
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
      default: place += 1
      }
    }
    return false
  }

  /// Not 0 exactly where a byte is (H. Warren, "Hacker's Delight" §6–1).
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}
