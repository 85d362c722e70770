import QuerySyntax
import RDF
import TripleStore

/// The graph in a local store: it answers queries with this module's own engine.
///
/// Every answer reads the state of the store at the moment the query was asked, whatever is written meanwhile. One graph
/// serves one thread; open several for several threads.
public final class LocalGraph: UpdatableGraph {
  private let store: TripleStore
  private var stepGraphs = StepGraphCache()
  private var statistics = Statistics()
  private var version: UInt64?

  public init(_ store: TripleStore) { self.store = store }

  public func answer(_ query: Query, options: QueryOptions = QueryOptions()) throws -> Answer {
    let context = try context(for: query, options, isMeasuring: false)
    let plan = try Planner(context: context).plan(query)
    let source = try plan.start(context)
    switch query.form {
    case .select, .paths: return .solutions(solutions(query.variables, plan, source, context))
    case .ask:
      let isFound = try source.next()
      try context.snapshot.throwIfDamaged()
      return .boolean(isFound)
    case .construct(let template):
      return .graph(Construction(template, plan, source, context).stream())
    case .describe(let targets):
      return .graph(Description(targets, plan, source, context).stream())
    }
  }

  /// Runs `query` to its end and draws its plan with expected and actual rows and the time of each step.
  public func explain(_ query: Query, options: QueryOptions = QueryOptions()) throws -> String {
    let context = try context(for: query, options, isMeasuring: true)
    let plan = try Planner(context: context).plan(query)
    let source = try plan.start(context)
    while try source.next() { try context.checkpoint() }
    return plan.explanation
  }

  public func update(_ update: Update, options: UpdateOptions = UpdateOptions()) throws -> UpdateReport {
    try store.update(update, options: options)
  }

  /// The store as it is now.
  func snapshot() throws -> Snapshot { try store.snapshot() }

  /// The store at one moment, for several threads: see `TripleStore.snapshots`.
  func snapshots(_ count: Int) throws -> [Snapshot] { try store.snapshots(count) }

  private func context(for query: Query, _ options: QueryOptions, isMeasuring: Bool) throws -> QueryContext {
    let snapshot = try snapshot()
    if snapshot.version != version {
      stepGraphs = StepGraphCache()
      statistics = Statistics()
      version = snapshot.version
    }
    stepGraphs.beginQuery()
    return QueryContext(
      snapshot: snapshot, base: query.base,
      dataset: Dataset(query.dataset, snapshot: snapshot, union: options.unionDefaultGraph),
      stepGraphs: stepGraphs, statistics: statistics, options: options, isMeasuring: isMeasuring)
  }

  private func solutions(
    _ variables: [Variable], _ plan: Plan, _ source: any Operator, _ context: QueryContext
  ) -> Solutions {
    let shown = Project(source, columns: variables.map { plan.variables.firstIndex(of: $0) })
    let batch = TermBatch(shown.output, pool: context.pool)
    return Solutions(variables: variables) {
      try context.checkpoint()
      let hasRows = try shown.next()
      try context.snapshot.throwIfDamaged()
      return hasRows ? batch : nil
    }
  }
}
