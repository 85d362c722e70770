import Diagnostics
import QueryEngine
import QuerySyntax
import RDF

extension FuzzTarget {
  /// The optimizer changes no answer. Rows are compared without their order, numbers by their value.
  static let evaluation = FuzzTarget(
    name: "evaluation", summary: "SPARQL evaluation, the optimizer on against off", maxLength: 120,
    seeds: {
      (0..<40).map { seed in
        (0..<(40 + seed)).map { UInt8(truncatingIfNeeded: ($0 &* 31 &+ seed &* 17) ^ ($0 >> 2)) }
      }
    },
    start: {
      let graph = LocalGraph(try SmallStore.open())
      return { input in
        var choices = Choices(input)
        var made = MadeQuery()
        let text = made.query(&choices)
        let query: Query
        do {
          query = try SPARQL.parse(SourceText(name: "query", text: text))
        } catch {
          return  // Some rules on variables are the parser's to check.
        }
        let plain = answer(query, graph, optimize: false)
        let optimized = answer(query, graph, optimize: true)
        if case .stopped = plain { return }
        if case .stopped = optimized { return }
        require(
          made.isCut ? plain.count == optimized.count : plain == optimized,
          "\(text)\nplain \(plain)\noptimized \(optimized)")
      }
    })

  private enum Outcome: Equatable {
    case rows([[String?]: Int])
    case boolean(Bool)
    case refused(String)
    /// By a limit, which the two ways need not meet alike.
    case stopped

    var count: Int? {
      if case .rows(let rows) = self { return rows.values.reduce(0, +) }
      return nil
    }
  }

  private static func answer(_ query: Query, _ graph: LocalGraph, optimize: Bool) -> Outcome {
    do {
      switch try graph.answer(
        query, options: QueryOptions(timeout: 0.2, memory: 32 << 20, optimize: optimize))
      {
      case .boolean(let value): return .boolean(value)
      case .graph(let stream):
        return .rows(Dictionary(try stream.triples().map { (["\($0)"], 1) }) { $0 + $1 })
      case .solutions(let solutions):
        var rows: [[String?]: Int] = [:]
        for row in try solutions.rows() { rows[row.map { $0.map(shown) }, default: 0] += 1 }
        return .rows(rows)
      }
    } catch {
      let message = "\(error)"
      return message.contains("query stopped after") || message.contains("of memory")
        ? .stopped : .refused(message)
    }
  }

  /// Sums of the same numbers in another order may differ in their datatype's form, not in their value.
  private static func shown(_ term: Term) -> String {
    if case .literal(let literal) = term, let value = Double(literal.lexical), literal.language == nil,
      literal.datatype != XSD.string
    {
      return "\(value)"
    }
    return "\(term)"
  }
}
