import QuerySyntax

extension Algebra {
  /// The variables bound in every solution (a lower bound, by the structure alone).
  var certainVariables: Set<Variable> {
    switch self {
    case .bgp(let patterns): return Set(patterns.flatMap(\.variables))
    case .path(let pattern): return Set([pattern.subject, pattern.object].compactMap(\.variable))
    case .join(let a, let b): return a.certainVariables.union(b.certainVariables)
    case .leftJoin(let a, _, _), .minus(let a, _), .filter(_, let a): return a.certainVariables
    case .extend(let a, let variable, let expression):
      if case .term = expression { return a.certainVariables.union([variable]) }
      return a.certainVariables
    case .union(let a, let b): return a.certainVariables.intersection(b.certainVariables)
    case .graph(let name, let a): return a.certainVariables.union([name.variable].compactMap { $0 })
    case .values(let variables, let rows):
      return Set(
        variables.indices.filter { column in rows.allSatisfy { $0[column] != nil } }.map { variables[$0] })
    case .group(let a, let keys, let aggregates):
      let counts = aggregates.filter { $0.aggregate.function == .count }.map(\.variable)
      return a.certainVariables.intersection(keys).union(counts)
    case .orderBy(let a, _), .distinct(let a), .reduced(let a), .slice(let a, _, _): return a.certainVariables
    case .project(let a, let variables): return a.certainVariables.intersection(variables)
    case .service: return []
    }
  }

  /// The variables in scope (SPARQL 1.1 §18.2.1), as a set.
  var scopeSet: Set<Variable> { Set(scope) }

  /// True where the pattern may mean something else under each outer solution, so that it cannot be joined as a whole: an expression
  /// looks at a variable that its own pattern does not surely bind, a cut counts rows, MINUS compares what `outer` binds.
  func isCorrelated(with outer: Set<Variable>) -> Bool {
    switch self {
    case .bgp, .path, .values: return false
    case .join(let a, let b), .union(let a, let b):
      return a.isCorrelated(with: outer) || b.isCorrelated(with: outer)
    case .minus(let a, let b):
      return a.isCorrelated(with: outer) || b.isCorrelated(with: outer) || Algebra.minusLooks(at: outer, a, b)
    case .leftJoin(let a, let b, let expression):
      let known = a.certainVariables.union(b.certainVariables)
      return a.isCorrelated(with: outer) || b.isCorrelated(with: outer)
        || !(expression?.variables.isSubset(of: known) ?? true)
    case .filter(let expression, let a), .extend(let a, _, let expression):
      return a.isCorrelated(with: outer) || !expression.variables.isSubset(of: a.certainVariables)
    case .graph(_, let a), .service(_, let a, _), .distinct(let a), .reduced(let a):
      return a.isCorrelated(with: outer)
    case .slice(let a, _, _): return a.isCorrelated(with: outer) || !a.allVariables.isDisjoint(with: outer)
    case .orderBy(let a, let keys):
      return a.isCorrelated(with: outer)
        || keys.contains { !$0.expression.variables.isSubset(of: a.certainVariables) }
    case .project(let a, let variables): return a.isCorrelated(with: outer.intersection(variables))
    case .group(let a, _, let aggregates):
      return a.isCorrelated(with: outer)
        || aggregates.contains {
          !($0.aggregate.argument?.variables.isSubset(of: a.certainVariables) ?? true)
        }
    }
  }

  /// Whether `a` MINUS `b` differs once the outer terms are in their places. It does not where both sides bind those variables anyway
  /// and share another, since without a shared one nothing is taken away (SPARQL 1.1 §8.3.3).
  private static func minusLooks(at outer: Set<Variable>, _ a: Algebra, _ b: Algebra) -> Bool {
    let seen = b.allVariables.intersection(outer)
    let shared = a.certainVariables.intersection(b.certainVariables)
    return !seen.isEmpty && (!seen.isSubset(of: shared) || shared.isSubset(of: outer))
  }

  /// True where a path of unbounded length stands in here with two open ends.
  var hasOpenPath: Bool {
    switch self {
    case .path(let pattern): return pattern.subject.variable != nil && pattern.object.variable != nil
    case .bgp, .values: return false
    case .join(let a, let b), .leftJoin(let a, let b, _), .union(let a, let b), .minus(let a, let b):
      return a.hasOpenPath || b.hasOpenPath
    case .filter(_, let a), .extend(let a, _, _), .graph(_, let a), .service(_, let a, _), .orderBy(let a, _),
      .distinct(let a), .reduced(let a), .slice(let a, _, _), .project(let a, _), .group(let a, _, _):
      return a.hasOpenPath
    }
  }
}

extension PatternTerm {
  var variable: Variable? {
    if case .variable(let variable) = self { return variable }
    return nil
  }
}

extension TriplePattern {
  var variables: [Variable] { [subject, predicate, object].compactMap(\.variable) }
}

extension QueryExpression {
  /// Every variable that the expression looks at, those inside EXISTS included.
  var variables: Set<Variable> {
    switch self {
    case .variable(let variable): return [variable]
    case .term: return []
    case .or(let a, let b), .and(let a, let b), .compare(_, let a, let b), .arithmetic(_, let a, let b):
      return a.variables.union(b.variables)
    case .not(let a), .negate(let a), .plus(let a): return a.variables
    case .isIn(let a, let list), .notIn(let a, let list):
      return list.reduce(a.variables) { $0.union($1.variables) }
    case .exists(let pattern), .notExists(let pattern): return pattern.allVariables
    case .builtIn(_, let arguments), .function(_, let arguments):
      return arguments.reduce(into: []) { $0.formUnion($1.variables) }
    case .aggregate(let aggregate): return aggregate.argument?.variables ?? []
    }
  }

  /// True if EXISTS or NOT EXISTS stands anywhere in here.
  var hasExists: Bool {
    switch self {
    case .exists, .notExists: return true
    case .variable, .term, .aggregate: return false
    case .or(let a, let b), .and(let a, let b), .compare(_, let a, let b), .arithmetic(_, let a, let b):
      return a.hasExists || b.hasExists
    case .not(let a), .negate(let a), .plus(let a): return a.hasExists
    case .isIn(let a, let list), .notIn(let a, let list):
      return a.hasExists || list.contains(where: \.hasExists)
    case .builtIn(_, let arguments), .function(_, let arguments):
      return arguments.contains(where: \.hasExists)
    }
  }
}

extension Algebra {
  /// Every variable that occurs in a place where an outer solution can reach it (not hidden by a projection).
  var allVariables: Set<Variable> {
    switch self {
    case .bgp, .path: return certainVariables
    case .join(let a, let b), .union(let a, let b), .minus(let a, let b):
      return a.allVariables.union(b.allVariables)
    case .leftJoin(let a, let b, let expression):
      return a.allVariables.union(b.allVariables).union(expression?.variables ?? [])
    case .filter(let expression, let a): return a.allVariables.union(expression.variables)
    case .extend(let a, let variable, let expression):
      return a.allVariables.union(expression.variables).union([variable])
    case .graph(let name, let a), .service(let name, let a, _):
      return a.allVariables.union([name.variable].compactMap { $0 })
    case .values(let variables, _): return Set(variables)
    case .group(let a, let keys, let aggregates):
      return aggregates.reduce(a.allVariables.union(keys)) {
        $0.union($1.aggregate.argument?.variables ?? [])
      }
    case .orderBy(let a, let keys): return keys.reduce(a.allVariables) { $0.union($1.expression.variables) }
    case .distinct(let a), .reduced(let a), .slice(let a, _, _): return a.allVariables
    case .project(let a, let variables): return a.allVariables.intersection(variables)
    }
  }
}
