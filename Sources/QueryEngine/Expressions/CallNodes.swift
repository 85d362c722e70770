/// A built-in of one argument.
final class UnaryCallNode: ExpressionNode {
  let name: String
  let argument: ExpressionNode
  private let body: QueryFunction.Unary
  private let context: EvaluationContext

  init(
    _ name: String, _ body: @escaping QueryFunction.Unary, _ argument: ExpressionNode,
    _ context: EvaluationContext
  ) {
    self.name = name
    self.body = body
    self.argument = argument
    self.context = context
    super.init(context.pool)
  }

  override func value(_ batch: Batch, _ row: Int) throws -> Value? {
    guard let value = try argument.value(batch, row) else { return nil }
    return body(value, context)
  }
}

/// A built-in of two arguments.
final class BinaryCallNode: ExpressionNode {
  private let body: QueryFunction.Binary
  private let first: ExpressionNode
  private let second: ExpressionNode
  private let context: EvaluationContext

  init(
    _ body: @escaping QueryFunction.Binary, _ first: ExpressionNode, _ second: ExpressionNode,
    _ context: EvaluationContext
  ) {
    self.body = body
    self.first = first
    self.second = second
    self.context = context
    super.init(context.pool)
  }

  override func value(_ batch: Batch, _ row: Int) throws -> Value? {
    guard let left = try first.value(batch, row), let right = try second.value(batch, row) else { return nil }
    return body(left, right, context)
  }
}

/// A built-in of any number of arguments, none of them in error.
final class CallNode: ExpressionNode {
  private let body: QueryFunction.Variadic
  private let arguments: [ExpressionNode]
  private let context: EvaluationContext

  init(_ body: @escaping QueryFunction.Variadic, _ arguments: [ExpressionNode], _ context: EvaluationContext)
  {
    self.body = body
    self.arguments = arguments
    self.context = context
    super.init(context.pool)
  }

  override func value(_ batch: Batch, _ row: Int) throws -> Value? {
    var values: [Value] = []
    values.reserveCapacity(arguments.count)
    for argument in arguments {
      guard let value = try argument.value(batch, row) else { return nil }
      values.append(value)
    }
    return try body(values, context)
  }
}
