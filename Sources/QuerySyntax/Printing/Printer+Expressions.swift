import RDF

extension Printer {
  func text(of expression: ExpressionTree) -> String { text(of: expression, inside: .or) }

  /// The expression in parentheses if it binds less tightly than its place asks for.
  private func text(of expression: ExpressionTree, inside place: Parser.Precedence) -> String {
    func text(_ operand: ExpressionTree.Operand, _ place: Parser.Precedence) -> String {
      self.text(of: operand.node, inside: place)
    }
    func list(_ operands: [ExpressionTree.Operand]) -> String {
      "(" + operands.map { text($0, .or) }.joined(separator: ", ") + ")"
    }
    let written: String
    switch expression {
    case .variable(let variable): written = variable.description
    case .term(let term): written = term.text(prefixes: prefixes)
    case .or(let left, let right): written = text(left, .or) + " || " + text(right, .and)
    case .and(let left, let right): written = text(left, .and) + " && " + text(right, .comparison)
    case .compare(let comparison, let left, let right):
      written = text(left, .sum) + " \(comparison.rawValue) " + text(right, .sum)
    case .isIn(let value, let members, let negated):
      written = text(value, .sum) + (negated ? " NOT IN " : " IN ") + list(members)
    case .arithmetic(let operation, let left, let right):
      let (leftPlace, rightPlace) = places(of: operation)
      written = text(left, leftPlace) + " \(operation.rawValue) " + text(right, rightPlace)
    case .not(let inner): written = "!" + text(inner, .primary)
    case .negate(let inner): written = "-" + signed(inner)
    case .plus(let inner): written = "+" + signed(inner)
    case .exists(let group, let negated):
      var printer = Printer(prefixes: prefixes, indent: indent)
      printer.write(group.node)
      written = (negated ? "NOT EXISTS " : "EXISTS ") + printer.text
    case .builtIn(let name, let arguments): written = name + list(arguments)
    case .function(let name, let arguments, let distinct):
      written =
        name.text(prefixes: prefixes)
        + (distinct ? "(DISTINCT " + list(arguments).dropFirst() : list(arguments))
    case .aggregate(let function, let argument, let distinct, let separator):
      written =
        function.rawValue + "(" + (distinct ? "DISTINCT " : "") + (argument.map { text($0, .or) } ?? "*")
        + (separator.map { "; SEPARATOR=" + Literal($0).description } ?? "") + ")"
    }
    return expression.precedence < place ? "(" + written + ")" : written
  }

  private func places(
    of operation: QueryExpression.Arithmetic
  ) -> (left: Parser.Precedence, right: Parser.Precedence) {
    switch operation {
    case .add, .subtract: return (.sum, .product)
    case .multiply, .divide: return (.product, .unary)
    }
  }

  /// An operand behind a sign: a number goes in parentheses, or the sign would become a part of it.
  private func signed(_ operand: ExpressionTree.Operand) -> String {
    if case .term(let term) = operand.node, term.isNumber { return "(" + text(of: operand.node) + ")" }
    return text(of: operand.node, inside: .primary)
  }
}

extension ExpressionTree {
  /// How tightly its outermost operator binds.
  fileprivate var precedence: Parser.Precedence {
    switch self {
    case .or: return .or
    case .and: return .and
    case .compare, .isIn: return .comparison
    case .arithmetic(.add, _, _), .arithmetic(.subtract, _, _): return .sum
    case .arithmetic: return .product
    case .not, .negate, .plus: return .unary
    default: return .primary
    }
  }
}
