import Diagnostics
import QuerySyntax
import RDF
import Testing

@Suite("Depth")
struct DepthTests {
  /// Texts whose nesting grows with `levels`.
  static let shapes: [@Sendable (_ levels: Int) -> String] = [
    { "SELECT * " + String(repeating: "{ ", count: $0) + String(repeating: "} ", count: $0) },
    {
      "SELECT * { FILTER" + String(repeating: "(", count: $0) + "1" + String(repeating: ")", count: $0) + " }"
    },
    {
      "SELECT * { FILTER(" + String(repeating: "STR(", count: $0) + "1" + String(repeating: ")", count: $0)
        + ") }"
    },
    {
      "SELECT * { ?s ?p " + String(repeating: "[ ?p ", count: $0) + "1" + String(repeating: "]", count: $0)
        + " }"
    },
    {
      "SELECT * { ?s ?p " + String(repeating: "( ", count: $0) + "1" + String(repeating: ")", count: $0)
        + " }"
    },
    {
      "SELECT * { ?s " + String(repeating: "(", count: $0) + ":p" + String(repeating: ")*", count: $0)
        + " ?o }"
    },
    {
      "SELECT * { " + String(repeating: "FILTER EXISTS { ", count: $0) + String(repeating: "} ", count: $0)
        + " }"
    },
    {
      "SELECT * " + String(repeating: "{ SELECT * ", count: $0) + "{} " + String(repeating: "} ", count: $0)
    },
    { "SELECT * { FILTER(1" + String(repeating: " + 1", count: $0) + ") }" },
    {
      "SELECT * { FILTER(" + String(repeating: "!(", count: $0) + "1" + String(repeating: ")", count: $0)
        + ") }"
    },
    { "SELECT * { ?s :p" + String(repeating: "/:p", count: $0) + " ?o }" },
    { "SELECT * { {}" + String(repeating: " UNION {}", count: $0) + " }" },
    { "SELECT * { " + String(repeating: "OPTIONAL { ?s ?p ?o } ", count: $0) + " }" },
    { "SELECT * { " + String(repeating: "FILTER(?s) ", count: $0) + " }" },
    { "SELECT * { ?s :p* 1" + String(repeating: ", 1", count: $0) + " }" },
    { "SELECT (1 AS ?v)" + (0..<$0).map { " (\($0) AS ?v\($0))" }.joined() + " {}" },
  ]

  /// Chains in the first operand of chains: few brackets, many levels.
  @Test func chainsInChainsAreRefused() {
    var text = "1"
    for _ in 0..<10 { text = "(" + text + ")" + String(repeating: " + 1", count: 200) }
    #expect(throws: Diagnostic.self) {
      try SPARQL.parse(SourceText(name: "query", text: "SELECT * { FILTER(\(text)) }"))
    }
    var group = "{}"
    for _ in 0..<10 { group = "{ " + group + String(repeating: " UNION {}", count: 200) + " }" }
    #expect(throws: Diagnostic.self) {
      try SPARQL.parse(SourceText(name: "query", text: "SELECT * \(group)"))
    }
  }

  @Test(arguments: shapes.indices)
  func whatPeopleWriteParses(_ shape: Int) throws {
    let text = SourceText(name: "query", text: Self.shapes[shape](100))
    let printed = try SPARQL.parseTree(text).description
    #expect(
      try SPARQL.parse(SourceText(name: "printed", text: printed)).algebra == SPARQL.parse(text).algebra)
  }

  @Test(arguments: shapes.indices)
  func whatWouldExhaustTheStackIsRefused(_ shape: Int) {
    let text = SourceText(name: "query", text: Self.shapes[shape](10_000))
    #expect(throws: Diagnostic.self) { try SPARQL.parse(text) }
  }

  /// The deepest texts that are taken come through every step.
  @Test(arguments: shapes.indices)
  func theLimitItselfIsSafe(_ shape: Int) throws {
    var low = 1
    var high = 2_000
    while low < high {
      let middle = (low + high + 1) / 2
      let text = SourceText(name: "query", text: Self.shapes[shape](middle))
      if (try? SPARQL.parseTree(text)) != nil { low = middle } else { high = middle - 1 }
    }
    let query = try SPARQL.parse(SourceText(name: "query", text: Self.shapes[shape](low)))
    #expect(query.algebra == query.algebra)
    #expect(!query.algebra.description.isEmpty)
    #expect(low > 100 && low < 2_000)
  }
}
