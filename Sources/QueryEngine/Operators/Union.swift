import TripleStore

/// All rows of one input after the other, columns matched by name.
final class Union: Operator {
  let output: Batch
  private let sources: [(source: any Operator, columns: [Int?])]
  private var position = 0

  /// - Parameter sources: each with the column that feeds every output column, nil = unbound.
  init(_ sources: [(source: any Operator, columns: [Int?])], width: Int) {
    self.sources = sources
    output = Batch(columns: width)
  }

  func next() throws -> Bool {
    while position < sources.count {
      let (source, columns) = sources[position]
      guard try source.next() else {
        position += 1
        continue
      }
      let count = source.output.count
      for (index, from) in columns.enumerated() {
        if let from {
          output.columns[index].update(from: source.output.columns[from], count: count)
        } else {
          output.columns[index].update(repeating: .none, count: count)
        }
      }
      output.count = count
      return true
    }
    return false
  }
}
