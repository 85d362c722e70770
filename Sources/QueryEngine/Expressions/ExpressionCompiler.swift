import Diagnostics
import QuerySyntax
import RDF
import TripleStore

/// Turns expressions into nodes: resolves variables, computes what is constant, and picks the node that does a common shape fastest.
struct ExpressionCompiler {
  private let context: EvaluationContext
  private let slot: (Variable) -> Int?
  private let exists: (Algebra) throws -> ExistsTest
  /// No rows; for computing constants.
  private let nothing = Batch(columns: 0)

  init(
    _ context: EvaluationContext, slot: @escaping (Variable) -> Int?,
    exists: @escaping (Algebra) throws -> ExistsTest
  ) {
    self.context = context
    self.slot = slot
    self.exists = exists
  }

  private var pool: TermPool { context.pool }

  func compile(_ expression: QueryExpression) throws -> ExpressionNode {
    let shape = ExpressionShape(expression)
    guard shape.isMemoisable, shape.variables.count == 1, let variable = shape.variables.first,
      let column = slot(variable)
    else { return try folded(try node(expression), shape) }
    return MemoNode(slot: column, try node(expression))
  }

  /// A constant in place of a node that depends on nothing.
  private func folded(_ node: ExpressionNode, _ shape: ExpressionShape) throws -> ExpressionNode {
    guard shape.isConstant, !(node is ConstantNode) else { return node }
    return ConstantNode(try node.id(nothing, 0), pool) ?? ExpressionNode(pool)
  }

  private func node(_ expression: QueryExpression) throws -> ExpressionNode {
    switch expression {
    case .variable(let variable):
      return slot(variable).map { VariableNode(slot: $0, pool) } ?? ExpressionNode(pool)
    case .term(let term): return ConstantNode(pool.id(for: term), pool) ?? ExpressionNode(pool)
    case .or(let left, let right): return OrNode(try compile(left), try compile(right))
    case .and(let left, let right): return AndNode(try compile(left), try compile(right))
    case .not(let operand): return NotNode(try compile(operand))
    case .compare(let comparison, let left, let right):
      return self.comparison(comparison, try compile(left), try compile(right))
    case .arithmetic(let operation, let left, let right):
      return ArithmeticNode(operation, try compile(left), try compile(right))
    case .negate(let operand): return SignNode(negative: true, try compile(operand))
    case .plus(let operand): return SignNode(negative: false, try compile(operand))
    case .isIn(let operand, let list): return try membership(operand, list)
    case .notIn(let operand, let list): return NotNode(try membership(operand, list))
    case .exists(let pattern): return ExistsNode(try exists(pattern), pool)
    case .notExists(let pattern): return NotNode(ExistsNode(try exists(pattern), pool))
    case .builtIn(let name, let arguments): return try builtIn(name, arguments)
    case .function(let iri, let arguments):
      // A function nobody knows is an error of every solution, not of the query (SPARQL 1.1 §17.6).
      guard let function = QueryFunction.casts[iri.value] else { return ExpressionNode(pool) }
      return try call(function, arguments)
    case .aggregate(let aggregate):
      throw Diagnostic.error(
        "\(aggregate.function.rawValue) is not allowed here, only in SELECT, HAVING and ORDER BY")
    }
  }

  private func comparison(
    _ comparison: QueryExpression.Comparison, _ left: ExpressionNode, _ right: ExpressionNode
  ) -> ExpressionNode {
    if left is ConstantNode, !(right is ConstantNode) {
      return self.comparison(comparison.mirrored, right, left)
    }
    if comparison == .equal || comparison == .notEqual, let test = LanguageNode(.equals, left, right) {
      return comparison == .equal ? test : NotNode(test)
    }
    let general = ComparisonNode(comparison, left, right)
    if let texts = TextOrderNode(comparison, left, right, general) { return texts }
    guard let variable = left as? VariableNode, let constant = right as? ConstantNode else { return general }
    if let range = RangeNode(slot: variable.slot, comparison, constant, general) { return range }
    guard comparison == .equal || comparison == .notEqual else { return general }
    let equality = comparison == .equal ? general : ComparisonNode(.equal, left, right)
    guard let identity = IdentityNode(slot: variable.slot, constant, equality) else { return general }
    return comparison == .equal ? identity : NotNode(identity)
  }

  private func membership(_ operand: QueryExpression, _ list: [QueryExpression]) throws -> ExpressionNode {
    let operand = try compile(operand)
    // A constant that is listed again changes nothing.
    var constants: Set<TermID> = []
    let list = try list.map { try compile($0) }
      .filter { ($0 as? ConstantNode).map { constants.insert($0.id).inserted } ?? true }
    return IRIMembershipNode(operand, list) ?? MembershipNode(operand, list)
  }

  private func builtIn(_ name: String, _ arguments: [QueryExpression]) throws -> ExpressionNode {
    guard let function = QueryFunction.named[name.uppercased()] else {
      throw Diagnostic.error(
        "unknown function '\(name)'", hint: Suggestion.hint(for: name, among: QueryFunction.all.map(\.name)))
    }
    return try call(function, arguments)
  }

  private func call(_ function: QueryFunction, _ arguments: [QueryExpression]) throws -> ExpressionNode {
    guard function.arity.contains(arguments.count) else {
      throw Diagnostic.error(
        "expected \(function.arityText) for \(function.name), found \(arguments.count)", exitStatus: 2)
    }
    if case .form(let form) = function.body { return try self.form(form, arguments) }
    let nodes = try arguments.map { try compile($0) }
    if let search = TextSearchNode(function.name, nodes, pool) { return search }
    if function.name == "LANGMATCHES", let test = LanguageNode(.matches, nodes[0], nodes[1]) { return test }
    if let match = RegexNode(function.name, nodes, pool) { return match }
    if let replace = ReplaceNode(function.name, nodes, pool) { return replace }
    return call(function, nodes)
  }

  private func call(_ function: QueryFunction, _ nodes: [ExpressionNode]) -> ExpressionNode {
    switch function.body {
    case .unary(let body): UnaryCallNode(function.name, body, nodes[0], context)
    case .binary(let body): BinaryCallNode(body, nodes[0], nodes[1], context)
    case .variadic(let body): CallNode(body, nodes, context)
    case .form: ExpressionNode(pool)
    }
  }

  private func form(_ form: QueryFunction.Form, _ arguments: [QueryExpression]) throws -> ExpressionNode {
    switch form {
    case .bound:
      guard case .variable(let variable) = arguments[0] else {
        throw Diagnostic.error("expected a variable as the argument of BOUND", exitStatus: 2)
      }
      return BoundNode(slot: slot(variable), pool)
    case .ifThenElse:
      return IfNode(try compile(arguments[0]), try compile(arguments[1]), try compile(arguments[2]))
    case .coalesce: return CoalesceNode(try arguments.map { try compile($0) }, pool)
    case .sameTerm: return SameTermNode(try compile(arguments[0]), try compile(arguments[1]))
    }
  }
}
