import QuerySyntax
import RDF
import TripleStore

extension Plan {
  /// Keeps the rows for which `expression` is true.
  func filtered(_ expression: QueryExpression, in graph: ActiveGraph) -> Plan {
    Plan(
      "Filter \(expression.description)", variables: variables, certain: certain, order: order,
      rows: rows * expression.selectivity, cost: cost + rows * Cost.filterRow * expression.weight,
      distinct: distinctIfAny, children: [self], seekCost: seekCost
    ) { [variables] context in
      let source = try self.start(context)
      return Filter(
        source, try context.compile(expression, variables: variables, graph: graph), context: context)
    }
  }

  /// Adds `variable` with the value of `expression`.
  func extended(_ variable: Variable, _ expression: QueryExpression, in graph: ActiveGraph) -> Plan {
    var certain = certain
    if case .term = expression { certain.insert(variable) }
    if case .variable(let other) = expression, certain.contains(other) { certain.insert(variable) }
    return Plan(
      "Extend \(variable) = \(expression.description)", variables: variables + [variable], certain: certain,
      order: order, rows: rows, cost: cost + rows * Cost.filterRow, distinct: distinctIfAny,
      children: [self], seekCost: seekCost
    ) { [variables] context in
      let source = try self.start(context)
      return Extend(
        source, try context.compile(expression, variables: variables, graph: graph), context: context)
    }
  }

  /// Shows only `kept`, in that order.
  func projected(_ kept: [Variable]) -> Plan {
    if kept == variables { return self }
    let columns = kept.map { variables.firstIndex(of: $0) }
    return Plan(
      "Project " + kept.map(\.description).joined(separator: " "), variables: kept,
      certain: certain.intersection(kept), order: Array(order.prefix { kept.contains($0) }), rows: rows,
      cost: cost, distinct: distinctIfAny, children: [self], seekCost: seekCost
    ) { context in Project(try self.start(context), columns: columns) }
  }

  func distinctRows() -> Plan {
    let bound = variables.reduce(1.0) { $0 * distinct($1) }
    return Plan(
      "Distinct", variables: variables, certain: certain, order: order, rows: min(rows, bound),
      cost: cost + rows * Cost.buildRow, distinct: distinctIfAny, children: [self]
    ) { context in Distinct(try self.start(context), context: context) }
  }

  func sliced(offset: Int, limit: Int?) -> Plan {
    let most = limit.map(Double.init) ?? rows
    return Plan(
      "Slice" + (offset > 0 ? " offset \(offset)" : "") + (limit.map { " limit \($0)" } ?? ""),
      variables: variables, certain: certain, order: order, rows: min(rows, most), cost: cost,
      distinct: distinctIfAny, children: [self]
    ) { context in Slice(try self.start(context), offset: offset, limit: limit) }
  }

  /// Sorts by `keys`, keeping only the first `limit` rows where a limit is given.
  func sorted(_ keys: [SortKey], limit: Int?, in graph: ActiveGraph) -> Plan {
    let kept = limit.map(Double.init).map { min($0, rows) } ?? rows
    return Plan(
      "Sort "
        + keys.map { ($0.descending ? "desc " : "") + $0.expression.description }.joined(separator: ", ")
        + (limit.map { " first \($0)" } ?? ""),
      variables: variables, certain: certain, rows: kept, cost: cost + rows * Cost.sortRow,
      distinct: distinctIfAny, children: [self]
    ) { [variables] context in
      let source = try self.start(context)
      let columns = try keys.map {
        SortColumn(
          expression: try context.compile($0.expression, variables: variables, graph: graph),
          descending: $0.descending)
      }
      return Sort(source, keys: columns, limit: limit, context: context)
    }
  }

  /// Groups by `keys` and computes `aggregates`.
  func grouped(_ keys: [Variable], _ aggregates: [AggregateBinding], in graph: ActiveGraph) -> Plan {
    let groups = keys.isEmpty ? 1 : min(rows, keys.reduce(1.0) { $0 * distinct($1) })
    let names = aggregates.map(\.variable)
    var certain = certain.intersection(keys)
    for binding in aggregates where binding.aggregate.function == .count { certain.insert(binding.variable) }
    return Plan(
      "Group by \(keys.map(\.description).joined(separator: " ")): "
        + aggregates.map { $0.aggregate.function.rawValue }.joined(separator: " "),
      variables: keys + names, certain: certain, rows: groups, cost: cost + rows * Cost.groupRow,
      distinct: distinctIfAny, children: [self]
    ) { [variables] context in
      let source = try self.start(context)
      let visible = variables.indices.filter { !variables[$0].isHidden }
      let columns = try aggregates.map { binding in
        try AggregateColumn(
          binding.aggregate, slot: { variables.firstIndex(of: $0) }, columns: visible, pool: context.pool,
          exists: context.existsTests(variables, graph))
      }
      return Group(
        source, keys: keys.map { variables.firstIndex(of: $0) }, aggregates: columns, context: context)
    }
  }

  /// Inline data.
  static func values(_ variables: [Variable], _ rows: [[Term?]]) -> Plan {
    let certain = variables.indices.filter { column in rows.allSatisfy { $0[column] != nil } }
    return Plan(
      "Values", variables: variables, certain: Set(certain.map { variables[$0] }), rows: Double(rows.count),
      cost: Double(rows.count) * Cost.lookup
    ) { context in
      let table = RowTable(width: variables.count, context: context)
      let batch = Batch(columns: variables.count)
      for row in rows {
        for (column, term) in row.enumerated() {
          batch.columns[column][0] = term.map { context.pool.id(for: $0) } ?? .none
        }
        try table.append(row: 0, columns: batch.columns)
      }
      return TableScan(table)
    }
  }

  /// All rows of several plans.
  static func union(_ parts: [Plan]) -> Plan {
    var variables: [Variable] = []
    for variable in parts.flatMap(\.variables) where !variables.contains(variable) {
      variables.append(variable)
    }
    let certain = parts.dropFirst().reduce(parts.first?.certain ?? []) { $0.intersection($1.certain) }
    return Plan(
      "Union", variables: variables, certain: certain, rows: parts.reduce(0) { $0 + $1.rows },
      cost: parts.reduce(0) { $0 + $1.cost + $1.rows * Cost.outputRow },
      distinct: { variable in parts.compactMap { $0.distinctIfAny(variable) }.reduce(0, +) }, children: parts
    ) { [variables] context in
      Union(
        try parts.map { part in
          (try part.start(context), variables.map { part.variables.firstIndex(of: $0) })
        }, width: variables.count)
    }
  }
}
