import RDF

extension Algebra: CustomStringConvertible {
  /// The algebra as nested lists, with the standard prefixes:
  ///
  ///     (project (?r) (bgp (triple ?r :recalls <https://undocs.org/A/RES/53/70>)))
  public var description: String { description(prefixes: .standard) }

  public func description(prefixes: PrefixMap) -> String { lists(prefixes).text }

  func lists(_ prefixes: PrefixMap) -> SExpression {
    switch self {
    case .bgp(let triples): return .list("bgp", triples.map { $0.lists(prefixes) })
    case .path(let pattern):
      return .list(
        "path",
        [
          pattern.subject.atom(prefixes), pattern.path.lists(prefixes), pattern.object.atom(prefixes),
        ])
    case .join(let left, let right): return .list("join", [left.lists(prefixes), right.lists(prefixes)])
    case .leftJoin(let left, let right, let condition):
      return .list(
        "leftjoin", [left, right].map { $0.lists(prefixes) } + (condition.map { [$0.lists(prefixes)] } ?? []))
    case .union(let left, let right): return .list("union", [left.lists(prefixes), right.lists(prefixes)])
    case .minus(let left, let right): return .list("minus", [left.lists(prefixes), right.lists(prefixes)])
    case .filter(let condition, let inner):
      return .list("filter", [condition.lists(prefixes), inner.lists(prefixes)])
    case .graph(let name, let inner): return .list("graph", [name.atom(prefixes), inner.lists(prefixes)])
    case .extend(let inner, let variable, let value):
      return .list(
        "extend", [.list([.atom(variable.description), value.lists(prefixes)]), inner.lists(prefixes)])
    case .values(let variables, let rows):
      return .list(
        "table",
        [variables.list]
          + rows.map { row in
            .list("row", row.map { $0.map { PatternTerm.term($0).atom(prefixes) } ?? .atom("UNDEF") })
          })
    case .group(let inner, let keys, let aggregates):
      let bindings = aggregates.map {
        SExpression.list([.atom($0.variable.description), $0.aggregate.lists(prefixes)])
      }
      return .list("group", [keys.list, .list(bindings), inner.lists(prefixes)])
    case .orderBy(let inner, let keys):
      let list = keys.map { key in
        key.descending ? .list("desc", [key.expression.lists(prefixes)]) : key.expression.lists(prefixes)
      }
      return .list("order", [.list(list), inner.lists(prefixes)])
    case .project(let inner, let variables): return .list("project", [variables.list, inner.lists(prefixes)])
    case .distinct(let inner): return .list("distinct", [inner.lists(prefixes)])
    case .reduced(let inner): return .list("reduced", [inner.lists(prefixes)])
    case .slice(let inner, let offset, let limit):
      return .list(
        "slice", [.atom(String(offset)), .atom(limit.map(String.init) ?? "_"), inner.lists(prefixes)])
    case .service(let name, let inner, let silent):
      return .list(
        "service", (silent ? [.atom("silent")] : []) + [name.atom(prefixes), inner.lists(prefixes)])
    }
  }
}

extension QueryExpression: CustomStringConvertible {
  /// The expression as nested lists, with the standard prefixes: `(&& (> ?x 1) (contains ?t "human"))`.
  public var description: String { lists(.standard).text }

  func lists(_ prefixes: PrefixMap) -> SExpression {
    func list(_ head: String, _ parts: [QueryExpression]) -> SExpression {
      .list(head, parts.map { $0.lists(prefixes) })
    }
    switch self {
    case .variable(let variable): return .atom(variable.description)
    case .term(let term): return PatternTerm.term(term).atom(prefixes)
    case .or(let left, let right): return list("||", [left, right])
    case .and(let left, let right): return list("&&", [left, right])
    case .not(let inner): return list("!", [inner])
    case .compare(let comparison, let left, let right): return list(comparison.rawValue, [left, right])
    case .arithmetic(let operation, let left, let right): return list(operation.rawValue, [left, right])
    case .negate(let inner): return list("-", [inner])
    case .plus(let inner): return list("+", [inner])
    case .isIn(let value, let members): return list("in", [value] + members)
    case .notIn(let value, let members): return list("notin", [value] + members)
    case .exists(let pattern): return .list("exists", [pattern.lists(prefixes)])
    case .notExists(let pattern): return .list("notexists", [pattern.lists(prefixes)])
    case .builtIn(let name, let arguments): return list(name.lowercased(), arguments)
    case .function(let name, let arguments):
      return list(prefixes.compact(name) ?? name.description, arguments)
    case .aggregate(let aggregate): return aggregate.lists(prefixes)
    }
  }
}

extension Aggregate {
  func lists(_ prefixes: PrefixMap) -> SExpression {
    var parts: [SExpression] = distinct ? [.atom("distinct")] : []
    if let separator { parts.append(.list("separator", [.atom(Literal(separator).description)])) }
    parts.append(argument?.lists(prefixes) ?? .atom("*"))
    return .list(function.rawValue.lowercased(), parts)
  }
}

extension TriplePattern {
  func lists(_ prefixes: PrefixMap) -> SExpression {
    .list("triple", [subject, predicate, object].map { $0.atom(prefixes) })
  }
}

extension PropertyPath: CustomStringConvertible {
  public var description: String { lists(.standard).text }

  func lists(_ prefixes: PrefixMap) -> SExpression {
    func names(_ list: [IRI]?) -> [SExpression] {
      (list ?? []).map { .atom(prefixes.compact($0) ?? $0.description) }
    }
    switch self {
    case .predicate(let name): return .atom(prefixes.compact(name) ?? name.description)
    case .inverse(let inner): return .list("reverse", [inner.lists(prefixes)])
    case .sequence(let left, let right): return .list("seq", [left.lists(prefixes), right.lists(prefixes)])
    case .alternative(let left, let right):
      return .list("alt", [left.lists(prefixes), right.lists(prefixes)])
    case .zeroOrMore(let inner): return .list("path*", [inner.lists(prefixes)])
    case .oneOrMore(let inner): return .list("path+", [inner.lists(prefixes)])
    case .zeroOrOne(let inner): return .list("path?", [inner.lists(prefixes)])
    case .negated(let forward, let inverse):
      let parts = names(forward) + names(inverse).map { .list("reverse", [$0]) }
      return .list("notoneof", parts)
    }
  }
}

extension PatternTerm {
  /// `?v`, a prefixed name, or the term as N-Triples.
  func atom(_ prefixes: PrefixMap) -> SExpression {
    switch self {
    case .variable(let variable): return .atom(variable.description)
    case .term(let term): return .atom(term.text(prefixes: prefixes))
    }
  }
}

extension [Variable] {
  fileprivate var list: SExpression { .list(map { .atom($0.description) }) }
}
