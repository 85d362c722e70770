import QuerySyntax

extension Algebra {
  /// An equal pattern that is cheaper to evaluate: filters moved down to what binds their variables, patterns joined before
  /// the OPTIONAL that they do not depend on.
  ///
  /// Each step is an equivalence of SPARQL 1.1's algebra (Pérez, Arenas & Gutierrez 2009, §4; Schmidt, Meier & Lausen 2010).
  func rewritten() -> Algebra {
    switch self {
    case .bgp, .path, .values, .service: return self
    case .join(let a, let b): return Algebra.joined(a.rewritten(), b.rewritten())
    case .leftJoin(let a, let b, let expression): return .leftJoin(a.rewritten(), b.rewritten(), expression)
    case .union(let a, let b): return .union(a.rewritten(), b.rewritten())
    case .minus(let a, let b): return .minus(a.rewritten(), b.rewritten())
    case .filter(let expression, let a):
      return expression.conjuncts.reversed().reduce(a.rewritten()) { $0.filtered($1) }
    case .graph(let name, let a): return .graph(name, a.rewritten())
    case .extend(let a, let variable, let expression): return .extend(a.rewritten(), variable, expression)
    case .group(let a, let keys, let aggregates):
      return .group(a.rewritten(), keys: keys, aggregates: aggregates)
    case .orderBy(let a, let keys): return .orderBy(a.rewritten(), keys)
    case .project(let a, let variables): return .project(a.rewritten(), variables)
    case .distinct(let a): return .distinct(a.rewritten())
    case .reduced(let a): return .reduced(a.rewritten())
    case .slice(let a, let offset, let limit): return .slice(a.rewritten(), offset: offset, limit: limit)
    }
  }

  /// `join(leftJoin(a, b), c)` = `leftJoin(join(a, c), b)` where `c` shares with `b` only what `a` surely binds.
  private static func joined(_ a: Algebra, _ b: Algebra) -> Algebra {
    if case .leftJoin(let kept, let optional, let expression) = a,
      b.scopeSet.intersection(optional.scopeSet).isSubset(of: kept.certainVariables),
      b.scopeSet.isDisjoint(
        with: (expression?.variables ?? []).subtracting(kept.scopeSet).subtracting(optional.scopeSet))
    {
      return .leftJoin(joined(kept, b), optional, expression)
    }
    return .join(a, b)
  }

  /// This pattern under one more condition, placed as low as it may be.
  private func filtered(_ condition: QueryExpression) -> Algebra {
    let needed = condition.variables
    guard !condition.hasExists else { return .filter(condition, self) }
    switch self {
    case .filter(let other, let a): return .filter(other, a.filtered(condition))
    case .leftJoin(let a, let b, let expression) where needed.isSubset(of: a.certainVariables):
      return .leftJoin(a.filtered(condition), b, expression)
    case .minus(let a, let b): return .minus(a.filtered(condition), b)
    case .union(let a, let b): return .union(a.filtered(condition), b.filtered(condition))
    case .extend(let a, let variable, let expression) where !needed.contains(variable):
      return .extend(a.filtered(condition), variable, expression)
    case .project(let a, let variables) where needed.isSubset(of: variables):
      return .project(a.filtered(condition), variables)
    case .distinct(let a): return .distinct(a.filtered(condition))
    case .orderBy(let a, let keys): return .orderBy(a.filtered(condition), keys)
    default: return .filter(condition, self)
    }
  }
}
