import QueryEngine
import RDF

/// One row of solutions, copied so that all its terms are there at once. Memory is kept from row to row.
final class Row {
  private struct Cell {
    var kind = TermBytes.Kind.iri
    var lexical = 0..<0
    var datatype = 0..<0
    var language = 0..<0
    var isBound = false
  }

  private var bytes: [UInt8] = []
  private var cells: [Cell]

  init(columns: Int) { cells = Array(repeating: Cell(), count: columns) }

  func load(_ batch: any SolutionBatch, row: Int) {
    bytes.removeAll(keepingCapacity: true)
    for column in cells.indices {
      batch.withTerm(row: row, column: column) { term in
        guard let term else {
          cells[column].isBound = false
          return
        }
        cells[column] = Cell(
          kind: term.kind, lexical: append(term.lexical), datatype: append(term.datatype),
          language: append(term.language), isBound: true)
      }
    }
  }

  private func append(_ text: TextBytes) -> Range<Int> {
    let from = bytes.count
    bytes.append(contentsOf: text)
    return from..<bytes.count
  }

  /// Calls `body` with the row's terms.
  func withTerms(_ body: ([TermBytes?]) throws -> Void) rethrows {
    try bytes.withUnsafeBufferPointer { bytes in
      try body(
        cells.map { cell in
          guard cell.isBound else { return nil }
          return TermBytes(
            kind: cell.kind, lexical: UnsafeBufferPointer(rebasing: bytes[cell.lexical]),
            datatype: UnsafeBufferPointer(rebasing: bytes[cell.datatype]),
            language: UnsafeBufferPointer(rebasing: bytes[cell.language]))
        })
    }
  }
}

extension Solutions {
  /// Calls `body` with the terms of every row, in the order of `variables`.
  func forEachRow(_ body: ([TermBytes?]) throws -> Void) throws {
    let row = Row(columns: variables.count)
    while let batch = try next() {
      for index in 0..<batch.count {
        row.load(batch, row: index)
        try row.withTerms(body)
      }
    }
  }
}
