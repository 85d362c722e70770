import QuerySyntax
import TripleStore

extension Plan {
  /// How many matches `pattern` has for each value of `key`, or in all; nil where no index has them side by side.
  static func runCount(
    _ pattern: IDPattern, key: Variable?, weight: Variable, scan: Plan, _ context: QueryContext
  ) -> Plan? {
    let free = pattern.slots.compactMap(\.variable)
    if case .each = pattern.graph { return nil }
    guard free.count == Set(free).count else { return nil }
    let bound = pattern.slots.indices.filter { pattern.slots[$0].fixed != nil }
    let order = IndexOrder.covering(bound).first {
      guard let key else { return true }
      return pattern.slots[$0.places[bound.count]] == .variable(key)
    }
    guard let order else { return nil }
    let values = key.map { scan.distinct($0) } ?? 1
    // Reading goes on where it is; a jump looks for its place.
    let jumps =
      context.selection(for: pattern.graph) == .union && values * Cost.seek < scan.rows * Cost.scanRow
    return Plan(
      "RunCount \(order) \(pattern.description)" + (key.map { " by \($0)" } ?? ""),
      variables: (key.map { [$0] } ?? []) + [weight], certain: Set((key.map { [$0] } ?? []) + [weight]),
      order: key.map { [$0] } ?? [], rows: values,
      cost: Cost.seek + (jumps || key == nil ? values * Cost.seek : scan.rows * Cost.scanRow),
      distinct: { $0 == key ? values : nil }, seekCost: Cost.seek
    ) { context in
      RunCount(pattern, order: order, hasKey: key != nil, jumps: jumps, context: context)
    }
  }

  /// Counts the solutions that rows stand for, by `keys`; each of `names` gets the count.
  func counted(by keys: [Variable], weights: [Variable], names: [Variable]) -> Plan {
    let groups = keys.isEmpty ? 1 : min(rows, keys.reduce(1.0) { $0 * distinct($1) })
    return Plan(
      "CountGroup by " + keys.map(\.description).joined(separator: " "), variables: keys + names,
      certain: certain.intersection(keys).union(names),
      order: keys.count == 1 && order.first == keys[0] ? keys : [], rows: groups,
      cost: cost + rows * Cost.groupRow, distinct: distinctIfAny, children: [self]
    ) { [variables] context in
      CountGroup(
        try self.start(context), keys: keys.map { variables.firstIndex(of: $0) },
        weights: weights.compactMap { variables.firstIndex(of: $0) }, copies: names.count, context: context)
    }
  }
}
