import Diagnostics
import QuerySyntax
import RDF
import TripleStore

/// Turns algebra into a plan for one snapshot of the store: constants become ids, joins are ordered by the counts that the
/// indexes give, filters stand as low as they may.
struct Planner {
  let context: QueryContext

  private var optimizes: Bool { context.options.optimize }

  /// The plan of a whole pattern.
  func plan(whole algebra: Algebra, in graph: ActiveGraph = .defaultGraph) throws -> Plan {
    try plan(optimizes ? algebra.rewritten() : algebra, in: graph)
  }

  func plan(_ algebra: Algebra, in graph: ActiveGraph) throws -> Plan {
    switch algebra {
    case .bgp, .path, .join, .filter: return try planGroup(algebra, in: graph)
    case .leftJoin(let a, let b, let expression): return try planOptional(a, b, expression, in: graph)
    case .union(let a, let b): return Plan.union([try plan(a, in: graph), try plan(b, in: graph)])
    case .minus(let a, let b): return try planMinus(a, b, in: graph)
    case .graph(let name, let a): return try planGraph(name, a, in: graph)
    case .extend(let a, let variable, let expression):
      return try plan(a, in: graph).extended(variable, expression, in: graph)
    case .values(let variables, let rows): return Plan.values(variables, rows)
    case .group(let a, let keys, let aggregates):
      return try plan(a, in: graph).grouped(keys, aggregates, in: graph)
    case .orderBy(let a, let keys): return try plan(a, in: graph).sorted(keys, limit: nil, in: graph)
    case .project(let a, let variables): return try plan(a, in: graph).projected(variables)
    case .distinct(let a), .reduced(let a): return try plan(a, in: graph).distinctRows()
    case .slice(let a, let offset, let limit): return try planSlice(a, offset, limit, in: graph)
    case .service(let name, let a, let silent): return try planService(name, a, silent)
    }
  }

  // MARK: - Joins and filters

  private func planGroup(_ algebra: Algebra, in graph: ActiveGraph) throws -> Plan {
    var group = JoinGroup()
    var late: [QueryExpression] = []
    if case .filter = algebra {
      var inner = algebra
      while case .filter(let expression, let a) = inner {
        late.append(contentsOf: expression.conjuncts)
        inner = a
      }
      let certain = inner.certainVariables
      for condition in late where !condition.hasExists && condition.variables.isSubset(of: certain) {
        group.filters.append(condition)
      }
      late.removeAll { group.filters.contains($0) }
      try gather(inner, in: graph, into: &group)
    } else {
      try gather(algebra, in: graph, into: &group)
    }
    let order = JoinOrder(group: group, graph: graph)
    var plan = optimizes ? order.best() : order.asWritten()
    for condition in late where !condition.hasExists { plan = plan.filtered(condition, in: graph) }
    for condition in late where condition.hasExists { plan = try filter(plan, exists: condition, in: graph) }
    return plan
  }

  /// Takes joins apart into their items.
  private func gather(_ algebra: Algebra, in graph: ActiveGraph, into group: inout JoinGroup) throws {
    switch algebra {
    case .bgp(let patterns):
      for pattern in patterns { group.items.append(item(pattern, in: graph)) }
    case .path(let pattern):
      if let taken = pattern.takenApart(context) {
        try gather(taken, in: graph, into: &group)
      } else if let closure = ClosurePattern(pattern, graph: graph, context: context) {
        group.items.append(JoinItem(source: .path(closure), plans: [Plan.closure(closure, context)]))
      } else {
        group.items.append(JoinItem(source: .plan, plans: [try planNegated(pattern, in: graph)]))
      }
    case .join(let a, let b):
      try gather(a, in: graph, into: &group)
      try gather(b, in: graph, into: &group)
    case .filter(let expression, let a)
    where optimizes && !expression.hasExists && expression.variables.isSubset(of: a.certainVariables):
      group.filters.append(contentsOf: expression.conjuncts)
      try gather(a, in: graph, into: &group)
    default:
      group.items.append(JoinItem(source: .plan, plans: [try plan(algebra, in: graph)]))
    }
  }

  private func item(_ pattern: TriplePattern, in graph: ActiveGraph) -> JoinItem {
    let quad = QuadPattern(
      slots: [pattern.subject, pattern.predicate, pattern.object].map(slot), graph: graph)
    if quad.slots.contains(where: { $0.fixed == TermID.none }) {
      return JoinItem(source: .plan, plans: [.empty(quad.variables)])
    }
    return JoinItem(source: .pattern(quad), plans: Plan.scans(quad, context))
  }

  /// A constant becomes its id, `none` where the store does not hold it.
  func slot(_ term: PatternTerm) -> Slot {
    switch term {
    case .variable(let variable): return .variable(variable)
    case .term(let term): return .fixed(context.snapshot.id(of: term))
    }
  }

  // MARK: - EXISTS, OPTIONAL, MINUS

  /// Tests a condition with EXISTS in it: as a semi-join or anti-join where the pattern stands alone and means the same for
  /// every outer solution, otherwise row by row.
  private func filter(_ plan: Plan, exists condition: QueryExpression, in graph: ActiveGraph) throws -> Plan {
    let (pattern, mode): (Algebra, JoinMode)
    switch condition {
    case .exists(let inner), .not(.notExists(let inner)): (pattern, mode) = (inner, .semi)
    case .notExists(let inner), .not(.exists(let inner)): (pattern, mode) = (inner, .anti)
    default: return plan.filtered(condition, in: graph)
    }
    guard optimizes, !pattern.isCorrelated, !pattern.hasOpenPath,
      pattern.scopeSet.intersection(plan.variables).isSubset(of: pattern.certainVariables),
      pattern.scopeSet.intersection(plan.variables).isSubset(of: plan.certain)
    else { return plan.filtered(condition, in: graph) }
    return try join(plan, pattern.rewritten(), mode, nil, in: graph)
  }

  private func planOptional(
    _ a: Algebra, _ b: Algebra, _ expression: QueryExpression?, in graph: ActiveGraph
  ) throws -> Plan {
    let condition = expression.map { Condition(expression: $0, graph: graph) }
    return try join(try plan(a, in: graph), b, .left, condition, in: graph)
  }

  private func planMinus(_ a: Algebra, _ b: Algebra, in graph: ActiveGraph) throws -> Plan {
    let left = try plan(a, in: graph)
    let right = try plan(b, in: graph)
    let shared = right.variables.filter(left.variables.contains)
    if shared.isEmpty { return left }
    if optimizes, shared.allSatisfy({ left.certain.contains($0) && right.certain.contains($0) }) {
      return try join(left, b, .anti, nil, in: graph)
    }
    return Plan.hashJoin(left, right, mode: .anti, needsSharedBinding: true)
  }

  /// The cheapest join of `left` with a pattern under a mode that keeps left rows apart.
  private func join(
    _ left: Plan, _ pattern: Algebra, _ mode: JoinMode, _ condition: Condition?, in graph: ActiveGraph
  ) throws -> Plan {
    var group = JoinGroup()
    try gather(pattern, in: graph, into: &group)
    let whole = try plan(pattern, in: graph)
    var candidates = [Plan.hashJoin(left, whole, mode: mode, condition: condition)]
    guard optimizes else { return candidates[0] }
    if let merged = Plan.mergeJoin(left, whole, mode: mode, condition: condition) {
      candidates.append(merged)
    }
    if group.items.count == 1, group.filters.isEmpty {
      let item = group.items[0]
      for scan in item.plans {
        if let merged = Plan.mergeJoin(left, scan, mode: mode, condition: condition) {
          candidates.append(merged)
        }
      }
      switch item.source {
      case .pattern(let quad):
        if let found = Plan.lookupJoin(left, quad, scan: whole, mode: mode, condition: condition) {
          candidates.append(found)
        }
      case .path(let closure):
        if let found = Plan.pathJoin(left, closure, scan: whole, mode: mode, condition: condition) {
          candidates.append(found)
        }
      case .plan: break
      }
    }
    return candidates.dropFirst().reduce(candidates[0]) { $1.cost < $0.cost ? $1 : $0 }
  }

  // MARK: - The rest

  /// LIMIT over ORDER BY keeps only the first rows while sorting.
  private func planSlice(_ a: Algebra, _ offset: Int, _ limit: Int?, in graph: ActiveGraph) throws -> Plan {
    let most = limit.flatMap { limit in
      let (sum, overflow) = limit.addingReportingOverflow(offset)
      return overflow ? nil : sum
    }
    if optimizes, let most {
      switch a {
      case .orderBy(let inner, let keys):
        return try plan(inner, in: graph).sorted(keys, limit: most, in: graph).sliced(
          offset: offset, limit: limit)
      case .project(.orderBy(let inner, let keys), let variables):
        return try plan(inner, in: graph).sorted(keys, limit: most, in: graph).projected(variables).sliced(
          offset: offset, limit: limit)
      default: break
      }
    }
    return try plan(a, in: graph).sliced(offset: offset, limit: limit)
  }

  /// `GRAPH`: one graph by name, or each in turn; plain joins of patterns are read from quads at once.
  private func planGraph(_ name: PatternTerm, _ a: Algebra, in graph: ActiveGraph) throws -> Plan {
    switch name {
    case .term(let term):
      let id = context.snapshot.id(of: term)
      guard id.isBound, context.dataset.mayName(id), context.snapshot.graphs.contains(id) else {
        return .empty(a.scope)
      }
      return try plan(a, in: .named(id))
    case .variable(let variable):
      if optimizes, a.isReadFromQuads(variable) { return try plan(a, in: .each(variable)) }
      let graphs = context.dataset.graphs(in: context.snapshot)
      let columns = a.scope.filter { $0 != variable } + [variable]
      let certain = a.certainVariables.union([variable])
      let sample = try graphs.first.map { try plan(a, in: .named($0)) }
      let count = Double(graphs.count)
      return Plan(
        "GraphLoop \(variable)", variables: columns, certain: certain, rows: (sample?.rows ?? 0) * count,
        cost: (sample?.cost ?? 0) * count, children: sample.map { [$0] } ?? []
      ) { context in
        GraphLoop(graphs, variable: variable, columns: columns, context: context) {
          try Planner(context: context).plan(a, in: .named($0))
        }
      }
    }
  }

  private func planService(_ name: PatternTerm, _ a: Algebra, _ silent: Bool) throws -> Plan {
    if silent { return .unit }
    throw Diagnostic.error(
      "SERVICE is off: a query reads no other endpoint",
      hint: "load the data with 'stemma load', or write SERVICE SILENT to go on without it")
  }

  /// `!(a|^b)`: every triple whose predicate is not listed, one way or both.
  private func planNegated(_ pattern: PathPattern, in graph: ActiveGraph) throws -> Plan {
    guard case .negated(let forward, let inverse) = pattern.path else {
      throw Diagnostic.error("a path of a kind that this engine does not know")
    }
    let predicate = Variable("_:predicate")
    let shown = [pattern.subject, pattern.object].compactMap(\.variable)
    func scan(_ subject: PatternTerm, _ object: PatternTerm, without iris: [IRI]) throws -> Plan {
      let bgp = Algebra.bgp([TriplePattern(subject, .variable(predicate), object)])
      let excluded = iris.map { QueryExpression.term(.iri($0)) }
      let algebra = excluded.isEmpty ? bgp : .filter(.notIn(.variable(predicate), excluded), bgp)
      return try plan(algebra, in: graph)
    }
    var parts: [Plan] = []
    if let forward { parts.append(try scan(pattern.subject, pattern.object, without: forward)) }
    if let inverse { parts.append(try scan(pattern.object, pattern.subject, without: inverse)) }
    let all = parts.count == 1 ? parts[0] : Plan.union(parts)
    var variables = shown.reduce(into: [Variable]()) { if !$0.contains($1) { $0.append($1) } }
    if case .each(let name) = graph, !variables.contains(name) { variables.append(name) }
    return all.projected(variables)
  }
}
