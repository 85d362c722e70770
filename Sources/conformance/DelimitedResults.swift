import Diagnostics
import RDF

/// SPARQL 1.1 Query Results CSV (W3C 2013, §3), as tests give expected answers: characters only.
enum CSVResults {
  static func read(_ path: String) throws -> ExpectedAnswer {
    var records: [[String]] = [[]]
    var cell = ""
    var quoted = false
    var wasQuoted = false
    for byte in try contents(path).unicodeScalars {
      switch (byte, quoted) {
      case ("\"", true): quoted = false
      case ("\"", false):
        if wasQuoted { cell.unicodeScalars.append("\"") }
        quoted = true
        wasQuoted = true
      case (",", false), ("\n", false):
        records[records.count - 1].append(cell)
        cell = ""
        wasQuoted = false
        if byte == "\n" { records.append([]) }
      case ("\r", false): break
      default: cell.unicodeScalars.append(byte)
      }
    }
    if !cell.isEmpty { records[records.count - 1].append(cell) }
    if records.last?.isEmpty ?? false { records.removeLast() }
    let rows = records.dropFirst().map { row in
      row.map { cell -> Term? in
        cell.hasPrefix("_:") ? .blank(BlankNode(String(cell.dropFirst(2)))) : .string(cell)
      }
    }
    return .solutions(variables: records.first ?? [], rows: rows, isOrdered: false, isText: true)
  }
}

/// SPARQL 1.1 Query Results TSV (W3C 2013, §4), as tests give expected answers: each cell a Turtle term.
enum TSVResults {
  static func read(_ path: String) throws -> ExpectedAnswer {
    var lines = try contents(path).split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
        String(cell.hasSuffix("\r") ? cell.dropLast() : cell)
      }
    }
    if lines.last == [""] { lines.removeLast() }
    let variables = (lines.first ?? []).map { String($0.drop { $0 == "?" }) }
    let rows = try lines.dropFirst().map { try $0.map(term) }
    return .solutions(variables: variables, rows: rows, isOrdered: false, isText: false)
  }

  /// Reads a cell by letting the Turtle reader read it as an object.
  private static func term(_ cell: String) throws -> Term? {
    if cell.isEmpty { return nil }
    var collector = QuadCollector()
    try RDFReader(format: .turtle).read(text: "<s:s> <p:p> \(cell) .", name: "cell", into: &collector)
    return collector.quads.first?.triple.object
  }
}
