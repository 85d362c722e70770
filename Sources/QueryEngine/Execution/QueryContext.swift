import Diagnostics
import QuerySyntax
import RDF
import TripleStore

/// What the operators of one running query share: its view of the store, its new terms, its dataset and its limits.
final class QueryContext {
  let snapshot: Snapshot
  let pool: TermPool
  let dataset: Dataset
  let stepGraphs: StepGraphCache
  let statistics: Statistics
  let options: QueryOptions
  private let deadline: Double?
  /// True while the query is being explained: every step counts its rows and time.
  let isMeasuring: Bool
  private var held = 0
  private var freshVariables = 0

  init(
    snapshot: Snapshot, base: String, dataset: Dataset, stepGraphs: StepGraphCache, statistics: Statistics,
    options: QueryOptions, isMeasuring: Bool = false
  ) {
    self.snapshot = snapshot
    self.pool = TermPool(snapshot, base: base)
    pool.memoryLimit = options.memory
    self.dataset = dataset
    self.stepGraphs = stepGraphs
    self.statistics = statistics
    self.options = options
    self.isMeasuring = isMeasuring
    self.deadline = options.timeout.map { monotonicSeconds() + $0 }
  }

  /// Ends the query with an error where it was cancelled, has run too long or made too many terms; called once a batch.
  func checkpoint() throws {
    if let cancellation = options.cancellation, cancellation.isCancelled {
      throw Diagnostic.error("query cancelled")
    }
    if let deadline, monotonicSeconds() > deadline {
      throw Diagnostic.error(
        "query stopped after \(options.timeout ?? 0) s", hint: "give it more with --timeout SECONDS")
    }
    try charge(0)
  }

  /// A variable that no query can write.
  func freshVariable() -> Variable {
    freshVariables += 1
    return Variable("_:step\(freshVariables)")
  }

  /// Counts bytes that an operator keeps; an error where the query's limit is passed.
  func charge(_ bytes: Int) throws {
    held += bytes
    if let limit = options.memory, held + pool.bytes > limit { throw Diagnostic.outOfMemory(limit) }
  }

  /// Takes back bytes charged before.
  func release(_ bytes: Int) { held -= bytes }
}
