import QuerySyntax
import TripleStore

extension Plan {
  /// A join of all of `items` at once; nil unless they are triple patterns whose variables close a circle and that indexes
  /// deliver in one common order of the variables.
  ///
  /// - Parameter pairwise: the best plan that joins two at a time.
  static func leapfrogJoin(_ items: [JoinItem], pairwise: Plan) -> Plan? {
    var patterns: [IDPattern] = []
    for item in items {
      guard case .pattern(let pattern) = item.source, pattern.isWalkable else { return nil }
      patterns.append(pattern)
    }
    let variables = Plan.walkingOrder(items)
    let edges = patterns.count { $0.variables.count == 2 }
    guard edges >= variables.count else { return nil }
    var ordered: [(pattern: IDPattern, order: IndexOrder)] = []
    for pattern in patterns {
      guard let order = pattern.order(of: variables) else { return nil }
      ordered.append((pattern, order))
    }
    let read = items.reduce(0) { $0 + $1.plans[0].rows }
    return Plan(
      "LeapfrogJoin " + patterns.map(\.description).joined(separator: ", "), variables: variables,
      certain: Set(variables), order: variables, rows: pairwise.rows,
      cost: read * (Cost.scanRow + Cost.leapfrogRow) + pairwise.rows * Cost.outputRow,
      distinct: pairwise.distinctIfAny
    ) { context in LeapfrogJoin(ordered, variables: variables, context: context) }
  }

  /// The variables of `items`, each joined to one before it, the one with the fewest values first.
  private static func walkingOrder(_ items: [JoinItem]) -> [Variable] {
    var left = items.flatMap(\.variables).reduce(into: [Variable]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    func values(_ variable: Variable) -> Double {
      items.filter { $0.variables.contains(variable) }.map { $0.plans[0].distinct(variable) }.min() ?? 0
    }
    var order: [Variable] = []
    while !left.isEmpty {
      let near = left.filter { variable in
        items.contains { item in
          item.variables.contains(variable) && item.variables.contains(where: order.contains)
        }
      }
      guard let next = (near.isEmpty ? left : near).min(by: { values($0) < values($1) }) else { break }
      order.append(next)
      left.removeAll { $0 == next }
    }
    return order
  }
}

extension IDPattern {
  /// True where its matches are rows of one or two different variables.
  fileprivate var isWalkable: Bool {
    if case .each = graph { return false }
    let free = slots.compactMap(\.variable)
    return (1...2).contains(free.count) && Set(free).count == free.count
  }

  /// The index order that has the constants first, then the variables as they stand in `variables`.
  fileprivate func order(of variables: [Variable]) -> IndexOrder? {
    let bound = slots.indices.filter { slots[$0].fixed != nil }
    let wanted = variables.filter(self.variables.contains)
    return IndexOrder.covering(bound).first {
      $0.places.dropFirst(bound.count).compactMap { slots[$0].variable } == wanted
    }
  }
}
