import QuerySyntax
import TripleStore

/// Evaluates a pattern once for each named graph and binds the graph's name (SPARQL 1.1 §18.6, GRAPH with a variable).
///
/// It serves the patterns that cannot be answered by reading quads; the plan for each graph is made when its turn comes.
final class GraphLoop: Operator {
  let output: Batch
  private let graphs: [TermID]
  private let columns: [Variable]
  private let variable: Variable
  private let context: QueryContext
  private let plan: (TermID) throws -> Plan
  private var position = 0
  private var current: (source: any Operator, columns: [Int?])?

  init(
    _ graphs: [TermID], variable: Variable, columns: [Variable], context: QueryContext,
    plan: @escaping (TermID) throws -> Plan
  ) {
    self.graphs = graphs
    self.variable = variable
    self.columns = columns
    self.context = context
    self.plan = plan
    output = Batch(columns: columns.count)
  }

  func next() throws -> Bool {
    output.count = 0
    while output.count == 0 {
      guard let (source, map) = current else {
        guard position < graphs.count else { return false }
        try context.checkpoint()
        let plan = try plan(graphs[position])
        current = (try plan.start(context), columns.map { plan.variables.firstIndex(of: $0) })
        continue
      }
      guard try source.next() else {
        current = nil
        position += 1
        continue
      }
      copy(source.output, map)
    }
    return true
  }

  /// Copies rows, binding the graph's name; a row that binds the variable to something else is no solution.
  private func copy(_ batch: Batch, _ map: [Int?]) {
    let graph = graphs[position]
    for row in 0..<batch.count {
      let count = output.count
      var compatible = true
      for (index, from) in map.enumerated() {
        var id = from.map { batch.columns[$0][row] } ?? .none
        if columns[index] == variable {
          if id.isBound, id != graph { compatible = false }
          id = graph
        }
        output.columns[index][count] = id
      }
      if compatible { output.count = count + 1 }
    }
  }
}
