import RDF

/// How many nodes each class has; a node's kind is the rarest of its classes, which is the most telling one.
struct ClassCounts {
  private var table = TermTable()
  private var counts: [Int] = []

  /// Counts `count` nodes more and gives the number of the class.
  @discardableResult
  mutating func add(_ type: TermBytes, count: Int = 1) -> Int {
    let (index, isNew) = table.insert(type)
    if isNew { counts.append(0) }
    counts[index] += count
    return index
  }

  /// Whether a class says more than another: the rarer one; among equals the one whose IRI comes first.
  func isRarer(_ left: Int, than right: Int) -> Bool {
    if counts[left] != counts[right] { return counts[left] < counts[right] }
    return table.withBytes(of: left) { left in
      table.withBytes(of: right) { left.lexicographicallyPrecedes($0) }
    }
  }

  /// Calls `body` with the local name of a class; nil for none.
  func withName<Result>(_ type: Int?, _ body: (TextBytes?) throws -> Result) rethrows -> Result {
    guard let type else { return try body(nil) }
    return try table.withTerm(type) { try body(ShortName.local($0)) }
  }
}
