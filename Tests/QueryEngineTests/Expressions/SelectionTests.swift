import QuerySyntax
import RDF
import Testing
import TripleStore

@testable import QueryEngine

@Suite("Selecting rows")
struct SelectionTests {
  /// Filters over ?a and ?b that take the shortcuts for whole batches.
  static let filters = [
    "?a = 3", "?a != 3", "?a < 3", "?a <= 3", "?a > 3", "?a >= 3", "3 > ?a", "?a = 3.0", "?a > 2.5",
    #"?a = "2018-12-05"^^xsd:date"#, #"?a < "2018-12-05"^^xsd:date"#, #"?a >= "2018-12-05"^^xsd:date"#,
    #"?a = "2018-12-05T10:00:00Z"^^xsd:dateTime"#, #"?a < "2018-12-05T10:00:00Z"^^xsd:dateTime"#,
    #"?a > "2018-12-05T10:00:00"^^xsd:dateTime"#, #"?a != "2018-12-05T10:00:00"^^xsd:dateTime"#,
    "?a = <x>", "?a != <x>", #"?a = "x""#, #"?a != "x""#, #"?a = "x"@en"#, "?a = true", "?a != ?b", "?a = ?b",
    "?a < ?b", "sameTerm(?a, ?b)", "sameTerm(?a, <x>)", "?a IN (<x>, <y>)", "?a NOT IN (<x>, <y>)",
    #"?a IN (3, "x")"#, "BOUND(?a)", "!BOUND(?a)", #"LANG(?a) = "en""#, #""fr" = LANG(?a)"#,
    #"LANG(?a) != "en""#, #"LANG(?a) = """#, #"STRENDS(?a, "x")"#, #"CONTAINS(STR(?a), "-12")"#,
    #"LANGMATCHES(LANG(?a), "en")"#,
    #"CONTAINS(LCASE(STR(?a)), "x")"#, #"STRSTARTS(STR(?a), "https")"#, #"REGEX(STR(?a), "^x", "i")"#,
    #"REGEX(?a, "x$")"#, "STR(?a) < STR(?b)", "?a", "!?a", "ISIRI(?a)", "ISLITERAL(?a) && ?a != 3",
    #"?a > 1 && ?a < 4"#, "?a < 2 || ?b > 3", "?a < 2 || ?b > 3 || ?a = <x>", "!(?a < 2 || ?b > 3)",
    "!(?a > 2 && ?b > 2)", "?a + ?b > 5", "IF(BOUND(?a), ?a = 3, true)", "COALESCE(?a, ?b) = 3",
    #"REGEX(STR(?a), "x") || CONTAINS(STR(?a), "3")"#, "?nowhere = 3", "BOUND(?nowhere)",
    "576460752303423487 >= ?a", "576460752303423487 < ?a", "-576460752303423488 > ?a",
  ]

  static let terms = [
    "error", "1", "2", "3", "4", "3.0", #""03"^^xsd:integer"#, "3e0", #""NaN"^^xsd:double"#, "-7",
    "576460752303423487", "-576460752303423488", "576460752303423488", "<x>", "<y>", #""x""#, #""X""#,
    #""x"@en"#, #""x"@fr"#, #""y"@en-GB"#,
    #""x"^^xsd:integer"#, #""x"^^<t>"#, "true", "false", #""2018-12-05"^^xsd:date"#,
    #""2018-12-04"^^xsd:date"#, #""2018-12-05Z"^^xsd:date"#, #""2018-12-05T10:00:00Z"^^xsd:dateTime"#,
    #""2018-12-05T10:00:00"^^xsd:dateTime"#, #""2018-12-05T10:00:00.5"^^xsd:dateTime"#,
    #""2018-12-05T10:00:00+01:00"^^xsd:dateTime"#, #""2018-12-01T10:00:00"^^xsd:dateTime"#, #""""#, #""xX""#,
  ]

  /// Terms of ?b.
  static let few = ["error", "3", "2.5", "<x>", #""x""#, #""x"@en"#, #""2018-12-05"^^xsd:date"#, "4"]

  /// Every pair of terms is a row; what `select` keeps is what the plain evaluation of each row, with the row's terms as constants, finds true.
  @Test(arguments: filters, [false, true])
  func `keeps the rows that pass one by one`(_ filter: String, stored: Bool) throws {
    let pool = try CaseStore.pool(stored: stored)
    let expression = try ExpressionCase.parse(filter)
    let terms = try Self.terms.map { try ExpressionCase.term($0) }
    let others = try Self.few.map { try ExpressionCase.term($0) }
    let rows = terms.flatMap { first in others.map { (first, $0) } }
    let compiled = try compile(expression, pool, unbound: [])
    let negated = try compile(.not(expression), pool, unbound: [])
    for start in stride(from: 0, to: rows.count, by: 200) {
      let part = Array(rows[start..<min(start + 200, rows.count)])
      let batch = Batch(columns: 2)
      batch.count = part.count
      for (row, pair) in part.enumerated() {
        batch.columns[0][row] = pair.0.map { pool.id(for: $0) } ?? .none
        batch.columns[1][row] = pair.1.map { pool.id(for: $0) } ?? .none
      }
      let plain = try part.map { try truth(expression, $0, pool) }
      let (kept, rejected) = try (select(compiled, batch), select(negated, batch))
      #expect(kept == plain.indices.filter { plain[$0] == true })
      #expect(rejected == plain.indices.filter { plain[$0] == false })
      #expect(try part.indices.filter { (try compiled.test(batch, $0)) } == kept)
    }
  }

  private func select(_ expression: CompiledExpression, _ batch: Batch) throws -> [Int] {
    try withUnsafeTemporaryAllocation(of: Int32.self, capacity: Batch.capacity) { rows in
      let count = try expression.select(batch, into: rows.baseAddress!)
      return rows[..<count].map { Int($0) }
    }
  }

  /// The truth with the row's terms in place of the variables.
  private func truth(_ expression: QueryExpression, _ row: (Term?, Term?), _ pool: TermPool) throws -> Bool? {
    let constants: [String: Term?] = ["a": row.0, "b": row.1]
    let replaced = replace(expression) { constants[$0.name] ?? nil }
    return try compile(replaced, pool, unbound: ["a", "b"]).value(Batch(columns: 0), 0)?.effectiveBoolean
  }

  private func compile(
    _ expression: QueryExpression, _ pool: TermPool, unbound: Set<String>
  ) throws -> CompiledExpression {
    let columns = ["a": 0, "b": 1]
    return try CompiledExpression(
      expression, slot: { unbound.contains($0.name) ? nil : columns[$0.name] }, pool: pool,
      exists: { _ in { _, _ in true } })
  }

  private func replace(_ expression: QueryExpression, _ term: (Variable) -> Term?) -> QueryExpression {
    func inner(_ expression: QueryExpression) -> QueryExpression { replace(expression, term) }
    switch expression {
    case .variable(let variable): return term(variable).map { .term($0) } ?? expression
    case .or(let left, let right): return .or(inner(left), inner(right))
    case .and(let left, let right): return .and(inner(left), inner(right))
    case .not(let operand): return .not(inner(operand))
    case .compare(let comparison, let left, let right): return .compare(comparison, inner(left), inner(right))
    case .arithmetic(let operation, let left, let right):
      return .arithmetic(operation, inner(left), inner(right))
    case .isIn(let operand, let list): return .isIn(inner(operand), list.map(inner))
    case .notIn(let operand, let list): return .notIn(inner(operand), list.map(inner))
    // BOUND wants a variable.
    case .builtIn("BOUND", let arguments):
      guard case .variable(let variable) = arguments[0] else { return expression }
      return .term(.literal(Literal(term(variable) == nil ? "false" : "true", datatype: XSD.boolean)))
    case .builtIn(let name, let arguments): return .builtIn(name, arguments.map(inner))
    default: return expression
    }
  }
}
