import QuerySyntax

extension QueryExpression {
  /// The fraction of rows that a filter is expected to keep.
  var selectivity: Double {
    switch self {
    case .and(let a, let b): return a.selectivity * b.selectivity
    case .or(let a, let b): return min(1, a.selectivity + b.selectivity)
    case .not(let a): return max(0.05, 1 - a.selectivity)
    case .compare(.equal, _, _): return 0.1
    case .compare(.notEqual, _, _): return 0.9
    case .compare: return 0.33
    case .isIn(_, let list): return min(0.5, 0.1 * Double(list.count))
    case .builtIn(let name, _) where ["REGEX", "CONTAINS", "STRSTARTS", "STRENDS"].contains(name): return 0.1
    default: return 0.5
    }
  }

  /// What testing a row costs, relative to a comparison of ids.
  var weight: Double {
    switch self {
    case .and(let a, let b), .or(let a, let b): return a.weight + b.weight
    case .not(let a): return a.weight
    case .exists, .notExists: return 200
    case .builtIn(let name, _): return ["REGEX", "CONTAINS", "REPLACE"].contains(name) ? 10 : 2
    default: return 1
    }
  }

  /// The conjuncts of a condition.
  var conjuncts: [QueryExpression] {
    if case .and(let a, let b) = self { return a.conjuncts + b.conjuncts }
    return [self]
  }

  /// One condition out of several; nil for none.
  static func all(_ conditions: [QueryExpression]) -> QueryExpression? {
    guard var result = conditions.first else { return nil }
    for condition in conditions.dropFirst() { result = .and(result, condition) }
    return result
  }
}
