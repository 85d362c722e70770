import RDF

/// An expression as written (grammar rules [110]–[128]); parentheses live in the shape of the tree.
public indirect enum ExpressionTree: Hashable, Sendable {
  public typealias Operand = Ranged<ExpressionTree>

  case variable(Variable)
  case term(Term)
  case or(Operand, Operand)
  case and(Operand, Operand)
  case not(Operand)
  case compare(QueryExpression.Comparison, Operand, Operand)
  case arithmetic(QueryExpression.Arithmetic, Operand, Operand)
  case negate(Operand)
  case plus(Operand)
  case isIn(Operand, [Operand], negated: Bool)
  case exists(Ranged<GroupTree>, negated: Bool)
  /// By its upper-case name.
  case builtIn(String, [Operand])
  case function(IRI, [Operand], distinct: Bool)
  /// The argument is nil only for `COUNT(*)`.
  case aggregate(Aggregate.Function, argument: Operand?, distinct: Bool, separator: String?)

  var isVariable: Bool {
    if case .variable = self { return true }
    return false
  }
}
