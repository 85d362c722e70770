import Diagnostics
import RDF

extension ResultFormat {
  static let xml = tabular("xml", "SPARQL Query Results XML", XMLResultWriter.self)
}

/// SPARQL Query Results XML Format (second edition), one element a line.
struct XMLResultWriter: RowWriter {
  let output: ByteOutput
  private var variables: [String] = []

  init(output: ByteOutput, style: ResultStyle) { self.output = output }

  mutating func begin(_ variables: [String]) throws {
    self.variables = variables
    try opening()
    try output.append("<head>\n")
    for name in variables {
      try output.append("<variable name=\"")
      try output.append(text: name)
      try output.append("\"/>\n")
    }
    try output.append("</head>\n<results>\n")
  }

  func beginRow() throws { try output.append("<result>\n") }

  func cell(_ term: TermBytes?, column: Int) throws {
    guard let term else { return }
    try output.append("<binding name=\"")
    try output.append(text: variables[column])
    try output.append("\">")
    switch term.kind {
    case .iri:
      try output.append("<uri>")
      try escaped(term.lexical)
      try output.append("</uri>")
    case .blank:
      try output.append("<bnode>")
      try escaped(term.lexical)
      try output.append("</bnode>")
    case .literal:
      try output.append("<literal")
      if !term.language.isEmpty {
        try output.append(" xml:lang=\"")
        try escaped(term.language)
        try output.append(UInt8(ascii: "\""))
      } else if !term.datatype.isEmpty {
        try output.append(" datatype=\"")
        try escaped(term.datatype)
        try output.append(UInt8(ascii: "\""))
      }
      try output.append(UInt8(ascii: ">"))
      try escaped(term.lexical)
      try output.append("</literal>")
    }
    try output.append("</binding>\n")
  }

  func endRow() throws { try output.append("</result>\n") }

  func end(rows: Int) throws { try output.append("</results>\n</sparql>\n") }

  func boolean(_ value: Bool) throws {
    try opening()
    try output.append("<head/>\n<boolean>")
    try output.append(value ? "true</boolean>\n</sparql>\n" : "false</boolean>\n</sparql>\n")
  }

  private func opening() throws {
    try output.append(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n"
    )
  }

  /// Text with what XML 1.0 §2.2 and §2.4 demand.
  ///
  /// - Throws: an error for a character that XML cannot hold.
  private func escaped(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    var start = 0
    for index in bytes.indices {
      let escape: StaticString
      switch bytes[index] {
      case UInt8(ascii: "<"): escape = "&lt;"
      case UInt8(ascii: ">"): escape = "&gt;"
      case UInt8(ascii: "&"): escape = "&amp;"
      case UInt8(ascii: "\""): escape = "&quot;"
      case UInt8(ascii: "\r"): escape = "&#13;"
      case UInt8(ascii: "\t"), UInt8(ascii: "\n"): continue
      case 0..<0x20: throw refusal(of: Int(bytes[index]), in: bytes)
      case 0xEF where bytes[index...].starts(with: [0xEF, 0xBF, 0xBE]): throw refusal(of: 0xFFFE, in: bytes)
      case 0xEF where bytes[index...].starts(with: [0xEF, 0xBF, 0xBF]): throw refusal(of: 0xFFFF, in: bytes)
      default: continue
      }
      try output.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
      try output.append(escape)
      start = index + 1
    }
    try output.append(UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  private func refusal(of code: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Diagnostic {
    let digits = String(code, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    let text = String(decoding: bytes.prefix(60).filter { $0 >= 0x20 }, as: UTF8.self)
    return .error("XML cannot hold the character \(name) in '\(text)'", hint: "use json or tsv")
  }
}
