import TripleStore

/// A variable `=` an IRI or a plain string: equality of ids, since the same term has the same id.
///
/// What only a value can tell (a malformed or unknown literal beside a string) takes the general comparison.
final class IdentityNode: TestNode {
  private let slot: Int
  private let constant: TermID
  private let isIRI: Bool
  private let general: ComparisonNode

  init?(slot: Int, _ constant: ConstantNode, _ general: ComparisonNode) {
    switch constant.value.content {
    case .iri: isIRI = true
    case .string: isIRI = false
    default: return nil
    }
    self.slot = slot
    self.constant = constant.id
    self.general = general
    super.init(constant.pool)
  }

  override func truth(_ batch: Batch, _ row: Int) throws -> Bool? {
    let id = batch.columns[slot][row]
    if id == constant { return true }
    switch id.kind {
    case .none: return nil
    case .typed, .local: return isIRI ? false : try general.truth(batch, row)
    default: return false
    }
  }

  override func filter(_ batch: Batch, _ rows: UnsafeMutablePointer<Int32>, _ count: Int, wanted: Bool) throws
    -> Int
  {
    guard wanted, isIRI else { return try super.filter(batch, rows, count, wanted: wanted) }
    let column = batch.columns[slot]
    var kept = 0
    for index in 0..<count {
      let row = rows[index]
      rows[kept] = row
      kept += column[Int(row)] == constant ? 1 : 0
    }
    return kept
  }
}

/// `sameTerm`: equality of ids.
final class SameTermNode: TestNode {
  private let left: ExpressionNode
  private let right: ExpressionNode

  init(_ left: ExpressionNode, _ right: ExpressionNode) {
    self.left = left
    self.right = right
    super.init(left.pool)
  }

  override func truth(_ batch: Batch, _ row: Int) throws -> Bool? {
    let first = try left.id(batch, row)
    let second = try right.id(batch, row)
    return first.isBound && second.isBound ? first == second : nil
  }
}
