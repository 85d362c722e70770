import RDF

/// A variable of a query, without its `?` or `$`.
///
/// A blank node written in a pattern is a variable too, one that cannot be selected; its name begins with `_:`.
public struct Variable: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let name: String

  public init(_ name: String) { self.name = name }

  /// True for a blank node of a pattern and for what the parser introduces: never part of `SELECT *`.
  public var isHidden: Bool { name.hasPrefix("_:") }

  public var description: String { isHidden ? name : "?" + name }

  public static func == (left: Variable, right: Variable) -> Bool { left.name.isExactly(right.name) }

  public func hash(into hasher: inout Hasher) { name.hashExactly(into: &hasher) }

  public static func < (left: Variable, right: Variable) -> Bool { left.name.precedesExactly(right.name) }
}

/// What may stand in a pattern: a variable or an RDF term.
public enum PatternTerm: Hashable, Sendable {
  case variable(Variable)
  case term(Term)
}

/// A triple with variables (SPARQL 1.1 §18.1.5).
public struct TriplePattern: Hashable, Sendable {
  public var subject: PatternTerm
  public var predicate: PatternTerm
  public var object: PatternTerm

  public init(_ subject: PatternTerm, _ predicate: PatternTerm, _ object: PatternTerm) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }
}

/// A property path expression (SPARQL 1.1 §18.1.7).
public indirect enum PropertyPath: Hashable, Sendable {
  case predicate(IRI)
  case inverse(PropertyPath)
  case sequence(PropertyPath, PropertyPath)
  case alternative(PropertyPath, PropertyPath)
  case zeroOrMore(PropertyPath)
  case oneOrMore(PropertyPath)
  case zeroOrOne(PropertyPath)
  /// `!(p | ^q)`: any predicate but `forward` one way, or any but `inverse` the other way; nil where that way is not asked for.
  case negated(forward: [IRI]?, inverse: [IRI]?)
}

/// Two ends joined by a path (SPARQL 1.1 §18.1.8). Simple sequences, inverses and single predicates are already taken apart
/// into triple patterns (§18.2.2.4), so what reaches the engine needs a path operator.
public struct PathPattern: Hashable, Sendable {
  public var subject: PatternTerm
  public var path: PropertyPath
  public var object: PatternTerm

  public init(_ subject: PatternTerm, _ path: PropertyPath, _ object: PatternTerm) {
    self.subject = subject
    self.path = path
    self.object = object
  }
}

/// The algebra of SPARQL 1.1 §18.2, one case per operator.
public indirect enum Algebra: Hashable, Sendable {
  /// A basic graph pattern; empty = the unit (one solution that binds nothing).
  case bgp([TriplePattern])
  case path(PathPattern)
  case join(Algebra, Algebra)
  case leftJoin(Algebra, Algebra, QueryExpression?)
  case union(Algebra, Algebra)
  case minus(Algebra, Algebra)
  case filter(QueryExpression, Algebra)
  case graph(PatternTerm, Algebra)
  case extend(Algebra, Variable, QueryExpression)
  /// Inline data; nil = UNDEF.
  case values([Variable], [[Term?]])
  /// Grouping and aggregation in one: `keys` are variables (an expression key is extended first); each aggregate binds a
  /// variable that the expressions above refer to. No keys and no aggregates cannot occur.
  case group(Algebra, keys: [Variable], aggregates: [AggregateBinding])
  case orderBy(Algebra, [SortKey])
  case project(Algebra, [Variable])
  case distinct(Algebra)
  case reduced(Algebra)
  case slice(Algebra, offset: Int, limit: Int?)
  case service(PatternTerm, Algebra, silent: Bool)
}

/// One key of ORDER BY.
public struct SortKey: Hashable, Sendable {
  public var expression: QueryExpression
  public var descending: Bool

  public init(_ expression: QueryExpression, descending: Bool = false) {
    self.expression = expression
    self.descending = descending
  }
}

/// An aggregate and the (hidden or named) variable that holds its value.
public struct AggregateBinding: Hashable, Sendable {
  public var variable: Variable
  public var aggregate: Aggregate

  public init(_ variable: Variable, _ aggregate: Aggregate) {
    self.variable = variable
    self.aggregate = aggregate
  }
}

/// A set function of SPARQL 1.1 §18.5.1.
public struct Aggregate: Hashable, Sendable {
  public enum Function: String, Sendable, CaseIterable {
    case count = "COUNT"
    case sum = "SUM"
    case min = "MIN"
    case max = "MAX"
    case avg = "AVG"
    case sample = "SAMPLE"
    case groupConcat = "GROUP_CONCAT"
  }

  public var function: Function
  public var distinct: Bool
  /// nil only for `COUNT(*)`.
  public var argument: QueryExpression?
  /// Of GROUP_CONCAT; nil = one space.
  public var separator: String?

  public init(
    _ function: Function, distinct: Bool = false, argument: QueryExpression?, separator: String? = nil
  ) {
    self.function = function
    self.distinct = distinct
    self.argument = argument
    self.separator = separator
  }
}
