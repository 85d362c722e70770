import Diagnostics
import RDF

/// Solution modifiers and the SELECT clause (§18.2.4–18.2.5).
extension Translator {
  /// The algebra of a SELECT; its outermost projection is what it selects.
  mutating func select(_ tree: QueryTree) throws -> Algebra {
    guard case .select(let clause) = tree.clause.node else { return .bgp([]) }
    var work = try modified(tree, items: clause.items ?? [])
    let variables: [Variable]
    if let items = clause.items {
      variables = try extend(&work, with: items)
    } else {
      if work.isGrouped {
        throw error(
          "SELECT * cannot stand with GROUP BY or aggregates", tree.clause.range,
          hint: "name the variables to select")
      }
      variables = work.pattern.visibleScope
    }
    try order(&work, by: tree.modifiers.orderBy)
    var algebra = Algebra.project(work.pattern, variables)
    switch clause.duplicates {
    case .kept: break
    case .distinct: algebra = .distinct(algebra)
    case .reduced: algebra = .reduced(algebra)
    }
    return sliced(algebra, tree.modifiers)
  }

  /// The algebra of the other forms, projected to `needed`; nil = no projection.
  mutating func solutions(
    _ tree: QueryTree, needed: ((Algebra) -> [Variable])?
  ) throws -> Algebra {
    var work = try modified(tree, items: [])
    let variables = needed?(work.pattern)
    try order(&work, by: tree.modifiers.orderBy)
    return sliced(variables.map { .project(work.pattern, $0) } ?? work.pattern, tree.modifiers)
  }

  /// What the steps below pass on.
  private struct Work {
    var pattern: Algebra
    /// Where an expression of SELECT may not put its value.
    var bound: Set<Variable>
    /// nil where the query does not group.
    var keys: Set<Variable>?
    var aggregates: AggregateList?
    /// SELECT items and sort keys translated ahead, because their aggregates belong below.
    var selected: [QueryExpression?] = []
    var sortKeys: [SortKey] = []

    var isGrouped: Bool { keys != nil }
  }

  /// The pattern with grouping, HAVING and VALUES.
  private mutating func modified(
    _ tree: QueryTree, items: [SelectClause.Item]
  ) throws -> Work {
    var pattern = Algebra.bgp([])
    if let group = tree.pattern { pattern = try self.group(group) }
    let modifiers = tree.modifiers
    let expressions = items.compactMap(\.expression) + modifiers.having + modifiers.orderBy.map(\.expression)
    let isGrouped = !modifiers.groupBy.isEmpty || expressions.contains(where: ExpressionTree.hasAggregate)
    var work = Work(pattern: pattern, bound: Set(pattern.scope))
    if isGrouped {
      let keys = try groupKeys(modifiers.groupBy, &work)
      work.keys = Set(keys)
      work.aggregates = AggregateList()
      try translateAbove(&work, items: items, modifiers: modifiers)
      let conditions = try having(modifiers.having, &work)
      work.pattern = .group(work.pattern, keys: keys, aggregates: work.aggregates?.bindings ?? [])
      if let conditions { work.pattern = .filter(conditions, work.pattern) }
    } else {
      try translateAbove(&work, items: items, modifiers: modifiers)
      if let conditions = try having(modifiers.having, &work) {
        work.pattern = .filter(conditions, work.pattern)
      }
    }
    if let data = tree.values {
      work.bound.formUnion(data.variables.map(\.node))
      work.pattern = .joined(work.pattern, try values(data))
    }
    return work
  }

  private mutating func translateAbove(
    _ work: inout Work, items: [SelectClause.Item], modifiers: SolutionModifiers
  ) throws {
    for item in items {
      if let tree = item.expression {
        work.selected.append(try expression(tree, &work.aggregates))
      } else {
        work.selected.append(nil)
      }
    }
    for key in modifiers.orderBy {
      work.sortKeys.append(
        SortKey(try expression(key.expression, &work.aggregates), descending: key.descending))
    }
  }

  private mutating func having(
    _ conditions: [Ranged<ExpressionTree>], _ work: inout Work
  ) throws -> QueryExpression? {
    var result: QueryExpression?
    for condition in conditions { result = .both(result, try expression(condition, &work.aggregates)) }
    return result
  }

  /// The keys of GROUP BY; those that are expressions are computed first.
  private mutating func groupKeys(
    _ trees: [SolutionModifiers.GroupKey], _ work: inout Work
  ) throws -> [Variable] {
    var keys: [Variable] = []
    for tree in trees {
      let key: Variable
      if tree.variable == nil, case .variable(let plain) = tree.expression.node {
        key = plain
      } else {
        if let name = tree.variable, !work.bound.insert(name.node).inserted {
          throw alreadyBound(name)
        }
        key = tree.variable?.node ?? fresh("key")
        work.pattern = .extend(work.pattern, key, try expression(tree.expression))
      }
      if !keys.contains(key) { keys.append(key) }
    }
    return keys
  }

  /// Computes the SELECT expressions in order; gives what is selected.
  private mutating func extend(
    _ work: inout Work, with items: [SelectClause.Item]
  ) throws -> [Variable] {
    var variables: [Variable] = []
    for (item, value) in zip(items, work.selected) {
      let name = item.variable
      if let tree = item.expression, let value {
        try checkGrouped(tree, in: work, earlier: variables)
        if !work.bound.insert(name.node).inserted || variables.contains(name.node) {
          throw alreadyBound(name)
        }
        work.pattern = .extend(work.pattern, name.node, value)
      } else {
        try checkGrouped(Ranged(.variable(name.node), name.range), in: work, earlier: variables)
        if variables.contains(name.node) { continue }
      }
      variables.append(name.node)
    }
    return variables
  }

  /// A variable outside aggregates has one value in a group only if it is a key or a value selected before.
  private func checkGrouped(
    _ tree: Ranged<ExpressionTree>, in work: Work, earlier: [Variable]
  ) throws {
    guard let keys = work.keys else { return }
    if let stray = ExpressionTree.stray(in: tree, isKnown: { keys.contains($0) || earlier.contains($0) }) {
      throw error(
        "'\(stray.node)' is neither grouped nor aggregated", stray.range,
        hint: "add it to GROUP BY, or write SAMPLE(\(stray.node))")
    }
  }

  private func alreadyBound(_ name: Ranged<Variable>) -> Diagnostic {
    error("AS gives '\(name.node)' a second meaning", name.range, hint: "use another name")
  }

  private func order(_ work: inout Work, by keys: [SolutionModifiers.OrderKey]) throws {
    if !keys.isEmpty { work.pattern = .orderBy(work.pattern, work.sortKeys) }
  }

  private func sliced(_ algebra: Algebra, _ modifiers: SolutionModifiers) -> Algebra {
    if modifiers.limit == nil, modifiers.offset == nil { return algebra }
    return .slice(algebra, offset: modifiers.offset ?? 0, limit: modifiers.limit)
  }
}
