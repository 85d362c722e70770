import QuerySyntax

/// `+`, `-`, `*`, `/` on numbers, and on dates and durations as XPath defines them.
final class ArithmeticNode: ExpressionNode {
  private let operation: QueryExpression.Arithmetic
  private let left: ExpressionNode
  private let right: ExpressionNode

  init(_ operation: QueryExpression.Arithmetic, _ left: ExpressionNode, _ right: ExpressionNode) {
    self.operation = operation
    self.left = left
    self.right = right
    super.init(left.pool)
  }

  override func value(_ batch: Batch, _ row: Int) throws -> Value? {
    guard let first = try left.value(batch, row), let second = try right.value(batch, row) else { return nil }
    guard let a = Numeric(first), let b = Numeric(second) else { return first.calculate(operation, second) }
    switch operation {
    case .add: return (a + b)?.value
    case .subtract: return (a - b)?.value
    case .multiply: return (a * b)?.value
    case .divide: return (a / b)?.value
    }
  }
}

/// Unary `+` and `-`.
final class SignNode: ExpressionNode {
  private let negative: Bool
  private let operand: ExpressionNode

  init(negative: Bool, _ operand: ExpressionNode) {
    self.negative = negative
    self.operand = operand
    super.init(operand.pool)
  }

  override func value(_ batch: Batch, _ row: Int) throws -> Value? {
    guard let number = try operand.value(batch, row).flatMap({ Numeric($0) }) else { return nil }
    return negative ? (-number)?.value : number.value
  }
}
