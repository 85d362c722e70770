import QuerySyntax
import TripleStore

/// Joins triple patterns all at once, one variable after another: a value is taken where every pattern with that variable
/// has it (leapfrog triejoin, Veldhuizen 2014).
///
/// For patterns that close a circle, where joining two at a time writes out far more than there is in the end. The rows come
/// sorted by the variables in their order.
///
/// - Complexity: O(largest possible output × log matches); the matches of all patterns are held in memory.
final class LeapfrogJoin: Operator {
  let output: Batch
  private let patterns: [(pattern: IDPattern, order: IndexOrder)]
  private let variables: [Variable]
  private let context: QueryContext
  private var tables: [RowTable] = []
  /// For each variable a cursor in every pattern that has it.
  private var levels: [UnsafeMutableBufferPointer<TrieCursor>] = []
  /// The variable being looked for; -1 = at the end.
  private var level = 0
  private var steps = 0

  /// - Parameter patterns: each with an index order that has its constants first, then its variables in the order of
  ///   `variables`.
  init(
    _ patterns: [(pattern: IDPattern, order: IndexOrder)], variables: [Variable], context: QueryContext
  ) {
    self.patterns = patterns
    self.variables = variables
    self.context = context
    output = Batch(columns: variables.count)
  }

  deinit { for level in levels { level.deallocate() } }

  func next() throws -> Bool {
    output.count = 0
    if levels.isEmpty { try start() }
    let last = variables.count - 1
    while level >= 0, output.count < Batch.capacity {
      steps &+= 1
      if steps & 0xFFFF == 0 { try context.checkpoint() }
      let cursors = levels[level]
      if !LeapfrogJoin.agree(cursors) {
        level -= 1
        if level >= 0 { for index in levels[level].indices { levels[level][index].pass() } }
      } else if level < last {
        for index in cursors.indices { cursors[index].closeRun() }
        level += 1
        for index in levels[level].indices { levels[level][index].open() }
      } else {
        append()
        cursors[0].place &+= 1
      }
    }
    return output.count > 0
  }

  /// Moves the cursors forward to the first value that they have in common; false where there is none left.
  @inline(__always)
  private static func agree(_ cursors: UnsafeMutableBufferPointer<TrieCursor>) -> Bool {
    if cursors[0].isAtEnd { return false }
    var wanted = cursors[0].value
    var agreeing = 1
    var index = 1
    while agreeing < cursors.count {
      if index == cursors.count { index = 0 }
      cursors[index].seek(wanted)
      if cursors[index].isAtEnd { return false }
      let found = cursors[index].value
      agreeing = found == wanted ? agreeing &+ 1 : 1
      wanted = found
      index &+= 1
    }
    return true
  }

  private func append() {
    let row = output.count
    for index in levels.indices { output.columns[index][row] = levels[index][0].value }
    output.count = row + 1
  }

  /// Reads the matches of every pattern and puts the cursors on their first.
  private func start() throws {
    tables = try patterns.map { try matches(of: $0.pattern, $0.order) }
    var parents = [UnsafeMutablePointer<TrieCursor>?](repeating: nil, count: patterns.count)
    for variable in variables {
      let members = patterns.indices.filter { patterns[$0].pattern.variables.contains(variable) }
      let cursors = UnsafeMutableBufferPointer<TrieCursor>.allocate(capacity: members.count)
      for (place, member) in members.enumerated() {
        let free = variables.filter(patterns[member].pattern.variables.contains)
        let depth = free.firstIndex(of: variable) ?? 0
        cursors.initializeElement(
          at: place,
          to: TrieCursor(
            column: tables[member].columns[depth], count: tables[member].count, parent: parents[member],
            isLast: depth == free.count - 1))
        parents[member] = cursors.baseAddress.map { $0 + place }
      }
      levels.append(cursors)
    }
    for index in levels[0].indices { levels[0][index].open() }
  }

  /// A pattern's matches, a column for each of its variables in their order.
  private func matches(of pattern: IDPattern, _ order: IndexOrder) throws -> RowTable {
    let free = variables.filter(pattern.variables.contains)
    return try RowTable.collecting(
      PatternScan(pattern, order: order, variables: free, context: context), context: context)
  }
}
