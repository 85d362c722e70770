import TripleStore

/// What a built-in may look at besides its arguments.
final class EvaluationContext {
  let pool: TermPool
  let patterns: PatternCache
  /// The number of the solution that is being extended, for `BNODE(label)`: the n-th that an expression computes.
  var solution = 0

  init(_ pool: TermPool) {
    self.pool = pool
    patterns = PatternCache()
  }
}
