import RDF
import TripleStore

/// A batch of ids shown as terms.
final class TermBatch: SolutionBatch {
  private let batch: Batch
  private let pool: TermPool

  init(_ batch: Batch, pool: TermPool) {
    self.batch = batch
    self.pool = pool
  }

  var count: Int { batch.count }

  func withTerm(row: Int, column: Int, _ body: (TermBytes?) throws -> Void) rethrows {
    let id = batch.columns[column][row]
    guard id.isBound else { return try body(nil) }
    try pool.withTerm(id, body)
  }

  func key(row: Int, column: Int) -> UInt64? {
    let id = batch.columns[column][row]
    return id.isBound ? id.rawValue : nil
  }
}
