import QuerySyntax
import TripleStore

/// One thing to be joined: a triple pattern with its scans, a path, or a pattern planned on its own.
struct JoinItem {
  enum Source {
    case pattern(IDPattern)
    case path(ClosurePattern)
    case plan
  }

  let source: Source
  /// Ways to produce it alone, one for each sort order that may be of use; never empty.
  let plans: [Plan]

  var variables: [Variable] { plans[0].variables }
}

/// Things that are joined with one another, and the conditions on the result.
struct JoinGroup {
  var items: [JoinItem] = []
  var filters: [QueryExpression] = []
}
