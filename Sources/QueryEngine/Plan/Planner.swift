import Diagnostics
import QuerySyntax
import RDF
import TripleStore

/// Turns algebra into a plan for one snapshot of the store: constants become ids, joins are ordered by the counts that the
/// indexes give, filters stand as low as they may.
struct Planner {
  let context: QueryContext

  var optimizes: Bool { context.options.optimize }

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
      return try planCount(a, keys, aggregates, in: graph)
        ?? plan(a, in: graph).grouped(keys, aggregates, in: graph)
    case .orderBy(let a, let keys): return try plan(a, in: graph).sorted(keys, limit: nil, in: graph)
    case .project(let a, let variables): return try plan(a, in: graph).projected(variables)
    case .distinct(let a), .reduced(let a): return try plan(a, in: graph).distinctRows()
    case .slice(let a, let offset, let limit): return try planSlice(a, offset, limit, in: graph)
    case .service(let name, let a, let silent): return try planService(name, a, silent)
    }
  }
}
