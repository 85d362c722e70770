import QuerySyntax
import RDF

/// What an expression depends on and costs, found without computing it.
struct ExpressionShape {
  private(set) var variables: Set<Variable> = []
  /// False where the same arguments may give different values (RAND, UUID, BNODE, EXISTS).
  private(set) var isPure = true
  /// True where a text is searched, hashed or rebuilt.
  private(set) var isCostly = false
  private(set) var isTest = false

  init(_ expression: QueryExpression) {
    visit(expression)
    switch expression {
    case .or, .and, .not, .compare, .isIn, .notIn: isTest = true
    case .builtIn(let name, _): isTest = QueryFunction.named[name.uppercased()]?.isTest ?? false
    default: break
    }
  }

  /// Worth remembering per distinct term of its variable.
  var isMemoisable: Bool { isPure && isCostly && isTest }

  var isConstant: Bool { isPure && variables.isEmpty }

  private mutating func visit(_ expression: QueryExpression) {
    switch expression {
    case .variable(let variable): variables.insert(variable)
    case .term: break
    case .or(let left, let right), .and(let left, let right), .compare(_, let left, let right),
      .arithmetic(_, let left, let right):
      visit(left)
      visit(right)
    case .not(let operand), .negate(let operand), .plus(let operand): visit(operand)
    case .isIn(let operand, let list), .notIn(let operand, let list):
      visit(operand)
      for member in list { visit(member) }
    case .exists, .notExists, .aggregate: isPure = false
    case .builtIn(let name, let arguments):
      if let function = QueryFunction.named[name.uppercased()] { note(function) }
      for argument in arguments { visit(argument) }
    case .function(let iri, let arguments):
      if let function = QueryFunction.casts[iri.value] { note(function) }
      for argument in arguments { visit(argument) }
    }
  }

  private mutating func note(_ function: QueryFunction) {
    if function.traits.contains(.impure) { isPure = false }
    if function.traits.contains(.costly) { isCostly = true }
  }
}
