extension Algebra {
  /// The variables that are in scope (SPARQL 1.1 §18.2.1), each once, in the order in which they are met; hidden ones too.
  public var scope: [Variable] {
    var scope = Scope()
    collect(into: &scope)
    return scope.variables
  }

  /// Those of `scope` that `SELECT *` selects.
  public var visibleScope: [Variable] { scope.filter { !$0.isHidden } }

  private func collect(into scope: inout Scope) {
    switch self {
    case .bgp(let triples):
      for triple in triples {
        scope.add(triple.subject)
        scope.add(triple.predicate)
        scope.add(triple.object)
      }
    case .path(let pattern):
      scope.add(pattern.subject)
      scope.add(pattern.object)
    case .join(let left, let right), .leftJoin(let left, let right, _), .union(let left, let right):
      left.collect(into: &scope)
      right.collect(into: &scope)
    case .minus(let left, _): left.collect(into: &scope)
    case .filter(_, let inner), .orderBy(let inner, _), .distinct(let inner), .reduced(let inner),
      .slice(let inner, _, _):
      inner.collect(into: &scope)
    case .graph(let name, let inner), .service(let name, let inner, _):
      scope.add(name)
      inner.collect(into: &scope)
    case .extend(let inner, let variable, _):
      inner.collect(into: &scope)
      scope.add(variable)
    case .values(let variables, _): variables.forEach { scope.add($0) }
    case .group(_, let keys, let aggregates):
      keys.forEach { scope.add($0) }
      aggregates.forEach { scope.add($0.variable) }
    case .project(_, let variables): variables.forEach { scope.add($0) }
    }
  }
}

/// Variables in the order in which they are met.
private struct Scope {
  private(set) var variables: [Variable] = []
  private var seen: Set<Variable> = []

  mutating func add(_ variable: Variable) {
    if seen.insert(variable).inserted { variables.append(variable) }
  }

  mutating func add(_ term: PatternTerm) {
    if case .variable(let variable) = term { add(variable) }
  }
}
