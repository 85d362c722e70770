import QuerySyntax

extension Planner {
  /// GROUP BY with nothing but counts of solutions, as a counted join; nil for every other, and where that gains nothing.
  func planCount(
    _ a: Algebra, _ keys: [Variable], _ aggregates: [AggregateBinding], in graph: ActiveGraph
  ) throws -> Plan? {
    guard optimizes, !aggregates.isEmpty, a.isJoinOfPatterns else { return nil }
    let certain = a.certainVariables
    guard aggregates.allSatisfy({ $0.aggregate.countsSolutions(binding: certain) }) else { return nil }
    var group = JoinGroup()
    try gather(a, in: graph, into: &group)
    var join = CountedJoin(group, keys: keys, graph: graph, context: context)
    guard join.reduce() else { return nil }
    return JoinOrder(group: join.group, graph: graph).best()
      .counted(by: keys, weights: join.weights, names: aggregates.map(\.variable))
  }
}

extension Algebra {
  /// True for patterns joined and filtered, and nothing else.
  fileprivate var isJoinOfPatterns: Bool {
    switch self {
    case .bgp, .path: return true
    case .join(let a, let b): return a.isJoinOfPatterns && b.isJoinOfPatterns
    case .filter(let expression, let a):
      return !expression.hasExists && expression.variables.isSubset(of: a.certainVariables)
        && a.isJoinOfPatterns
    default: return false
    }
  }
}

extension Aggregate {
  /// True for COUNT of all solutions, or of a variable that every solution binds.
  fileprivate func countsSolutions(binding certain: Set<Variable>) -> Bool {
    guard function == .count, !distinct else { return false }
    switch argument {
    case nil: return true
    case .variable(let variable): return certain.contains(variable)
    default: return false
    }
  }
}
