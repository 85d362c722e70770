import TripleStore

/// Shows some columns of its source, in another order, without copying; one that the source lacks is unbound.
final class Project: Operator {
  let output: Batch
  private let source: any Operator

  init(_ source: any Operator, columns: [Int?]) {
    self.source = source
    output = Batch(of: source.output, columns: columns)
  }

  func next() throws -> Bool {
    guard try source.next() else { return false }
    output.count = source.output.count
    return true
  }

  func skip(to id: TermID) { source.skip(to: id) }
}
