import QueryEngine
import QuerySyntax
import RDF

/// A result format that is written a cell at a time, in order, straight from the engine's bytes.
protocol RowWriter: SendableMetatype {
  init(output: ByteOutput, style: ResultStyle)
  var output: ByteOutput { get }

  mutating func begin(_ variables: [String]) throws
  mutating func beginRow() throws
  /// The term in the next cell of the row; nil where the variable is unbound.
  mutating func cell(_ term: TermBytes?, column: Int) throws
  mutating func endRow() throws
  mutating func end(rows: Int) throws
  /// The answer to an ASK, instead of all the above.
  mutating func boolean(_ value: Bool) throws
}

extension RowWriter {
  /// Writes a whole answer and gives the number of rows.
  mutating func write(_ answer: Answer) throws -> Int {
    var rows = 0
    switch answer {
    case .boolean(let value):
      try boolean(value)
    case .solutions(let solutions):
      try begin(solutions.variables.map(\.name))
      let width = solutions.variables.count
      while let batch = try solutions.next() {
        for row in 0..<batch.count {
          try beginRow()
          for column in 0..<width {
            try batch.withTerm(row: row, column: column) { try cell($0, column: column) }
          }
          try endRow()
        }
        rows += batch.count
      }
      try end(rows: rows)
    case .graph(let triples):
      try begin(["subject", "predicate", "object"])
      try triples.forEach { subject, predicate, object in
        try beginRow()
        try cell(subject, column: 0)
        try cell(predicate, column: 1)
        try cell(object, column: 2)
        try endRow()
        rows += 1
      }
      try end(rows: rows)
    }
    return rows
  }
}
