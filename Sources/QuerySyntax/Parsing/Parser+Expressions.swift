import Diagnostics
import RDF

/// Expressions (grammar rules [110]–[120]), by precedence climbing so that a level costs one frame of the stack.
extension Parser {
  typealias Operand = ExpressionTree.Operand

  /// How tightly operators bind, loosest first.
  enum Precedence: Int, Comparable {
    case or
    case and
    case comparison
    case sum
    case product
    case unary
    case primary

    static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }
  }

  mutating func expression() throws -> Operand {
    try nested { try $0.expression(.or) }
  }

  /// An expression of operators that bind at least as tightly as `minimum`.
  private mutating func expression(_ minimum: Precedence) throws -> Operand {
    let start = token.range.lowerBound
    var left = try unary()
    // A comparison takes no further comparison: `1 < 2 < 3` is not in the grammar.
    var mayCompare = true
    while true {
      let leftHeight = height
      let node: ExpressionTree
      if minimum <= .or, try take(.or) {
        node = .or(left, try expression(.and))
        mayCompare = false
      } else if minimum <= .and, try take(.and) {
        node = .and(left, try expression(.comparison))
        mayCompare = false
      } else if minimum <= .comparison, mayCompare, let comparison {
        try advance()
        node = .compare(comparison, left, try expression(.sum))
        mayCompare = false
      } else if minimum <= .comparison, mayCompare, word == "IN" || word == "NOT" {
        let negated = try take("NOT")
        try expect("IN")
        node = .isIn(left, try arguments().list, negated: negated)
        mayCompare = false
      } else if minimum <= .sum, token.kind == .plus || token.kind == .minus {
        let operation: QueryExpression.Arithmetic = token.kind == .plus ? .add : .subtract
        try advance()
        node = .arithmetic(operation, left, try expression(.product))
      } else if minimum <= .sum, let sign = numberSign {
        // `?x -1` is a subtraction [116], and `?x -1 * 2` subtracts the product.
        node = .arithmetic(sign, left, try expression(.product, from: try unsignedNumber()))
      } else if minimum <= .product, token.kind == .star || token.kind == .slash {
        let operation: QueryExpression.Arithmetic = token.kind == .star ? .multiply : .divide
        try advance()
        node = .arithmetic(operation, left, try unary())
      } else {
        return left
      }
      try stack(on: max(leftHeight, height))
      left = ranged(node, from: start)
    }
  }

  /// Products that begin with an operand already taken.
  private mutating func expression(
    _ minimum: Precedence, from first: Operand
  ) throws -> Operand {
    var left = first
    height = 0
    while token.kind == .star || token.kind == .slash {
      let operation: QueryExpression.Arithmetic = token.kind == .star ? .multiply : .divide
      let leftHeight = height
      try advance()
      let right = try unary()
      try stack(on: max(leftHeight, height))
      left = Ranged(.arithmetic(operation, left, right), left.range.lowerBound..<right.range.upperBound)
    }
    return left
  }

  private var comparison: QueryExpression.Comparison? {
    switch token.kind {
    case .equal: return .equal
    case .notEqual: return .notEqual
    case .less: return .less
    case .lessOrEqual: return .lessOrEqual
    case .greater: return .greater
    case .greaterOrEqual: return .greaterOrEqual
    default: return nil
    }
  }

  /// The operation that the sign of a number stands for where an operator is due.
  private var numberSign: QueryExpression.Arithmetic? {
    switch token.kind {
    case .integer, .decimal, .double:
      let first = lexer.bytes[token.range.lowerBound]
      return first == UInt8(ascii: "+") ? .add : first == UInt8(ascii: "-") ? .subtract : nil
    default: return nil
    }
  }

  private mutating func unsignedNumber() throws -> Operand {
    let start = token.range.lowerBound + 1
    let value = try number(droppingSign: true)
    return ranged(.term(.literal(value)), from: start)
  }

  private mutating func unary() throws -> Operand {
    let start = token.range.lowerBound
    let kind = token.kind
    guard kind == .not || kind == .plus || kind == .minus else { return try primary() }
    try advance()
    let operand = try primary()
    try stack(on: height)
    return ranged(
      kind == .not ? .not(operand) : kind == .plus ? .plus(operand) : .negate(operand), from: start)
  }

  private mutating func primary() throws -> Operand {
    let start = token.range.lowerBound
    height = 0
    switch token.kind {
    case .openParenthesis: return try bracketted()
    case .variable: return try variable().map { .variable($0) }
    case .iri, .prefixedName: return try iriOrCall()
    default:
      guard isLiteral else { return try call() }
      let value = try literal()
      return ranged(.term(.literal(value)), from: start)
    }
  }

  /// `( expression )`
  mutating func bracketted() throws -> Operand {
    let open = token.range
    try expect(.openParenthesis)
    let inner = try expression()
    try close(.closeParenthesis, openedAt: open)
    return inner
  }

  /// What FILTER and HAVING take [69]: an expression in parentheses or a call.
  mutating func constraint() throws -> Operand {
    switch token.kind {
    case .openParenthesis: return try bracketted()
    case .iri, .prefixedName:
      let value = try iriOrCall()
      guard case .function = value.node else { throw expected("'('") }
      return value
    case .word: return try call()
    default: throw expected("an expression in '(' and ')', or a call")
    }
  }

  /// Whether a further condition or key begins here.
  var startsConstraint: Bool {
    switch token.kind {
    case .openParenthesis, .iri, .prefixedName: return true
    case .word: return isCall
    default: return false
    }
  }
}
