import QuerySyntax
import RDF
import TripleStore

extension Planner {
  func planGroup(_ algebra: Algebra, in graph: ActiveGraph) throws -> Plan {
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
  func gather(_ algebra: Algebra, in graph: ActiveGraph, into group: inout JoinGroup) throws {
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

  func item(_ pattern: TriplePattern, in graph: ActiveGraph) -> JoinItem {
    let quad = IDPattern(
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
}
