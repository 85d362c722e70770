import QuerySyntax
import TripleStore

/// The condition of an OPTIONAL, tested on a left row joined with a right row before it is let out.
final class JoinCondition {
  private let expression: CompiledExpression
  private let scratch: Batch
  private let layout: JoinLayout
  private let leftWidth: Int

  init(_ layout: JoinLayout, leftWidth: Int, compile: ([Variable]) throws -> CompiledExpression) rethrows {
    self.layout = layout
    self.leftWidth = leftWidth
    scratch = Batch(columns: layout.variables.count)
    scratch.count = 1
    expression = try compile(layout.variables)
  }

  func test(
    _ left: Batch, _ row: Int, _ right: [UnsafeMutablePointer<TermID>], _ other: Int
  ) throws -> Bool {
    for index in 0..<leftWidth { scratch.columns[index][0] = left.columns[index][row] }
    for (source, output) in layout.added { scratch.columns[output][0] = right[source][other] }
    for (target, source) in layout.loose where !scratch.columns[target][0].isBound {
      scratch.columns[target][0] = right[source][other]
    }
    return try expression.test(scratch, 0)
  }
}
