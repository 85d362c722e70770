import QuerySyntax
import TripleStore

/// The step graphs of one state of the store, kept between queries so that a path asked again costs only its search.
///
/// The first query with a path is answered by look-ups where few do; where later ones need more than some, the graph is made,
/// which then serves all.
final class StepGraphCache {
  /// A path and the graph it is walked in.
  struct Key: Hashable {
    let path: PropertyPath
    let graph: ActiveGraph
    let defaultGraphs: [TermID]?

    init(_ path: PropertyPath, in graph: ActiveGraph, _ context: QueryContext) {
      self.path = path
      self.graph = graph
      defaultGraphs = context.dataset.defaultGraphs
    }
  }

  /// Graphs kept at most, and paths remembered; the oldest goes first.
  private static let limit = 32
  private var graphs: [(key: Key, graph: StepGraph)] = []
  private var asked: [(key: Key, query: Int, allowance: LookUpAllowance)] = []
  private var query = 0

  init() {}

  /// A query begins.
  func beginQuery() { query += 1 }

  /// The graph of a path where it has been made.
  func known(_ key: Key) -> StepGraph? { graphs.first { $0.key == key }?.graph }

  /// The look-ups by which the present query may search a path; spent where the graph is to be made.
  ///
  /// - Parameter edges: expected in the path's graph.
  func allowance(_ key: Key, edges: Double) -> LookUpAllowance {
    guard let place = asked.firstIndex(where: { $0.key == key }) else {
      if asked.count == StepGraphCache.limit { asked.removeFirst() }
      let allowance = LookUpAllowance(edges: edges)
      asked.append((key, query, allowance))
      return allowance
    }
    let allowance = asked[place].allowance
    if asked[place].query != query { allowance.limitForLaterQueries() }
    return allowance
  }

  /// The graph of `path`, made by running it as a pattern between two open ends the first time it is asked for.
  func graph(_ path: PropertyPath, in graph: ActiveGraph, _ context: QueryContext) throws -> StepGraph {
    let key = Key(path, in: graph, context)
    if let found = known(key) { return found }
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
