import QuerySyntax
import RDF

/// A seeded generator (SplitMix64), so that every run tests the same cases and a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Random small graphs and random queries over them: few terms, so that patterns meet often.
struct RandomQueries {
  var generator: SeededGenerator
  private let nodes = (0..<6).map { Term.iri("http://x/n\($0)") } + [.integer(1), .integer(2), .integer(30)]
  /// What triples are made of besides; the store gives its first blank node this label.
  private let blank = Term.blank(BlankNode("b0"))
  private let predicates = (0..<3).map { IRI("http://x/p\($0)") }
  private let variables = "abcde".map { Variable(String($0)) }

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &generator) < percent
  }

  private mutating func pick<T>(_ list: [T]) -> T { list[Int.random(in: 0..<list.count, using: &generator)] }

  /// - Parameter hasBlank: whether a blank node is among the nodes, which no query can name.
  mutating func triples(withBlank hasBlank: Bool = false) -> [Triple] {
    let unnamed = hasBlank ? [blank] : []
    return (0..<Int.random(in: 0...14, using: &generator)).map { _ in
      Triple(pick(nodes.prefix(6) + unnamed), pick(predicates), pick(nodes + unnamed))
    }
  }

  private mutating func end(_ constant: Int = 25) -> PatternTerm {
    chance(constant) ? .term(pick(nodes)) : .variable(pick(variables))
  }

  private mutating func pattern() -> TriplePattern {
    TriplePattern(end(), chance(80) ? .term(.iri(pick(predicates))) : .variable(pick(variables)), end())
  }

  private mutating func path(_ depth: Int) -> PropertyPath {
    switch Int.random(in: 0..<(depth > 0 ? 9 : 1), using: &generator) {
    case 1: return .inverse(path(depth - 1))
    case 2: return .sequence(path(depth - 1), path(depth - 1))
    case 3: return .alternative(path(depth - 1), path(depth - 1))
    case 4: return .zeroOrMore(path(depth - 1))
    case 5: return .oneOrMore(path(depth - 1))
    case 6: return .zeroOrOne(path(depth - 1))
    case 7: return .negated(forward: [pick(predicates)], inverse: nil)
    case 8: return .negated(forward: [pick(predicates)], inverse: [pick(predicates)])
    default: return .predicate(pick(predicates))
    }
  }

  private mutating func operand(_ depth: Int = 1) -> QueryExpression {
    if depth > 0, chance(25) {
      switch number(0...2) {
      case 0: return .arithmetic(chance(50) ? .add : .multiply, operand(depth - 1), operand(depth - 1))
      case 1: return .builtIn("COALESCE", [operand(depth - 1), operand(depth - 1)])
      default: return .builtIn("IF", [condition(depth - 1), operand(depth - 1), operand(depth - 1)])
      }
    }
    return chance(60) ? .variable(pick(variables)) : .term(pick(nodes))
  }

  private mutating func condition(_ depth: Int) -> QueryExpression {
    switch Int.random(in: 0..<(depth > 0 ? 11 : 5), using: &generator) {
    case 9: return .isIn(operand(), [operand(), operand()])
    case 10: return .notIn(operand(), [operand(), operand()])
    case 0: return .compare(.equal, operand(), operand())
    case 1: return .compare(.notEqual, operand(), operand())
    case 2: return .compare(.less, operand(), operand())
    case 3: return .compare(.greaterOrEqual, operand(), operand())
    case 4: return .builtIn("BOUND", [.variable(pick(variables))])
    case 5: return .and(condition(depth - 1), condition(depth - 1))
    case 6: return .or(condition(depth - 1), condition(depth - 1))
    case 7: return .not(condition(depth - 1))
    default: return chance(50) ? .exists(inner()) : .notExists(inner())
    }
  }

  private mutating func inner() -> Algebra {
    let bgp = Algebra.bgp((0...Int.random(in: 0...1, using: &generator)).map { _ in pattern() })
    return chance(30)
      ? .filter(.compare(.notEqual, .variable(pick(variables)), operand()), bgp)
      : chance(20) ? .path(PathPattern(end(), path(1), end())) : bgp
  }

  private mutating func group(_ algebra: Algebra) -> Algebra {
    let keys = variables.filter { _ in chance(30) }
    guard let free = variables.first(where: { !algebra.scope.contains($0) && !keys.contains($0) }) else {
      return algebra
    }
    let argument = chance(70) ? QueryExpression.variable(pick(variables)) : nil
    let aggregate = Aggregate(
      argument != nil && chance(30) ? .sum : .count, distinct: argument != nil && chance(40),
      argument: argument)
    return .group(algebra, keys: keys, aggregates: [AggregateBinding(free, aggregate)])
  }

  /// Some rows of the pattern's, by all of its variables, so that equal keys are equal rows.
  private mutating func sorted(_ algebra: Algebra) -> Algebra {
    if algebra.scope.isEmpty { return algebra }
    let keys = algebra.scope.shuffled(using: &generator).map { variable in
      SortKey(.variable(variable), descending: chance(50))
    }
    return .slice(
      .orderBy(.project(algebra, algebra.scope), keys), offset: number(0...2),
      limit: chance(80) ? number(0...4) : nil)
  }

  /// A pattern of at most `depth` nested operators.
  mutating func algebra(_ depth: Int) -> Algebra {
    guard depth > 0 else {
      return chance(25)
        ? .path(PathPattern(end(), path(2), end()))
        : .bgp((0...Int.random(in: 0...2, using: &generator)).map { _ in pattern() })
    }
    switch Int.random(in: 0..<12, using: &generator) {
    case 11: return sorted(algebra(depth - 1))
    case 10: return group(algebra(depth - 1))
    case 0, 1: return .join(algebra(depth - 1), algebra(depth - 1))
    case 2, 3: return .leftJoin(algebra(depth - 1), algebra(depth - 1), chance(40) ? condition(1) : nil)
    case 4: return .union(algebra(depth - 1), algebra(depth - 1))
    case 5: return .minus(algebra(depth - 1), algebra(depth - 1))
    case 6, 7: return .filter(condition(2), algebra(depth - 1))
    case 8:
      let shown = variables.filter { _ in chance(60) }
      return chance(50)
        ? .project(algebra(depth - 1), shown) : .distinct(.project(algebra(depth - 1), shown))
    default:
      switch Int.random(in: 0..<3, using: &generator) {
      case 0:
        let names = Array(variables.shuffled(using: &generator).prefix(2))
        return .join(
          algebra(depth - 1),
          .values(names, (0..<3).map { _ in names.map { _ in chance(70) ? pick(nodes) : nil } }))
      case 1:
        return .graph(
          chance(50)
            ? .variable(pick(variables))
            : .term(.iri("http://x/g\(Int.random(in: 0...2, using: &generator))")),
          algebra(depth - 1))
      default:
        let a = algebra(depth - 1)
        guard let free = variables.first(where: { !a.scope.contains($0) }) else { return a }
        return .extend(a, free, operand())
      }
    }
  }
}
