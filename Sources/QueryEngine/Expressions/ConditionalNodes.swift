import TripleStore

/// `BOUND`
final class BoundNode: TestNode {
  /// nil for a variable that no operator binds.
  private let slot: Int?

  init(slot: Int?, _ pool: TermPool) {
    self.slot = slot
    super.init(pool)
  }

  override func truth(_ batch: Batch, _ row: Int) -> Bool? {
    guard let slot else { return false }
    return batch.columns[slot][row].isBound
  }

  override func filter(_ batch: Batch, _ rows: UnsafeMutablePointer<Int32>, _ count: Int, wanted: Bool) -> Int
  {
    guard let slot else { return wanted ? 0 : count }
    let column = batch.columns[slot]
    var kept = 0
    for index in 0..<count {
      let row = rows[index]
      rows[kept] = row
      kept += column[Int(row)].isBound == wanted ? 1 : 0
    }
    return kept
  }
}

/// `IF`: the condition's error is the whole's; only the chosen branch is computed.
final class IfNode: ExpressionNode {
  private let condition: ExpressionNode
  private let yes: ExpressionNode
  private let no: ExpressionNode

  init(_ condition: ExpressionNode, _ yes: ExpressionNode, _ no: ExpressionNode) {
    self.condition = condition
    self.yes = yes
    self.no = no
    super.init(condition.pool)
  }

  override func value(_ batch: Batch, _ row: Int) throws -> Value? {
    guard let truth = try condition.truth(batch, row) else { return nil }
    return try (truth ? yes : no).value(batch, row)
  }

  override func id(_ batch: Batch, _ row: Int) throws -> TermID {
    guard let truth = try condition.truth(batch, row) else { return .none }
    return try (truth ? yes : no).id(batch, row)
  }
}

/// `COALESCE`: the first that is bound and no error.
final class CoalesceNode: ExpressionNode {
  private let choices: [ExpressionNode]

  init(_ choices: [ExpressionNode], _ pool: TermPool) {
    self.choices = choices
    super.init(pool)
  }

  override func value(_ batch: Batch, _ row: Int) throws -> Value? {
    for choice in choices {
      if let value = try choice.value(batch, row) { return value }
    }
    return nil
  }

  override func id(_ batch: Batch, _ row: Int) throws -> TermID {
    for choice in choices {
      let id = try choice.id(batch, row)
      if id.isBound { return id }
    }
    return .none
  }
}

/// `EXISTS`: whether a pattern has a solution compatible with the row.
final class ExistsNode: TestNode {
  private let test: ExistsTest

  init(_ test: @escaping ExistsTest, _ pool: TermPool) {
    self.test = test
    super.init(pool)
  }

  override func truth(_ batch: Batch, _ row: Int) throws -> Bool? { try test(batch, row) }
}
