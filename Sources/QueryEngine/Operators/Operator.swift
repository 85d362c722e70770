import TripleStore

/// A step of a running query: it fills its output batch again each time it is asked.
///
/// `next` answers false at the end, and true with at least one row in `output` otherwise.
protocol Operator: AnyObject {
  /// The one batch this operator fills; its columns stand in the order of the plan's variables.
  var output: Batch { get }

  func next() throws -> Bool

  /// Promises that no row whose first sorted column is below `id` is wanted any more: a sorted source may skip ahead.
  func skip(to id: TermID)
}

extension Operator {
  func skip(to id: TermID) {}
}
