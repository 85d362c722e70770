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

  /// Whether a quote, a comma or a line break stands in the bytes: sixteen at a time, then one by one.
  private static func needsQuotes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    let raw = UnsafeRawPointer(base)
    var place = 0
    while place + 16 <= bytes.count {
      let vector = raw.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
      let found =
        (vector .== UInt8(ascii: "\"")) .| (vector .== UInt8(ascii: ","))
        .| (vector .== UInt8(ascii: "\n")) .| (vector .== UInt8(ascii: "\r"))
      if any(found) { return true }
      place += 16
    }
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
      default: place += 1
      }
    }
    return false
  }
}
