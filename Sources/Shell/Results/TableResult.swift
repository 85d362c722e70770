import RDF

extension ResultFormat {
  static let table = tabular("table", "columns for people to read", TableWriter.self)
}

/// Aligned columns: names, a rule, the rows; numbers to the right; IRIs shortened.
///
/// Widths come from the first rows; on a terminal the widest columns are cut ("…") so that a row stays on its line, elsewhere
/// nothing is cut.
struct TableWriter: RowWriter {
  /// Rows from which the widths are taken before the first is written.
  private static let sample = 1000

  let output: ByteOutput
  private let style: ResultStyle
  private let shortener: TermShortener
  private var columns: [TableColumn] = []
  private var cells: [TableCell] = []
  private var row: [TableCell] = []
  private var isStarted = false

  init(output: ByteOutput, style: ResultStyle) {
    self.output = output
    self.style = style
    shortener = TermShortener(prefixes: style.prefixes)
  }

  mutating func begin(_ variables: [String]) throws {
    columns = variables.map { TableColumn(name: TableCell(text: $0)) }
  }

  mutating func beginRow() throws { row.removeAll(keepingCapacity: true) }

  mutating func cell(_ term: TermBytes?, column: Int) throws {
    let cell = term.map { TableCell(text: shortener.text(for: $0)) } ?? TableCell(text: "")
    if !isStarted, let term { columns[column].widen(for: cell, numeric: isNumber(term)) }
    row.append(cell)
  }

  mutating func endRow() throws {
    if isStarted { return try line(row) }
    cells.append(contentsOf: row)
    if cells.count >= TableWriter.sample * max(1, columns.count) { try start() }
  }

  mutating func end(rows: Int) throws {
    if !isStarted { try start() }
    guard style.width != nil else { return }
    try output.append(text: rows == 1 ? "(1 row)\n" : "(\(rows.formattedWithCommas) rows)\n")
  }

  func boolean(_ value: Bool) throws { try output.append(value ? "yes\n" : "no\n") }

  private mutating func start() throws {
    isStarted = true
    if let width = style.width { TableColumn.fit(&columns, into: width) }
    guard !columns.isEmpty else { return cells.removeAll() }
    try line(columns.map(\.name))
    for (index, column) in columns.enumerated() {
      if index > 0 { try output.append("  ") }
      try output.append(text: String(repeating: "─", count: column.width))
    }
    try output.append(UInt8(ascii: "\n"))
    for start in stride(from: 0, to: cells.count, by: columns.count) {
      try line(Array(cells[start..<start + columns.count]))
    }
    cells.removeAll()
  }

  private func line(_ cells: [TableCell]) throws {
    var pending = 0
    for (index, cell) in cells.enumerated() {
      if index > 0 { pending += 2 }
      let column = columns[index]
      let shown = style.width == nil ? cell : cell.cut(to: column.width)
      let padding = max(0, column.width - shown.width)
      if column.isNumeric { pending += padding }
      if shown.width > 0 {
        try output.append(text: String(repeating: " ", count: pending))
        try output.append(text: shown.text)
        pending = 0
      }
      if !column.isNumeric { pending += padding }
    }
    try output.append(UInt8(ascii: "\n"))
  }

  private func isNumber(_ term: TermBytes) -> Bool {
    term.kind == .literal && NumberForm.isNumeric(datatype: term.datatype)
  }
}

extension Int {
  /// "41,202".
  public var formattedWithCommas: String {
    var digits = Array(String(magnitude).utf8)
    var index = digits.count - 3
    while index > 0 {
      digits.insert(UInt8(ascii: ","), at: index)
      index -= 3
    }
    return (self < 0 ? "-" : "") + String(decoding: digits, as: UTF8.self)
  }
}
