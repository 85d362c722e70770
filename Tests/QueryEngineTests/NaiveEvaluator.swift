import QuerySyntax
import RDF

/// SPARQL's algebra taken at its word (SPARQL 1.1 §18.5, §18.6): lists of solutions, nested loops, nothing clever.
///
/// The engine is compared with it on random graphs and queries. Only the expressions that those queries use are known.
struct NaiveEvaluator {
  typealias Solution = [Variable: Term]

  /// The default graph as it is asked, and the named graphs.
  let defaultGraph: Set<Triple>
  let named: [Term: Set<Triple>]

  func evaluate(_ algebra: Algebra) -> [Solution] { evaluate(algebra, defaultGraph) }

  private func evaluate(_ algebra: Algebra, _ graph: Set<Triple>) -> [Solution] {
    switch algebra {
    case .bgp(let patterns):
      return patterns.reduce([[:]]) { solutions, pattern in
        solutions.flatMap { solution in graph.compactMap { match(pattern, $0, solution) } }
      }
    case .path(let pattern): return paths(pattern, graph)
    case .join(let a, let b): return join(evaluate(a, graph), evaluate(b, graph))
    case .leftJoin(let a, let b, let condition):
      let right = evaluate(b, graph)
      return evaluate(a, graph).flatMap { left in
        let matches = join([left], right).filter { condition.map { test($0, in: graph) }?($0) ?? true }
        return matches.isEmpty ? [left] : matches
      }
    case .union(let a, let b): return evaluate(a, graph) + evaluate(b, graph)
    case .minus(let a, let b):
      let right = evaluate(b, graph)
      return evaluate(a, graph).filter { left in
        !right.contains { other in
          !Set(left.keys).isDisjoint(with: other.keys) && compatible(left, other)
        }
      }
    case .filter(let condition, let a): return evaluate(a, graph).filter(test(condition, in: graph))
    case .graph(.term(let name), let a): return named[name].map { evaluate(a, $0) } ?? []
    case .graph(.variable(let variable), let a):
      return named.flatMap { name, triples in join(evaluate(a, triples), [[variable: name]]) }
    case .extend(let a, let variable, let expression):
      return evaluate(a, graph).map { solution in
        var solution = solution
        solution[variable] = value(expression, solution, graph)
        return solution
      }
    case .values(let variables, let rows):
      return rows.map { row in
        Dictionary(
          uniqueKeysWithValues: zip(variables, row).compactMap { pair in pair.1.map { (pair.0, $0) } })
      }
    case .group(let a, let keys, let aggregates):
      var groups: [Solution: [Solution]] = keys.isEmpty ? [[:]: []] : [:]
      for solution in evaluate(a, graph) {
        groups[solution.filter { keys.contains($0.key) }, default: []].append(solution)
      }
      return groups.map { key, members in
        aggregates.reduce(into: key) { $0[$1.variable] = aggregate($1.aggregate, members, graph) }
      }
    case .project(let a, let variables):
      return evaluate(a, graph).map { $0.filter { variables.contains($0.key) } }
    case .distinct(let a), .reduced(let a):
      var seen: Set<Solution> = []
      return evaluate(a, graph).filter { seen.insert($0).inserted }
    case .orderBy(let a, let keys): return NaiveOrder.sorted(evaluate(a, graph), by: keys)
    case .slice(let a, let offset, let limit):
      let rest = evaluate(a, graph).dropFirst(offset)
      return Array(limit.map { rest.prefix($0) } ?? rest)
    default: return []
    }
  }

  /// COUNT and SUM; nil = error.
  private func aggregate(_ aggregate: Aggregate, _ members: [Solution], _ graph: Set<Triple>) -> Term? {
    guard let argument = aggregate.argument else { return .integer(members.count) }
    var values = members.map { value(argument, $0, graph) }
    if aggregate.distinct { values = Array(Set(values)) }
    if aggregate.function == .count { return .integer(values.count { $0 != nil }) }
    var sum = 0
    for value in values {
      guard let value, let number = number(value) else { return nil }
      sum += number
    }
    return .integer(sum)
  }

  private func match(_ pattern: TriplePattern, _ triple: Triple, _ solution: Solution) -> Solution? {
    var solution = solution
    let parts = [
      (pattern.subject, triple.subject), (pattern.predicate, .iri(triple.predicate)),
      (pattern.object, triple.object),
    ]
    for (part, term) in parts {
      switch part {
      case .term(let wanted): if wanted != term { return nil }
      case .variable(let variable):
        if let bound = solution[variable], bound != term { return nil }
        solution[variable] = term
      }
    }
    return solution
  }

  private func compatible(_ left: Solution, _ right: Solution) -> Bool {
    left.allSatisfy { variable, term in right[variable].map { $0 == term } ?? true }
  }

  private func join(_ left: [Solution], _ right: [Solution]) -> [Solution] {
    left.flatMap { a in
      right.compactMap { b in compatible(a, b) ? a.merging(b) { first, _ in first } : nil }
    }
  }

  // MARK: - Paths

  private func paths(_ pattern: PathPattern, _ graph: Set<Triple>) -> [Solution] {
    func fixed(_ end: PatternTerm) -> Set<Term> {
      if case .term(let term) = end { return [term] }
      return []
    }
    return pairs(pattern.path, graph, from: fixed(pattern.subject), to: fixed(pattern.object)).compactMap {
      source, target in
      [(pattern.subject, source), (pattern.object, target)].reduce(Solution?.some([:])) { solution, pair in
        guard var solution else { return nil }
        switch pair.0 {
        case .term(let term): return term == pair.1 ? solution : nil
        case .variable(let variable):
          if let bound = solution[variable], bound != pair.1 { return nil }
          solution[variable] = pair.1
          return solution
        }
      }
    }
  }

  private struct Pair: Hashable {
    let source: Term
    let target: Term
  }

  /// The pairs that a path joins. A term that stands at an end of the path is joined with itself by a path of no length even where
  /// the graph does not hold it; the middle of a sequence is a variable (§18.4).
  private func pairs(
    _ path: PropertyPath, _ graph: Set<Triple>, from: Set<Term>, to: Set<Term>
  ) -> [(Term, Term)] {
    switch path {
    case .predicate(let iri): return graph.filter { $0.predicate == iri }.map { ($0.subject, $0.object) }
    case .inverse(let a): return pairs(a, graph, from: to, to: from).map { ($0.1, $0.0) }
    case .sequence(let a, let b):
      let second = pairs(b, graph, from: [], to: to)
      return pairs(a, graph, from: from, to: []).flatMap { x in
        second.filter { $0.0 == x.1 }.map { (x.0, $0.1) }
      }
    case .alternative(let a, let b):
      return pairs(a, graph, from: from, to: to) + pairs(b, graph, from: from, to: to)
    case .zeroOrOne(let a):
      return closure(a, graph, from, to, atMostOnce: true, withSelf: true)
    case .zeroOrMore(let a): return closure(a, graph, from, to, atMostOnce: false, withSelf: true)
    case .oneOrMore(let a): return closure(a, graph, from, to, atMostOnce: false, withSelf: false)
    case .negated(let forward, let inverse):
      var found: [(Term, Term)] = []
      if let forward {
        found += graph.filter { !forward.contains($0.predicate) }.map { ($0.subject, $0.object) }
      }
      if let inverse {
        found += graph.filter { !inverse.contains($0.predicate) }.map { ($0.object, $0.subject) }
      }
      return found
    }
  }

  private func closure(
    _ path: PropertyPath, _ graph: Set<Triple>, _ from: Set<Term>, _ to: Set<Term>, atMostOnce: Bool,
    withSelf: Bool
  ) -> [(Term, Term)] {
    // Steps are taken from the fixed end, the other one being a variable meanwhile (§18.4, ALP).
    let inner = pairs(path, graph, from: from, to: from.isEmpty ? to : [])
    let steps = Set(inner.map { Pair(source: $0.0, target: $0.1) })
    var found = steps
    var grows = !atMostOnce
    while grows {
      grows = false
      for first in found {
        for second in steps where second.source == first.target {
          if found.insert(Pair(source: first.source, target: second.target)).inserted { grows = true }
        }
      }
    }
    if withSelf {
      let nodes = Set(graph.flatMap { [$0.subject, $0.object] })
      found.formUnion(nodes.union(from).union(to).map { Pair(source: $0, target: $0) })
    }
    return found.map { ($0.source, $0.target) }
  }

  // MARK: - Expressions

  private func test(_ condition: QueryExpression, in graph: Set<Triple>) -> (Solution) -> Bool {
    { truth(condition, $0, graph) ?? false }
  }

  /// nil = error.
  private func truth(_ condition: QueryExpression, _ solution: Solution, _ graph: Set<Triple>) -> Bool? {
    switch condition {
    case .and(let a, let b):
      switch (truth(a, solution, graph), truth(b, solution, graph)) {
      case (false, _), (_, false): return false
      case (true, true): return true
      default: return nil
      }
    case .or(let a, let b):
      switch (truth(a, solution, graph), truth(b, solution, graph)) {
      case (true, _), (_, true): return true
      case (false, false): return false
      default: return nil
      }
    case .term(let term): return term == .literal(Literal("true", datatype: XSD.boolean)) ? true : nil
    case .not(let a): return truth(a, solution, graph).map { !$0 }
    case .builtIn("BOUND", let arguments):
      guard case .variable(let variable)? = arguments.first else { return nil }
      return solution[variable] != nil
    case .compare(let comparison, let a, let b):
      guard let left = value(a, solution, graph), let right = value(b, solution, graph) else { return nil }
      switch comparison {
      case .equal: return left == right
      case .notEqual: return left != right
      default: break
      }
      guard let x = number(left), let y = number(right) else { return nil }
      return comparison == .less ? x < y : x >= y
    case .isIn(let a, let list):
      let equal = list.map { truth(.compare(.equal, a, $0), solution, graph) }
      return equal.contains(true) ? true : equal.contains(nil) ? nil : false
    case .notIn(let a, let list): return truth(.isIn(a, list), solution, graph).map { !$0 }
    case .exists(let pattern): return holds(pattern, solution, graph)
    case .notExists(let pattern): return !holds(pattern, solution, graph)
    default: return nil
    }
  }

  private func holds(_ pattern: Algebra, _ solution: Solution, _ graph: Set<Triple>) -> Bool {
    !evaluate(substitute(pattern, solution), graph).isEmpty
  }

  /// Substitution written out for the patterns that the random queries put into EXISTS.
  private func substitute(_ pattern: Algebra, _ solution: Solution) -> Algebra {
    func end(_ term: PatternTerm) -> PatternTerm {
      if case .variable(let variable) = term, let bound = solution[variable] { return .term(bound) }
      return term
    }
    func inside(_ expression: QueryExpression) -> QueryExpression {
      switch expression {
      case .variable(let variable): return solution[variable].map { .term($0) } ?? expression
      case .compare(let by, let a, let b): return .compare(by, inside(a), inside(b))
      case .arithmetic(let by, let a, let b): return .arithmetic(by, inside(a), inside(b))
      case .builtIn("BOUND", let arguments):
        guard case .variable(let variable)? = arguments.first, solution[variable] != nil else {
          return expression
        }
        return .term(.literal(Literal("true", datatype: XSD.boolean)))
      case .builtIn(let name, let arguments): return .builtIn(name, arguments.map(inside))
      default: return expression
      }
    }
    switch pattern {
    case .bgp(let patterns):
      return .bgp(patterns.map { TriplePattern(end($0.subject), end($0.predicate), end($0.object)) })
    case .filter(let expression, let a): return .filter(inside(expression), substitute(a, solution))
    case .path(let path): return .path(PathPattern(end(path.subject), path.path, end(path.object)))
    default: return pattern
    }
  }

  private func value(_ expression: QueryExpression, _ solution: Solution, _ graph: Set<Triple>) -> Term? {
    switch expression {
    case .variable(let variable): return solution[variable]
    case .term(let term): return term
    case .arithmetic(let operation, let a, let b):
      guard let left = value(a, solution, graph).flatMap(number),
        let right = value(b, solution, graph).flatMap(number)
      else { return nil }
      return .integer(operation == .add ? left + right : left * right)
    case .builtIn("COALESCE", let choices):
      return choices.lazy.compactMap { value($0, solution, graph) }.first
    case .builtIn("IF", let parts):
      return truth(parts[0], solution, graph).flatMap { value(parts[$0 ? 1 : 2], solution, graph) }
    default: return nil
    }
  }

  private func number(_ term: Term) -> Int? {
    if case .literal(let literal) = term, literal.datatype == XSD.integer { return Int(literal.lexical) }
    return nil
  }
}
