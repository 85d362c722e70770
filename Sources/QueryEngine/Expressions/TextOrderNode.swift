import QuerySyntax

/// A comparison of `STR(?a)` with `STR(?b)`: the bytes are compared where they lie.
final class TextOrderNode: TestNode {
  private let comparison: QueryExpression.Comparison
  private let left: TextSource
  private let right: TextSource
  /// For what the dictionary does not hold.
  private let general: ComparisonNode

  /// nil where the operands have another shape.
  init?(
    _ comparison: QueryExpression.Comparison, _ left: ExpressionNode, _ right: ExpressionNode,
    _ general: ComparisonNode
  ) {
    self.comparison = comparison
    self.left = TextSource(left)
    self.right = TextSource(right)
    self.general = general
    guard self.left.isCharactersOfVariable, self.right.isCharactersOfVariable else { return nil }
    super.init(left.pool)
  }

  override func truth(_ batch: Batch, _ row: Int) throws -> Bool? {
    guard let a = left.characters(batch, row), let b = right.characters(batch, row) else {
      return try general.truth(batch, row)
    }
    switch comparison {
    case .equal: return a.equals(b)
    case .notEqual: return !a.equals(b)
    case .less: return a.order(b) < 0
    case .lessOrEqual: return a.order(b) <= 0
    case .greater: return a.order(b) > 0
    case .greaterOrEqual: return a.order(b) >= 0
    }
  }
}
