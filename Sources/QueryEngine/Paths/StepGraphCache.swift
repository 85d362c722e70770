import QuerySyntax
import TripleStore

/// The step graphs of one state of the store, kept between queries so that a path asked again costs only its search.
final class StepGraphCache {
  /// A path and the graph it is walked in.
  struct Key: Hashable {
    let path: PropertyPath
    let graph: ActiveGraph
    let defaultGraphs: [TermID]?
  }

  /// Graphs kept at most; the oldest goes first.
  private static let limit = 32
  private var graphs: [(key: Key, graph: StepGraph)] = []

  init() {}

  /// The graph of `path`, made by running it as a pattern between two open ends the first time it is asked for.
  func graph(_ path: PropertyPath, in graph: ActiveGraph, _ context: QueryContext) throws -> StepGraph {
    let key = Key(path: path, graph: graph, defaultGraphs: context.dataset.defaultGraphs)
    if let found = graphs.first(where: { $0.key == key }) { return found.graph }
    let source = context.freshVariable()
    let target = context.freshVariable()
    let pattern = Algebra.path(PathPattern(.variable(source), path, .variable(target)))
    let plan = try Planner(context: context).plan(pattern, in: graph).projected([source, target])
    let table = try RowTable.collecting(try plan.start(context), context: context)
    let made = StepGraph(
      sources: UnsafeBufferPointer(start: table.columns[0], count: table.count),
      targets: UnsafeBufferPointer(start: table.columns[1], count: table.count))
    if graphs.count == StepGraphCache.limit { graphs.removeFirst() }
    graphs.append((key, made))
    return made
  }
}
