import RDF

extension ResultFormat {
  static let json = tabular("json", "SPARQL 1.1 Query Results JSON", JSONWriter.self)
}

/// SPARQL 1.1 Query Results JSON: one solution a line, unbound variables left out.
struct JSONWriter: RowWriter {
  let output: ByteOutput
  private var variables: [String] = []
  private var isFirstRow = true
  private var isFirstCell = true

  init(output: ByteOutput, style: ResultStyle) { self.output = output }

  mutating func begin(_ variables: [String]) throws {
    self.variables = variables
    try output.append("{\"head\":{\"vars\":[")
    for (column, name) in variables.enumerated() {
      if column > 0 { try output.append(UInt8(ascii: ",")) }
      try string(name)
    }
    try output.append("]},\n\"results\":{\"bindings\":[")
  }

  mutating func beginRow() throws {
    try output.append(isFirstRow ? "\n{" : ",\n{")
    isFirstRow = false
    isFirstCell = true
  }

  mutating func cell(_ term: TermBytes?, column: Int) throws {
    guard let term else { return }
    if !isFirstCell { try output.append(UInt8(ascii: ",")) }
    isFirstCell = false
    try string(variables[column])
    switch term.kind {
    case .iri: try output.append(":{\"type\":\"uri\",\"value\":")
    case .blank: try output.append(":{\"type\":\"bnode\",\"value\":")
    case .literal: try output.append(":{\"type\":\"literal\",\"value\":")
    }
    try string(term.lexical)
    if !term.language.isEmpty {
      try output.append(",\"xml:lang\":")
      try string(term.language)
    } else if !term.datatype.isEmpty {
      try output.append(",\"datatype\":")
      try string(term.datatype)
    }
    try output.append(UInt8(ascii: "}"))
  }

  func endRow() throws { try output.append(UInt8(ascii: "}")) }

  func end(rows: Int) throws { try output.append("\n]}}\n") }

  func boolean(_ value: Bool) throws {
    try output.append("{\"head\":{},\"boolean\":")
    try output.append(value ? "true}\n" : "false}\n")
  }

  private func string(_ text: String) throws {
    var text = text
    try text.withUTF8 { try string($0) }
  }

  /// A JSON string (RFC 8259 §7).
  private func string(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    try output.append(UInt8(ascii: "\""))
    var start = 0
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
      try output.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
      start = index + 1
      switch byte {
      case UInt8(ascii: "\n"): try output.append("\\n")
      case UInt8(ascii: "\r"): try output.append("\\r")
      case UInt8(ascii: "\t"): try output.append("\\t")
      case 0..<0x20:
        try output.append("\\u00")
        try output.append(byte >> 4 + UInt8(ascii: "0"))
        try output.append(byte & 15 < 10 ? byte & 15 + UInt8(ascii: "0") : byte & 15 - 10 + UInt8(ascii: "a"))
      default:
        try output.append(UInt8(ascii: "\\"))
        try output.append(byte)
      }
    }
    try output.append(UnsafeBufferPointer(rebasing: bytes[start...]))
    try output.append(UInt8(ascii: "\""))
  }
}
