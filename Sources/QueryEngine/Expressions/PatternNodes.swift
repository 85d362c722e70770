/// `REGEX` with a constant pattern.
final class RegexNode: TestNode {
  private let source: TextSource
  /// nil where the pattern is malformed: an error in every row.
  private let pattern: Pattern?

  /// nil for another function, or a pattern that differs from row to row.
  init?(_ name: String, _ arguments: [ExpressionNode], _ pool: TermPool) {
    guard name == "REGEX", let constants = ConstantNode.values(arguments[1...]) else { return nil }
    source = TextSource(arguments[0])
    pattern = PatternCache().pattern(constants[0], flags: constants.count > 1 ? constants[1] : nil)
    super.init(pool)
  }

  override func truth(_ batch: Batch, _ row: Int) throws -> Bool? {
    guard let pattern else { return nil }
    return try source.test(batch, row) { pattern.matches($0) }
  }
}

/// `REPLACE` with a constant pattern and replacement.
final class ReplaceNode: ExpressionNode {
  private let operand: ExpressionNode
  private let substitution: Substitution?

  init?(_ name: String, _ arguments: [ExpressionNode], _ pool: TermPool) {
    guard name == "REPLACE", let constants = ConstantNode.values(arguments[1...]) else { return nil }
    operand = arguments[0]
    let flags = constants.count > 2 ? constants[2] : nil
    substitution = PatternCache().pattern(constants[0], flags: flags)
      .flatMap { Substitution($0, constants[1], flags: flags) }
    super.init(pool)
  }

  override func value(_ batch: Batch, _ row: Int) throws -> Value? {
    guard let substitution, let value = try operand.value(batch, row) else { return nil }
    return try substitution.apply(to: value, in: pool)
  }
}

extension ConstantNode {
  /// The values of nodes that are all constant, otherwise nil.
  static func values(_ nodes: ArraySlice<ExpressionNode>) -> [Value]? {
    var values: [Value] = []
    for node in nodes {
      guard let constant = node as? ConstantNode else { return nil }
      values.append(constant.value)
    }
    return values
  }
}
