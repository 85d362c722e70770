import QuerySyntax
import RDF

/// Terms that stand in place of variables while an EXISTS is evaluated for one outer solution (SPARQL 1.1 §18.6, substitute).
typealias Bindings = [Variable: Term]

extension Algebra {
  /// The pattern with variables replaced by terms; a projection hides the variables that it does not show.
  func substituting(_ terms: Bindings) -> Algebra {
    switch self {
    case .bgp(let patterns): return .bgp(patterns.map { $0.substituting(terms) })
    case .path(let pattern):
      return .path(
        PathPattern(
          pattern.subject.substituting(terms), pattern.path, pattern.object.substituting(terms)))
    case .join(let a, let b): return .join(a.substituting(terms), b.substituting(terms))
    case .leftJoin(let a, let b, let expression):
      return .leftJoin(a.substituting(terms), b.substituting(terms), expression?.substituting(terms))
    case .union(let a, let b): return .union(a.substituting(terms), b.substituting(terms))
    case .minus(let a, let b): return .minus(a.substituting(terms), b.substituting(terms))
    case .filter(let expression, let a): return .filter(expression.substituting(terms), a.substituting(terms))
    case .graph(let name, let a): return .graph(name.substituting(terms), a.substituting(terms))
    case .extend(let a, let variable, let expression):
      let extended = Algebra.extend(
        a.substituting(terms.filter { $0.key != variable }), variable,
        expression.substituting(terms.filter { $0.key != variable }))
      guard let term = terms[variable] else { return extended }
      return .filter(.builtIn("SAMETERM", [.variable(variable), .term(term)]), extended)
    case .values(let variables, let rows):
      let kept = variables.indices.filter { terms[variables[$0]] == nil }
      let fitting = rows.filter { row in
        variables.indices.allSatisfy { column in
          guard let term = terms[variables[column]], let value = row[column] else { return true }
          return term == value
        }
      }
      return .values(kept.map { variables[$0] }, fitting.map { row in kept.map { row[$0] } })
    case .group(let a, let keys, let aggregates):
      let open = keys.filter { terms[$0] == nil }
      let found = aggregates.map { AggregateBinding($0.variable, $0.aggregate.substituting(terms)) }
      guard open.isEmpty, !keys.isEmpty else {
        return .group(a.substituting(terms), keys: open, aggregates: found)
      }
      // Without a key there is one group even of no rows, which with keys there is not.
      let rows = Variable("_:rows")
      let counted = AggregateBinding(rows, Aggregate(.count, distinct: false, argument: nil))
      return .filter(
        .compare(.greater, .variable(rows), .term(.integer(0))),
        .group(a.substituting(terms), keys: [], aggregates: found + [counted]))
    case .orderBy(let a, let keys):
      return .orderBy(
        a.substituting(terms),
        keys.map { SortKey($0.expression.substituting(terms), descending: $0.descending) })
    case .project(let a, let variables):
      return .project(a.substituting(terms.filter { variables.contains($0.key) }), variables)
    case .distinct(let a): return .distinct(a.substituting(terms))
    case .reduced(let a): return .reduced(a.substituting(terms))
    case .slice(let a, let offset, let limit):
      return .slice(a.substituting(terms), offset: offset, limit: limit)
    case .service(let name, let a, let silent): return .service(name, a.substituting(terms), silent: silent)
    }
  }
}

extension PatternTerm {
  func substituting(_ terms: Bindings) -> PatternTerm {
    if case .variable(let variable) = self, let term = terms[variable] { return .term(term) }
    return self
  }
}

extension TriplePattern {
  func substituting(_ terms: Bindings) -> TriplePattern {
    TriplePattern(
      subject.substituting(terms), predicate.substituting(terms), object.substituting(terms))
  }
}

extension Aggregate {
  func substituting(_ terms: Bindings) -> Aggregate {
    Aggregate(
      function, distinct: distinct, argument: argument?.substituting(terms), separator: separator)
  }
}

extension QueryExpression {
  func substituting(_ terms: Bindings) -> QueryExpression {
    func each(_ list: [QueryExpression]) -> [QueryExpression] { list.map { $0.substituting(terms) } }
    switch self {
    case .variable(let variable): return terms[variable].map(QueryExpression.term) ?? self
    case .term: return self
    case .or(let a, let b): return .or(a.substituting(terms), b.substituting(terms))
    case .and(let a, let b): return .and(a.substituting(terms), b.substituting(terms))
    case .not(let a): return .not(a.substituting(terms))
    case .compare(let by, let a, let b): return .compare(by, a.substituting(terms), b.substituting(terms))
    case .arithmetic(let by, let a, let b):
      return .arithmetic(by, a.substituting(terms), b.substituting(terms))
    case .negate(let a): return .negate(a.substituting(terms))
    case .plus(let a): return .plus(a.substituting(terms))
    case .isIn(let a, let list): return .isIn(a.substituting(terms), each(list))
    case .notIn(let a, let list): return .notIn(a.substituting(terms), each(list))
    case .exists(let a): return .exists(a.substituting(terms))
    case .notExists(let a): return .notExists(a.substituting(terms))
    case .builtIn("BOUND", let arguments):
      if case .variable(let variable)? = arguments.first, terms[variable] != nil {
        return .term(.literal(Literal("true", datatype: XSD.boolean)))
      }
      return self
    case .builtIn(let name, let arguments): return .builtIn(name, each(arguments))
    case .function(let iri, let arguments): return .function(iri, each(arguments))
    case .aggregate(let aggregate): return .aggregate(aggregate.substituting(terms))
    }
  }
}
