import QuerySyntax

/// Finds a cheap order and method for joining a group's items: dynamic programming over left-deep orders that keeps, for
/// each set of items, the cheapest plan and the cheapest plan sorted on each variable (Selinger et al. 1979).
///
/// - Complexity: O(2ⁿ · n) for up to `exhaustiveLimit` items; larger groups are ordered greedily in O(n²).
struct JoinOrder {
  /// Groups of more items are ordered greedily: at seven, trying every order costs more than most queries take to run.
  static let exhaustiveLimit = 6

  let group: JoinGroup
  let graph: ActiveGraph

  /// The plan of the whole group with all its filters.
  func best() -> Plan {
    if group.items.isEmpty { return group.filters.reduce(.unit) { $0.filtered($1, in: graph) } }
    let parts = components().map(cheapest(joining:)).sorted { $0.rows < $1.rows }
    return parts.dropFirst().reduce(parts[0]) { left, right in
      withFilters(Plan.hashJoin(left, right), done: done(left).union(done(right)))
    }
  }

  /// The cheapest plan for items that hang together: two at a time or, in a circle, all at once.
  private func cheapest(joining indexes: [Int]) -> Plan {
    let pairwise = indexes.count <= JoinOrder.exhaustiveLimit ? exhaustive(indexes) : greedy(indexes)
    guard let whole = Plan.leapfrogJoin(indexes.map { group.items[$0] }, pairwise: pairwise) else {
      return pairwise
    }
    return cheapest([pairwise, withFilters(whole, done: [])])
  }

  /// The items in sets that share variables: only what shares none is ever paired row by row.
  private func components() -> [[Int]] {
    var parts: [(items: [Int], variables: Set<Variable>)] = []
    for (index, item) in group.items.enumerated() {
      var joined = (items: [index], variables: Set(item.variables))
      parts.removeAll { part in
        guard !part.variables.isDisjoint(with: joined.variables) else { return false }
        joined.items += part.items
        joined.variables.formUnion(part.variables)
        return true
      }
      parts.append(joined)
    }
    return parts.map { $0.items.sorted() }
  }

  /// The plan in the order written, for comparing answers with the optimizer off.
  func asWritten() -> Plan {
    var plan: Plan?
    for item in group.items { plan = plan.map { Plan.hashJoin($0, item.plans[0]) } ?? item.plans[0] }
    return group.filters.reduce(plan ?? .unit) { $0.filtered($1, in: graph) }
  }

  private func exhaustive(_ indexes: [Int]) -> Plan {
    let items = indexes.map { group.items[$0] }
    var table = [[Plan]](repeating: [], count: 1 << items.count)
    for (index, item) in items.enumerated() {
      for plan in item.plans { JoinOrder.keep(withFilters(plan, done: []), in: &table[1 << index]) }
    }
    // A set whose items do not hang together stays empty: no order passes through it.
    for mask in 1..<(1 << items.count) where mask.nonzeroBitCount > 1 {
      for index in items.indices where mask & (1 << index) != 0 {
        for left in table[mask & ~(1 << index)] where isConnected(left, items[index]) {
          for plan in candidates(left, items[index]) { JoinOrder.keep(plan, in: &table[mask]) }
        }
      }
    }
    return cheapest(table[(1 << items.count) - 1])
  }

  private func greedy(_ indexes: [Int]) -> Plan {
    var left = indexes
    let first =
      left.min { cheapest(group.items[$0].plans).rows < cheapest(group.items[$1].plans).rows } ?? indexes[0]
    left.removeAll { $0 == first }
    var plan = withFilters(cheapest(group.items[first].plans), done: [])
    while !left.isEmpty {
      let near = left.filter { isConnected(plan, group.items[$0]) }
      var best: (index: Int, plan: Plan)?
      for index in near {
        let candidate = cheapest(candidates(plan, group.items[index]))
        if candidate.cost + candidate.rows < (best.map { $0.plan.cost + $0.plan.rows } ?? .infinity) {
          best = (index, candidate)
        }
      }
      guard let best else { break }
      plan = best.plan
      left.removeAll { $0 == best.index }
    }
    return plan
  }

  /// Every way to join one more item to `left`, with the filters that the join makes answerable.
  private func candidates(_ left: Plan, _ item: JoinItem) -> [Plan] {
    var found: [Plan] = []
    let before = done(left)
    switch item.source {
    case .pattern(let pattern):
      if let plan = Plan.lookupJoin(left, pattern, scan: item.plans[0]) {
        found.append(withFilters(plan, done: before))
      }
    case .path(let closure):
      if let plan = Plan.pathJoin(left, closure, scan: item.plans[0]) {
        found.append(withFilters(plan, done: before))
      }
    case .plan: break
    }
    let rights = item.plans.map { withFilters($0, done: []) }
    let merged = rights.compactMap { right in
      Plan.mergeJoin(left, right).map { withFilters($0, done: before.union(done(right))) }
    }
    // Where both sides come sorted, a hash table has nothing to add.
    if !merged.isEmpty { return found + merged }
    // The rows come in the order of the left side; how the table's come does not matter.
    let table = cheapest(rights)
    found.append(withFilters(Plan.hashJoin(left, table), done: before.union(done(table))))
    return found
      + rights.map { right in
        withFilters(Plan.hashJoin(right, left), done: before.union(done(right)))
      }
  }

  private func isConnected(_ plan: Plan, _ item: JoinItem) -> Bool {
    item.variables.contains { plan.variables.contains($0) }
  }

  /// The filters that `plan` has surely been through already: those whose variables it binds.
  private func done(_ plan: Plan) -> Set<QueryExpression> {
    group.filters.isEmpty ? [] : Set(group.filters.filter { $0.variables.isSubset(of: plan.certain) })
  }

  /// `plan` under every filter that it can answer for and that its input could not.
  private func withFilters(_ plan: Plan, done: Set<QueryExpression>) -> Plan {
    group.filters.reduce(plan) { plan, filter in
      !done.contains(filter) && filter.variables.isSubset(of: plan.certain)
        ? plan.filtered(filter, in: graph) : plan
    }
  }

  private func cheapest(_ plans: [Plan]) -> Plan {
    plans.dropFirst().reduce(plans[0]) { $1.cost < $0.cost ? $1 : $0 }
  }

  /// Takes in `plan` unless a kept one is as cheap and sorted alike, and drops those that it beats.
  private static func keep(_ plan: Plan, in kept: inout [Plan]) {
    let key = plan.order.first
    if kept.contains(where: { $0.cost <= plan.cost && ($0.order.first == key || key == nil) }) { return }
    kept.removeAll { plan.cost < $0.cost && ($0.order.first == key || $0.order.first == nil) }
    kept.append(plan)
  }
}
