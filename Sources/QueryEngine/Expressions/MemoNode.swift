import TripleStore

/// A costly test that depends on one variable only: each distinct term is tested once.
final class MemoNode: TestNode {
  private let slot: Int
  private let test: ExpressionNode
  private var memo = IDMemo()

  init(slot: Int, _ test: ExpressionNode) {
    self.slot = slot
    self.test = test
    super.init(test.pool)
  }

  override func truth(_ batch: Batch, _ row: Int) throws -> Bool? {
    let id = batch.columns[slot][row]
    guard memo.isWorthwhile, id.isBound else { return try test.truth(batch, row) }
    return try memo.outcome(id) { try test.truth(batch, row) }
  }
}
