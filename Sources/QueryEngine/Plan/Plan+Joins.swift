import QuerySyntax
import TripleStore

extension Plan {
  /// A hash join that builds a table of `right`.
  static func hashJoin(
    _ left: Plan, _ right: Plan, mode: JoinMode = .inner, condition: Condition? = nil,
    needsSharedBinding: Bool = false
  ) -> Plan {
    let layout = JoinLayout(left: left, right: right, mode: mode)
    let rows = outputRows(left, right, mode)
    let pairs = layout.rightKeys.isEmpty ? left.rows * right.rows * Cost.mergeRow : 0
    return Plan(
      "HashJoin \(mode.rawValue)" + keyLabel(layout, left), variables: layout.variables,
      certain: certain(left, right, mode), order: left.order, rows: rows,
      cost: left.cost + right.cost + right.rows * Cost.buildRow + left.rows * Cost.probeRow
        + rows * Cost.outputRow + pairs,
      distinct: joinDistinct(left, right), children: [left, right]
    ) { context in
      let source = try left.start(context)
      return HashJoin(
        left: source, right: try right.start(context), layout: layout, mode: mode,
        condition: try condition?.compiled(layout, source, context), needsSharedBinding: needsSharedBinding,
        context: context)
    }
  }

  /// A merge join where both sides are sorted on one shared variable that is always bound; otherwise nil.
  static func mergeJoin(
    _ left: Plan, _ right: Plan, mode: JoinMode = .inner, condition: Condition? = nil
  ) -> Plan? {
    guard let key = left.order.first, key == right.order.first, left.certain.contains(key),
      right.certain.contains(key), let column = left.variables.firstIndex(of: key)
    else { return nil }
    let layout = JoinLayout(left: left, right: right, mode: mode)
    let rows = outputRows(left, right, mode)
    let second = right.order.dropFirst().first.flatMap { variable in
      layout.leftKeys.first { left.variables[$0] == variable }
    }
    let cost =
      right.rows < left.rows
      ? reading(left, for: mode.isOuter ? nil : right, on: key, rows)
        + reading(right, for: nil, on: key, rows)
      : reading(left, for: nil, on: key, rows) + reading(right, for: left, on: key, rows)
    return Plan(
      "MergeJoin \(mode.rawValue) on \(key)", variables: layout.variables,
      certain: certain(left, right, mode), order: left.order, rows: rows,
      cost: cost + rows * Cost.outputRow
        + matching(left, right, on: key, keys: layout.leftKeys.count, isSorted: second != nil),
      distinct: joinDistinct(left, right), children: [left, right],
      seekCost: left.seekCost.flatMap { a in right.seekCost.map { a + $0 } }
    ) { context in
      let source = try left.start(context)
      return MergeJoin(
        left: source, right: try right.start(context), layout: layout, leftKey: column, secondKey: second,
        mode: mode, condition: try condition?.compiled(layout, source, context), context: context)
    }
  }

  /// A join that looks `pattern` up for each row of `left`; nil where they share no variable or one that may be unbound.
  static func lookupJoin(
    _ left: Plan, _ pattern: IDPattern, scan: Plan, mode: JoinMode = .inner, condition: Condition? = nil
  ) -> Plan? {
    let shared = pattern.variables.filter(left.variables.contains)
    let bound = pattern.slots.indices.filter { place in
      switch pattern.slots[place] {
      case .fixed: true
      case .variable(let variable): left.variables.contains(variable)
      }
    }
    guard !shared.isEmpty, shared.allSatisfy(left.certain.contains),
      pattern.slots.contains(where: { $0.variable.map(left.variables.contains) ?? false }),
      let order = IndexOrder.covering(bound).first
    else { return nil }
    let layout = JoinLayout(left: left, right: scan, mode: mode)
    let rows = outputRows(left, scan, mode)
    let isSorted = left.order.first.map(shared.contains) ?? false
    return Plan(
      "LookupJoin \(mode.rawValue) \(order) \(pattern.description)", variables: layout.variables,
      certain: certain(left, scan, mode), order: left.order, rows: rows,
      cost: left.cost + left.rows * (isSorted ? Cost.sortedLookup : Cost.lookup) + rows * Cost.outputRow,
      distinct: joinDistinct(left, scan), children: [left]
    ) { context in
      let source = try left.start(context)
      return LookupJoin(
        left: source, leftVariables: left.variables, pattern: pattern, order: order, layout: layout,
        mode: mode, condition: try condition?.compiled(layout, source, context), context: context)
    }
  }

  /// What it costs a merge join on `key` to find the rows that agree in its other keys too.
  private static func matching(
    _ left: Plan, _ right: Plan, on key: Variable, keys: Int, isSorted: Bool
  ) -> Double {
    if keys == 1 { return 0 }
    if isSorted && keys == 2 { return left.rows * Cost.runSearch }
    return left.rows * right.rows / max(left.distinct(key), right.distinct(key)) * Cost.matchRow
  }

  /// What it costs a merge join to read `plan` whole, or to jump in it to the keys of `other` where that is less.
  private static func reading(_ plan: Plan, for other: Plan?, on key: Variable, _ matches: Double) -> Double {
    let whole = plan.cost + plan.rows * Cost.mergeRow
    guard let other, let seek = plan.seekCost else { return whole }
    return min(whole, other.distinct(key) * seek + matches * Cost.mergeRow)
  }

  private static func outputRows(_ left: Plan, _ right: Plan, _ mode: JoinMode) -> Double {
    let pairs = joinRows(left, right)
    switch mode {
    case .inner: return pairs
    case .left: return max(left.rows, pairs)
    case .semi: return min(left.rows, pairs) * 0.9
    case .anti: return max(left.rows * 0.1, left.rows - pairs)
    }
  }

  private static func certain(_ left: Plan, _ right: Plan, _ mode: JoinMode) -> Set<Variable> {
    mode == .inner ? left.certain.union(right.certain) : left.certain
  }

  private static func keyLabel(_ layout: JoinLayout, _ left: Plan) -> String {
    layout.leftKeys.isEmpty
      ? " (every pair)"
      : " on " + layout.leftKeys.map { left.variables[$0].description }.joined(separator: " ")
  }
}

/// The expression of an OPTIONAL and the graph in which its EXISTS are evaluated.
struct Condition {
  let expression: QueryExpression
  let graph: ActiveGraph

  func compiled(
    _ layout: JoinLayout, _ left: any Operator, _ context: QueryContext
  ) throws -> JoinCondition {
    try JoinCondition(layout, leftWidth: left.output.columns.count) {
      try context.compile(expression, variables: $0, graph: graph)
    }
  }
}
