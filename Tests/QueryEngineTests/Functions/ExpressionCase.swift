import Diagnostics
import Foundation
import QuerySyntax
import RDF

@testable import QueryEngine

/// A line of a case file: an expression and the term it must give.
struct ExpressionCase: CustomStringConvertible, Sendable {
  let file: String
  let expression: String
  let result: String

  var description: String { "\(file): \(expression)" }

  /// The cases of `Cases/NAME.txt`.
  static func load(_ name: String) throws -> [ExpressionCase] {
    let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(
      separator: "/")
    let text = try String(contentsOfFile: "\(folder)/Cases/\(name).txt", encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let parts = line.split(separator: " ---- ", maxSplits: 1)
      return ExpressionCase(
        file: name, expression: String(parts[0]), result: parts.count > 1 ? String(parts[1]) : "")
    }
  }

  static let files = ["numbers", "logic", "strings", "dates", "casts"]

  static var all: [ExpressionCase] { (try? files.flatMap(load)) ?? [] }

  /// The expression that `text` writes, as the parser gives it.
  static func parse(_ text: String) throws -> QueryExpression {
    let query = try SPARQL.parse(SourceText(name: "case", text: "SELECT (\(text) AS ?result) {}"))
    guard case .project(.extend(_, _, let expression), _) = query.algebra else {
      throw Diagnostic.error("expected one extension in the algebra of '\(text)', found \(query.algebra)")
    }
    return expression
  }
}

/// An expression whose constants have become variables, with the row that binds them.
struct Unfolded {
  private(set) var terms: [Term] = []

  mutating func add(_ term: Term) { terms.append(term) }

  static func variable(_ index: Int) -> Variable { Variable("constant\(index)") }

  mutating func unfold(_ expression: QueryExpression) -> QueryExpression {
    switch expression {
    case .term(let term):
      terms.append(term)
      return .variable(Unfolded.variable(terms.count - 1))
    case .or(let left, let right): return .or(unfold(left), unfold(right))
    case .and(let left, let right): return .and(unfold(left), unfold(right))
    case .not(let operand): return .not(unfold(operand))
    case .compare(let comparison, let left, let right):
      return .compare(comparison, unfold(left), unfold(right))
    case .arithmetic(let operation, let left, let right):
      return .arithmetic(operation, unfold(left), unfold(right))
    case .negate(let operand): return .negate(unfold(operand))
    case .plus(let operand): return .plus(unfold(operand))
    case .isIn(let operand, let list): return .isIn(unfold(operand), list.map { unfold($0) })
    case .notIn(let operand, let list): return .notIn(unfold(operand), list.map { unfold($0) })
    case .builtIn(let name, let arguments): return .builtIn(name, arguments.map { unfold($0) })
    case .function(let iri, let arguments): return .function(iri, arguments.map { unfold($0) })
    case .variable, .exists, .notExists, .aggregate: return expression
    }
  }
}

extension ExpressionCase {
  /// The term that `text` writes; nil for `error`.
  static func term(_ text: String) throws -> Term? {
    if text == "error" { return nil }
    guard case .term(let term) = try parse(text) else {
      throw Diagnostic.error("expected a term, found '\(text)'")
    }
    return term
  }
}
