import QuerySyntax
import TripleStore

/// Which columns of two inputs meet in a join, and where they go.
struct JoinLayout {
  /// Output columns: the left's, then the right's that the left lacks (for modes that keep them).
  let variables: [Variable]
  /// Columns bound in every row on both sides that must be equal.
  let leftKeys: [Int]
  let rightKeys: [Int]
  /// Shared columns that may be unbound on one side: equal or unbound, and merged (SPARQL 1.1 §18.3 compatible).
  let loose: [(left: Int, right: Int)]
  /// Right columns that the left lacks and their output columns.
  let added: [(right: Int, output: Int)]

  init(left: Plan, right: Plan, mode: JoinMode) {
    var variables = left.variables
    var keys: [(Int, Int)] = []
    var loose: [(left: Int, right: Int)] = []
    var added: [(right: Int, output: Int)] = []
    for (index, variable) in right.variables.enumerated() {
      if let other = left.variables.firstIndex(of: variable) {
        if left.certain.contains(variable), right.certain.contains(variable) {
          keys.append((other, index))
        } else {
          loose.append((other, index))
        }
      } else if mode.keepsRight {
        added.append((index, variables.count))
        variables.append(variable)
      }
    }
    self.variables = variables
    leftKeys = keys.map(\.0)
    rightKeys = keys.map(\.1)
    self.loose = loose
    self.added = added
  }
}
