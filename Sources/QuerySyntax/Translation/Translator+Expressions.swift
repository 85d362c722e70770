import Diagnostics
import RDF

/// The aggregates of one SELECT, each with the hidden variable that stands in its place.
struct AggregateList {
  private(set) var bindings: [AggregateBinding] = []
  private var variables: [Aggregate: Variable] = [:]

  /// The variable of an aggregate; equal aggregates share one.
  mutating func variable(
    of aggregate: Aggregate, orElse fresh: () -> Variable
  ) -> Variable {
    if let known = variables[aggregate] { return known }
    let variable = fresh()
    variables[aggregate] = variable
    bindings.append(AggregateBinding(variable, aggregate))
    return variable
  }
}

/// Expressions (§18.2.2.2, §18.2.4.1).
extension Translator {
  /// An expression in which no aggregate may stand.
  mutating func expression(_ tree: ExpressionTree.Operand) throws -> QueryExpression {
    var none: AggregateList?
    return try expression(tree, &none)
  }

  /// An expression whose aggregates go to `aggregates`; nil = none may stand here.
  mutating func expression(
    _ tree: ExpressionTree.Operand, _ aggregates: inout AggregateList?
  ) throws -> QueryExpression {
    switch tree.node {
    case .variable(let variable): return .variable(variable)
    case .term(let term): return .term(term)
    case .or(let left, let right):
      return .or(try expression(left, &aggregates), try expression(right, &aggregates))
    case .and(let left, let right):
      return .and(try expression(left, &aggregates), try expression(right, &aggregates))
    case .not(let inner): return .not(try expression(inner, &aggregates))
    case .compare(let comparison, let left, let right):
      return .compare(comparison, try expression(left, &aggregates), try expression(right, &aggregates))
    case .arithmetic(let operation, let left, let right):
      return .arithmetic(operation, try expression(left, &aggregates), try expression(right, &aggregates))
    case .negate(let inner): return .negate(try expression(inner, &aggregates))
    case .plus(let inner): return .plus(try expression(inner, &aggregates))
    case .isIn(let value, let list, let negated):
      let value = try expression(value, &aggregates)
      let list = try expressions(list, &aggregates)
      return negated ? .notIn(value, list) : .isIn(value, list)
    case .exists(let group, let negated):
      let pattern = try self.group(group)
      return negated ? .notExists(pattern) : .exists(pattern)
    case .builtIn(let name, let arguments): return .builtIn(name, try expressions(arguments, &aggregates))
    case .function(let name, let arguments, _):
      // DISTINCT means something to aggregates by IRI alone, and there are none.
      return .function(name, try expressions(arguments, &aggregates))
    case .aggregate(let function, let argument, let distinct, let separator):
      guard var list = aggregates else {
        throw error(
          "\(function.rawValue) cannot stand here", tree.range,
          hint: "aggregates stand in SELECT, HAVING and ORDER BY, not in one another")
      }
      let value: QueryExpression?
      if let argument { value = try expression(argument) } else { value = nil }
      let aggregate = Aggregate(function, distinct: distinct, argument: value, separator: separator)
      let variable = list.variable(of: aggregate) { fresh("agg") }
      aggregates = list
      return .variable(variable)
    }
  }

  private mutating func expressions(
    _ trees: [ExpressionTree.Operand], _ aggregates: inout AggregateList?
  ) throws -> [QueryExpression] {
    var list: [QueryExpression] = []
    for tree in trees { list.append(try expression(tree, &aggregates)) }
    return list
  }
}

extension ExpressionTree {
  /// The first variable outside aggregates and EXISTS patterns that `isKnown` does not know.
  static func stray(
    in tree: Operand, isKnown: (Variable) -> Bool
  ) -> Ranged<Variable>? {
    let parts: [Operand]
    switch tree.node {
    case .variable(let variable): return isKnown(variable) ? nil : Ranged(variable, tree.range)
    case .term, .exists, .aggregate: return nil
    case .or(let left, let right), .and(let left, let right), .compare(_, let left, let right),
      .arithmetic(_, let left, let right):
      parts = [left, right]
    case .not(let inner), .negate(let inner), .plus(let inner): parts = [inner]
    case .isIn(let value, let list, _): parts = [value] + list
    case .builtIn(_, let arguments), .function(_, let arguments, _): parts = arguments
    }
    for part in parts {
      if let found = stray(in: part, isKnown: isKnown) { return found }
    }
    return nil
  }

  /// Whether an aggregate stands in it, outside EXISTS patterns.
  static func hasAggregate(_ tree: Operand) -> Bool {
    switch tree.node {
    case .aggregate: return true
    case .variable, .term, .exists: return false
    case .or(let left, let right), .and(let left, let right), .compare(_, let left, let right),
      .arithmetic(_, let left, let right):
      return hasAggregate(left) || hasAggregate(right)
    case .not(let inner), .negate(let inner), .plus(let inner): return hasAggregate(inner)
    case .isIn(let value, let list, _): return hasAggregate(value) || list.contains(where: hasAggregate)
    case .builtIn(_, let arguments), .function(_, let arguments, _):
      return arguments.contains(where: hasAggregate)
    }
  }
}
