import Diagnostics
import QuerySyntax
import RDF
import TripleStore

extension Planner {
  /// LIMIT over ORDER BY keeps only the first rows while sorting.
  func planSlice(_ a: Algebra, _ offset: Int, _ limit: Int?, in graph: ActiveGraph) throws -> Plan {
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
  func planGraph(_ name: PatternTerm, _ a: Algebra, in graph: ActiveGraph) throws -> Plan {
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

  func planService(_ name: PatternTerm, _ a: Algebra, _ silent: Bool) throws -> Plan {
    if silent { return .unit }
    throw Diagnostic.error(
      "SERVICE is off: a query reads no other endpoint",
      hint: "load the data with 'stemma load', or write SERVICE SILENT to go on without it")
  }

  /// `!(a|^b)`: every triple whose predicate is not listed, one way or both.
  func planNegated(_ pattern: PathPattern, in graph: ActiveGraph) throws -> Plan {
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
