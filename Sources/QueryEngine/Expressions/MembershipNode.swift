import TripleStore

/// `IN` (SPARQL 1.1 §17.4.1.9): equal to one of the list; an error in the list counts only where nothing is equal.
final class MembershipNode: TestNode {
  private let operand: ExpressionNode
  private let list: [ExpressionNode]

  init(_ operand: ExpressionNode, _ list: [ExpressionNode]) {
    self.operand = operand
    self.list = list
    super.init(operand.pool)
  }

  override func truth(_ batch: Batch, _ row: Int) throws -> Bool? {
    guard let value = try operand.value(batch, row) else { return nil }
    var result: Bool? = false
    for member in list {
      switch try member.value(batch, row)?.equals(value) {
      case true?: return true
      case false?: break
      case nil: result = nil
      }
    }
    return result
  }
}

/// `IN` a list of IRIs: a search among sorted ids.
final class IRIMembershipNode: TestNode {
  private let operand: ExpressionNode
  private let ids: [TermID]

  init?(_ operand: ExpressionNode, _ list: [ExpressionNode]) {
    var ids: [TermID] = []
    for member in list {
      guard let constant = member as? ConstantNode, case .iri = constant.value.content else { return nil }
      ids.append(constant.id)
    }
    self.operand = operand
    self.ids = ids.sorted()
    super.init(operand.pool)
  }

  override func truth(_ batch: Batch, _ row: Int) throws -> Bool? {
    let id = try operand.id(batch, row)
    guard id.isBound else { return nil }
    var low = 0
    var high = ids.count
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < ids.count && ids[low] == id
  }
}
