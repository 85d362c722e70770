import QuerySyntax

/// `=`, `!=`, `<`, `<=`, `>`, `>=` on values (SPARQL 1.1 §17.3).
final class ComparisonNode: TestNode {
  private let comparison: QueryExpression.Comparison
  private let left: ExpressionNode
  private let right: ExpressionNode

  init(_ comparison: QueryExpression.Comparison, _ left: ExpressionNode, _ right: ExpressionNode) {
    self.comparison = comparison
    self.left = left
    self.right = right
    super.init(left.pool)
  }

  override func truth(_ batch: Batch, _ row: Int) throws -> Bool? {
    guard let first = try left.value(batch, row), let second = try right.value(batch, row) else { return nil }
    return comparison.holds(first, second)
  }
}

extension QueryExpression.Comparison {
  /// Whether the comparison holds between two values; nil = error.
  func holds(_ left: Value, _ right: Value) -> Bool? {
    switch self {
    case .equal: return left.equals(right)
    case .notEqual: return left.equals(right).map { !$0 }
    case .less: return left.order(right).map { $0 == .less }
    case .lessOrEqual: return left.order(right).map { $0 == .less || $0 == .equal }
    case .greater: return left.order(right).map { $0 == .greater }
    case .greaterOrEqual: return left.order(right).map { $0 == .greater || $0 == .equal }
    }
  }

  /// The comparison that holds between the same operands the other way round.
  var mirrored: QueryExpression.Comparison {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
