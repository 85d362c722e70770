import QuerySyntax

/// What steps cost, in nanoseconds as measured on one core; only their ratios matter.
enum Cost {
  static let scanRow = 1.5
  static let outputRow = 4.0
  static let mergeRow = 3.0
  /// A row of a run compared with a left row in further columns, and a binary search in a run.
  static let matchRow = 4.0
  static let runSearch = 12.0
  static let buildRow = 30.0
  static let probeRow = 12.0
  /// A lookup in an index, for keys in index order and for scattered ones.
  static let sortedLookup = 150.0
  static let lookup = 500.0
  /// A jump of a scan over rows that are not wanted.
  static let seek = 150.0
  static let filterRow = 20.0
  static let sortRow = 100.0
  static let groupRow = 25.0
  /// A match of a pattern in a join of many patterns at once: kept, sought and found again.
  static let leapfrogRow = 60.0
  /// An edge followed by a path search.
  static let pathEdge = 5.0
}

extension Plan {
  /// Expected rows of a join on the variables that two plans share, as if values were spread evenly and independently.
  static func joinRows(_ left: Plan, _ right: Plan) -> Double {
    var rows = left.rows * right.rows
    for variable in right.variables where left.variables.contains(variable) {
      rows /= max(left.distinct(variable), right.distinct(variable))
    }
    return rows
  }

  /// Distinct values after a join.
  static func joinDistinct(_ left: Plan, _ right: Plan) -> (Variable) -> Double? {
    { variable in [left, right].compactMap { $0.distinctIfAny(variable) }.min() }
  }
}
