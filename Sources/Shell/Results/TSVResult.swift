import RDF

extension ResultFormat {
  static let tsv = tabular(
    "tsv", "tab-separated values, terms in Turtle form (SPARQL 1.1 Results TSV)", TSVWriter.self)
}

/// SPARQL 1.1 Query Results TSV §4: variables with their `?`, terms as in Turtle, numbers bare where Turtle allows it.
struct TSVWriter: RowWriter {
  let output: ByteOutput

  init(output: ByteOutput, style: ResultStyle) { self.output = output }

  func begin(_ variables: [String]) throws {
    for (column, name) in variables.enumerated() {
      if column > 0 { try output.append(UInt8(ascii: "\t")) }
      try output.append(UInt8(ascii: "?"))
      try output.append(text: name)
    }
    try output.append(UInt8(ascii: "\n"))
  }

  func beginRow() throws {}

  func cell(_ term: TermBytes?, column: Int) throws {
    if column > 0 { try output.append(UInt8(ascii: "\t")) }
    if let term { try output.append(turtle: term) }
  }

  func endRow() throws { try output.append(UInt8(ascii: "\n")) }

  func end(rows: Int) throws {}

  func boolean(_ value: Bool) throws { try output.append(value ? "true\n" : "false\n") }
}
