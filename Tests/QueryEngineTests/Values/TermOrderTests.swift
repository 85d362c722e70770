import RDF
import Testing
import TripleStore

@testable import QueryEngine

@Suite("The order of terms")
struct TermOrderTests {
  /// In order; terms of one line are equal.
  static let lines: [[String]] = [
    ["error"],
    ["<https://a.example/>"],
    ["<https://a.example/b>"],
    ["<urn:x>"],
    [#""NaN"^^xsd:double"#, #""NaN"^^xsd:float"#],
    [#""-INF"^^xsd:double"#],
    ["-1e300"],
    ["-576460752303423489"],
    ["-2", "-2.0", "-2e0"],
    ["-1.5"],
    ["0", "0.0", "0e0", "-0e0"],
    ["0.5"],
    ["1", #""01"^^xsd:integer"#, "1.0", "1e0", #""1"^^xsd:byte"#],
    ["1.000000000000000000001"],
    ["9007199254740992", "9007199254740992e0"],
    ["9007199254740993"],
    ["9007199254740994e0"],
    [#""INF"^^xsd:float"#],
    [#""""#],
    [#""Z""#],
    [#""a""#],
    [#""aaaaaaaaaa""#],
    [#""aaaaaaaaab""#],
    [#""b""#],
    [#""é""#],
    [#""日""#],
    [#""𝄞""#],
    [#""a"@en"#],
    [#""a"@fr"#],
    [#""b"@de"#],
    ["false", #""0"^^xsd:boolean"#],
    ["true"],
    [#""-0044-03-15T00:00:00"^^xsd:dateTime"#],
    [#""2018-12-05T12:00:00+01:00"^^xsd:dateTime"#, #""2018-12-05T11:00:00Z"^^xsd:dateTime"#],
    [#""2018-12-05T11:00:00.5Z"^^xsd:dateTime"#],
    [#""2018-12-05T12:00:00"^^xsd:dateTime"#],
    [#""1969-12-31"^^xsd:date"#],
    [#""1970-01-01"^^xsd:date"#],
    [#""2018-12-05"^^xsd:date"#],
    [#""10:00:00"^^xsd:time"#],
    [#""P1M"^^xsd:yearMonthDuration"#],
    [#""x"^^xsd:integer"#],
    [#""a"^^<https://undocs.org/t>"#],
    [#""b"^^<https://undocs.org/t>"#],
    [#""a"^^<https://undocs.org/u>"#],
  ]

  @Test(arguments: [false, true])
  func `terms compare in the order of the lines, and keys never against it`(stored: Bool) throws {
    let pool = try CaseStore.pool(stored: stored)
    let order = TermOrder(pool)
    let ids = try Self.lines.map {
      try $0.map { try ExpressionCase.term($0).map { pool.id(for: $0) } ?? .none }
    }
    for (line, left) in ids.enumerated() {
      for (otherLine, right) in ids.enumerated() {
        for first in left {
          for second in right {
            let expected = (line - otherLine).signum()
            #expect(
              order.compare(first, second).signum() == expected,
              "\(Self.lines[line]) \(Self.lines[otherLine])")
            let (key, otherKey) = (order.key(first), order.key(second))
            if expected < 0 { #expect(key <= otherKey, "\(Self.lines[line]) \(Self.lines[otherLine])") }
            if key < otherKey { #expect(expected < 0) }
            #expect((order.compareTerms(first, second) == 0) == (first == second))
          }
        }
      }
    }
  }

  @Test func `blank nodes come behind unbound and before IRIs`() {
    let pool = TermPool()
    let order = TermOrder(pool)
    let (first, second) = (pool.freshBlank(), pool.freshBlank())
    #expect(order.compare(.none, first) < 0)
    #expect(order.compare(first, second) < 0)
    #expect(order.compare(second, pool.id(for: .iri("a:"))) < 0)
  }
}
