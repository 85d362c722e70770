import QuerySyntax
import RDF
import TripleStore

extension Plan {
  /// A closure pattern by itself.
  static func closure(_ pattern: ClosurePattern, _ context: QueryContext) -> Plan {
    let edges = pattern.inner.expectedEdges(pattern.graph, context)
    let variables = pattern.variables
    let isOpen = pattern.subject.fixed == nil && pattern.object.fixed == nil
    // Ancestries in citation graphs reach a few hundred nodes whatever the graph's size.
    let reached = min(edges, 500)
    let rows = isOpen ? max(1, edges / 4) * reached : variables.isEmpty ? 1 : reached
    return Plan(
      "ClosureScan \(pattern.description)", variables: variables, certain: Set(variables),
      order: variables.first.map { [$0] } ?? [], rows: rows,
      cost: edges * Cost.pathEdge + rows * Cost.outputRow * (isOpen ? 4 : 1),
      distinct: { _ in max(1, edges / 2) }
    ) { context in ClosureScan(pattern, context: context) }
  }

  /// A closure searched from the values of `left`; nil where they share no variable or one that may be unbound.
  static func pathJoin(
    _ left: Plan, _ pattern: ClosurePattern, scan: Plan, mode: JoinMode = .inner,
    condition: Condition? = nil
  ) -> Plan? {
    let shared = pattern.variables.filter(left.variables.contains)
    guard !shared.isEmpty, shared.allSatisfy(left.certain.contains) else { return nil }
    let layout = JoinLayout(left: left, right: scan, mode: mode)
    let isClosed = shared.count == pattern.variables.count
    let searches = left.distinct(shared[0])
    let rows = isClosed ? left.rows * 0.5 : left.rows * 100
    return Plan(
      "ClosureJoin \(mode.rawValue) \(pattern.description)", variables: layout.variables,
      certain: mode == .inner ? left.certain.union(scan.certain) : left.certain, order: left.order,
      rows: mode.keepsRight ? rows : left.rows * 0.5,
      cost: left.cost + searches * 500 * Cost.pathEdge + rows * Cost.outputRow,
      distinct: joinDistinct(left, scan), children: [left]
    ) { context in
      let source = try left.start(context)
      return ClosureJoin(
        left: source, leftVariables: left.variables, pattern: pattern, layout: layout, mode: mode,
        condition: try condition?.compiled(layout, source, context), context: context)
    }
  }
}

extension PropertyPath {
  /// Expected edges of a step, from the counts of its predicates.
  func expectedEdges(_ graph: ActiveGraph, _ context: QueryContext) -> Double {
    switch self {
    case .predicate(let iri):
      let id = context.snapshot.id(of: .iri(iri))
      guard id.isBound else { return 0 }
      return context.statistics.matches(
        .pso, [id], graph: context.selection(for: graph), in: context.snapshot)
    case .inverse(let a), .zeroOrMore(let a), .oneOrMore(let a), .zeroOrOne(let a):
      return a.expectedEdges(graph, context)
    case .sequence(let a, let b): return max(a.expectedEdges(graph, context), b.expectedEdges(graph, context))
    case .alternative(let a, let b): return a.expectedEdges(graph, context) + b.expectedEdges(graph, context)
    case .negated: return Double(context.snapshot.tripleCount)
    }
  }
}

extension ClosurePattern: CustomStringConvertible {
  var description: String {
    let ends = [subject, object].map { $0.variable?.description ?? "•" }
    return "\(ends[0]) \(inner)\(isSingleStep ? "?" : includesSelf ? "*" : "+") \(ends[1])"
  }
}
