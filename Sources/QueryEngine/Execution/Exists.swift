import QuerySyntax
import RDF
import TripleStore

/// Tests an EXISTS for one row at a time by substitution (SPARQL 1.1 §18.6): the outer solution's terms take the place of the
/// variables they bind, and the pattern is asked for a first row. Equal outer values are asked once.
final class Exists {
  private let pattern: Algebra
  private let graph: ActiveGraph
  private let context: QueryContext
  /// The outer columns that matter to the pattern.
  private let columns: [(variable: Variable, index: Int)]
  private var known: [[TermID]: Bool] = [:]

  init(_ pattern: Algebra, variables: [Variable], graph: ActiveGraph, context: QueryContext) {
    self.pattern = pattern
    self.graph = graph
    self.context = context
    let needed = pattern.allVariables
    columns = variables.enumerated().compactMap { needed.contains($1) ? ($1, $0) : nil }
  }

  func test(_ batch: Batch, _ row: Int) throws -> Bool {
    let key = columns.map { batch.columns[$0.index][row] }
    if let answer = known[key] { return answer }
    var terms: Bindings = [:]
    for (position, column) in columns.enumerated() where key[position].isBound {
      terms[column.variable] = context.pool.reusableTerm(key[position])
    }
    let plan = try Planner(context: context).plan(whole: pattern.substituting(terms), in: graph)
    let answer = try plan.start(context).next()
    known[key] = answer
    return answer
  }
}

extension QueryContext {
  /// An expression ready to run over rows of `variables`; EXISTS in it are matched in `graph`.
  func compile(
    _ expression: QueryExpression, variables: [Variable], graph: ActiveGraph
  ) throws -> CompiledExpression {
    try CompiledExpression(
      expression, slot: { variables.firstIndex(of: $0) }, pool: pool, exists: existsTests(variables, graph))
  }

  /// What makes the test for each EXISTS met in an expression over rows of `variables`.
  func existsTests(_ variables: [Variable], _ graph: ActiveGraph) -> (Algebra) throws -> ExistsTest {
    { pattern in
      let exists = Exists(pattern, variables: variables, graph: graph, context: self)
      return { batch, row in try exists.test(batch, row) }
    }
  }
}
