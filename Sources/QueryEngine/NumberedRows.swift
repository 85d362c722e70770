import RDF

/// The rows of an answer in short: the terms that occur in it, and for each cell the place of its term among them.
public struct NumberedRows: Sendable {
  /// Variables.
  public let width: Int
  /// Rows.
  public private(set) var count = 0
  public private(set) var terms: [Term] = []
  /// Row by row; -1 where the variable is unbound.
  private var cells: [Int] = []
  private var places: [UInt64: Int] = [:]
  /// The places of terms that have no number.
  private var unnumbered: [Term: Int] = [:]

  public init(width: Int = 0) { self.width = width }

  /// The place in `terms` of what stands in a cell; nil where the variable is unbound there.
  public subscript(row: Int, column: Int) -> Int? {
    let place = cells[row * width + column]
    return place < 0 ? nil : place
  }

  mutating func append(_ batch: any SolutionBatch) {
    count += batch.count
    for row in 0..<batch.count {
      for column in 0..<width { cells.append(place(batch, row, column)) }
    }
  }

  private mutating func place(_ batch: any SolutionBatch, _ row: Int, _ column: Int) -> Int {
    let key = batch.key(row: row, column: column)
    if let key, let known = places[key] { return known }
    guard let term = batch.term(row: row, column: column) else { return -1 }
    if let key {
      places[key] = terms.count
    } else {
      if let known = unnumbered[term] { return known }
      unnumbered[term] = terms.count
    }
    terms.append(term)
    return terms.count - 1
  }
}
