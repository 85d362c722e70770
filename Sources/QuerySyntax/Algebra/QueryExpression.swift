import RDF

/// An expression of FILTER, BIND, SELECT, ORDER BY, GROUP BY and HAVING (SPARQL 1.1 §17).
public indirect enum QueryExpression: Hashable, Sendable {
  public enum Comparison: String, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  public enum Arithmetic: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
  }

  case variable(Variable)
  case term(Term)
  case or(QueryExpression, QueryExpression)
  case and(QueryExpression, QueryExpression)
  case not(QueryExpression)
  case compare(Comparison, QueryExpression, QueryExpression)
  case arithmetic(Arithmetic, QueryExpression, QueryExpression)
  case negate(QueryExpression)
  case plus(QueryExpression)
  case isIn(QueryExpression, [QueryExpression])
  case notIn(QueryExpression, [QueryExpression])
  case exists(Algebra)
  case notExists(Algebra)
  /// A built-in call by its upper-case name: `CALL("STRLEN", [..])`; BOUND's argument is a variable, IF and COALESCE are here too.
  case builtIn(String, [QueryExpression])
  /// A call by IRI: XPath casts and extension functions.
  case function(IRI, [QueryExpression])
  /// An aggregate; only in the syntax tree — in the algebra a variable stands in its place.
  case aggregate(Aggregate)
}
