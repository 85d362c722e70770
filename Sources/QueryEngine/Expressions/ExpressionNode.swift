import TripleStore

/// A compiled expression's node, computed for one row of a batch; nil or `.none` = SPARQL error.
///
/// The base class is the expression that always errs. A subclass gives at least `value` or, where it is a test, `truth`.
class ExpressionNode {
  let pool: TermPool

  init(_ pool: TermPool) { self.pool = pool }

  func value(_ batch: Batch, _ row: Int) throws -> Value? { nil }

  func id(_ batch: Batch, _ row: Int) throws -> TermID {
    guard let value = try value(batch, row) else { return .none }
    return pool.id(for: value)
  }

  /// The effective boolean value.
  func truth(_ batch: Batch, _ row: Int) throws -> Bool? { try value(batch, row)?.effectiveBoolean }

  /// Keeps those of the first `count` row numbers for which the truth is `wanted`, in order, and gives how many they are.
  func filter(_ batch: Batch, _ rows: UnsafeMutablePointer<Int32>, _ count: Int, wanted: Bool) throws -> Int {
    var kept = 0
    for index in 0..<count {
      let row = rows[index]
      rows[kept] = row
      if try truth(batch, Int(row)) == wanted { kept += 1 }
    }
    return kept
  }
}

/// An expression whose value is a boolean.
class TestNode: ExpressionNode {
  override func truth(_ batch: Batch, _ row: Int) throws -> Bool? { nil }

  final override func value(_ batch: Batch, _ row: Int) throws -> Value? {
    try truth(batch, row).map { .boolean($0) }
  }

  final override func id(_ batch: Batch, _ row: Int) throws -> TermID {
    try truth(batch, row).map { TermID(boolean: $0) } ?? .none
  }
}

/// A column of the batch.
final class VariableNode: ExpressionNode {
  let slot: Int

  init(slot: Int, _ pool: TermPool) {
    self.slot = slot
    super.init(pool)
  }

  override func value(_ batch: Batch, _ row: Int) -> Value? { Value(of: batch.columns[slot][row], in: pool) }

  override func id(_ batch: Batch, _ row: Int) -> TermID { batch.columns[slot][row] }
}

/// A term of the query, or what constant arguments came to.
final class ConstantNode: ExpressionNode {
  let id: TermID
  let value: Value

  init?(_ id: TermID, _ pool: TermPool) {
    guard let value = Value(of: id, in: pool) else { return nil }
    self.id = id
    self.value = value
    super.init(pool)
  }

  override func value(_ batch: Batch, _ row: Int) -> Value? { value }

  override func id(_ batch: Batch, _ row: Int) -> TermID { id }
}
