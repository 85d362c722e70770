import RDF

extension ResultFormat {
  static let chain = ResultFormat(
    name: "chain",
    summary: "a line for each path of a PATHS query, for people to read; anything else as a table"
  ) { answer, output, style in
    if style.holdsPaths {
      var writer = ChainWriter(output: output, style: style)
      return try writer.write(answer)
    }
    return try table.write(answer, output, style)
  }
}

/// A line for each path: `1  <A/RES/79/258> —:recalls→ <A/RES/78/237> —:recalls→ <A/RES/53/70>`.
///
/// On a terminal a chain that is too long goes on in the next line.
struct ChainWriter: RowWriter {
  private static let indent = 4

  let output: ByteOutput
  private let style: ResultStyle
  private let shortener: TermShortener
  private var row: [TableCell] = []
  private var paths = 0
  /// Columns of the terminal that the present line has filled.
  private var column = 0

  init(output: ByteOutput, style: ResultStyle) {
    self.output = output
    self.style = style
    shortener = TermShortener(prefixes: style.prefixes)
  }

  func begin(_ variables: [String]) {}

  mutating func beginRow() throws { row.removeAll(keepingCapacity: true) }

  mutating func cell(_ term: TermBytes?, column: Int) throws {
    row.append(TableCell(text: term.map { shortener.text(for: $0) } ?? ""))
  }

  /// The path's number, the step, the source, what is shown of the edge, the target.
  mutating func endRow() throws {
    if row[1].text == "1" {
      if paths > 0 { try output.append(UInt8(ascii: "\n")) }
      paths += 1
      column = 0
      try write("\(row[0].text)  \(row[2].text)")
    }
    let edge = row[3..<row.count - 1].map(\.text).joined(separator: " ")
    let link = TableCell(text: (edge.isEmpty ? " → " : " —\(edge)→ ") + row[row.count - 1].text)
    if let width = style.width, column + link.width > width, column > ChainWriter.indent {
      try output.append(text: "\n" + String(repeating: " ", count: ChainWriter.indent - 1))
      column = ChainWriter.indent - 1
    }
    try write(link.text)
  }

  private mutating func write(_ text: String) throws {
    try output.append(text: text)
    column += TableCell(text: text).width
  }

  func end(rows: Int) throws {
    if paths > 0 { try output.append(UInt8(ascii: "\n")) }
    guard style.width != nil else { return }
    try output.append(text: paths == 1 ? "(1 path)\n" : "(\(paths.formattedWithCommas) paths)\n")
  }

  func boolean(_ value: Bool) throws { try TableWriter(output: output, style: style).boolean(value) }
}
