import QuerySyntax
import RDF
import TripleStore

extension Planner {
  /// Tests a condition with EXISTS in it: as a semi-join or anti-join where the pattern stands alone and means the same for
  /// every outer solution, otherwise row by row.
  func filter(_ plan: Plan, exists condition: QueryExpression, in graph: ActiveGraph) throws -> Plan {
    let (pattern, mode): (Algebra, JoinMode)
    switch condition {
    case .exists(let inner), .not(.notExists(let inner)): (pattern, mode) = (inner, .semi)
    case .notExists(let inner), .not(.exists(let inner)): (pattern, mode) = (inner, .anti)
    default: return plan.filtered(condition, in: graph)
    }
    guard optimizes, !pattern.isCorrelated(with: Set(plan.variables)), !pattern.hasOpenPath,
      pattern.scopeSet.intersection(plan.variables).isSubset(of: pattern.certainVariables),
      pattern.scopeSet.intersection(plan.variables).isSubset(of: plan.certain)
    else { return plan.filtered(condition, in: graph) }
    return try join(plan, pattern.rewritten(), mode, nil, in: graph)
  }

  func planOptional(
    _ a: Algebra, _ b: Algebra, _ expression: QueryExpression?, in graph: ActiveGraph
  ) throws -> Plan {
    let condition = expression.map { Condition(expression: $0, graph: graph) }
    return try join(try plan(a, in: graph), b, .left, condition, in: graph)
  }

  func planMinus(_ a: Algebra, _ b: Algebra, in graph: ActiveGraph) throws -> Plan {
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
  func join(
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
}
