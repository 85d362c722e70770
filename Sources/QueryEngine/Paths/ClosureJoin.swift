import QuerySyntax
import TripleStore

/// Joins each left row with the matches of a closure pattern that start (or end) at a value of that row.
///
/// Each distinct node is searched from once.
final class ClosureJoin: Operator {
  private let left: any Operator
  private let pattern: ClosurePattern
  private let result: JoinOutput
  private let condition: JoinCondition?
  private let context: QueryContext
  private let subject: Int?
  private let object: Int?
  private var search: ClosureSearch?
  private let found = Batch(columns: 2)
  private var ends: [TermID] = []
  private var end = 0
  private var row = 0
  private var started = false
  private var matched = false
  private var pending = false
  private let endColumn: Int

  var output: Batch { result.batch }

  func skip(to id: TermID) { left.skip(to: id) }

  /// - Parameter layout: its right side are `pattern.variables`.
  init(
    left: any Operator, leftVariables: [Variable], pattern: ClosurePattern, layout: JoinLayout,
    mode: JoinMode, condition: JoinCondition?, context: QueryContext
  ) {
    self.left = left
    self.pattern = pattern
    self.condition = condition
    self.context = context
    result = JoinOutput(layout, leftWidth: left.output.columns.count, mode: mode)
    subject = pattern.subject.variable.flatMap { leftVariables.firstIndex(of: $0) }
    object = pattern.object.variable.flatMap { leftVariables.firstIndex(of: $0) }
    endColumn = subject == nil ? 0 : pattern.variables.count - 1
  }

  func next() throws -> Bool {
    output.count = 0
    let search = search ?? ClosureSearch(pattern, context)
    self.search = search
    while !result.isFull {
      if !pending {
        try context.checkpoint()
        guard try left.next() else { break }
        pending = true
        row = 0
      }
      try probe(search)
    }
    return output.count > 0
  }

  private func probe(_ search: ClosureSearch) throws {
    let batch = left.output
    while row < batch.count {
      if !started {
        ends = try lookUp(batch, search)
        end = 0
        started = true
        matched = false
      }
      while end < ends.count {
        if result.isFull { return }
        found.columns[endColumn][0] = ends[end]
        end += 1
        if let condition, try !condition.test(batch, row, found.columns, 0) { continue }
        matched = true
        if !result.mode.keepsRight { break }
        result.append(left: batch, row, right: found.columns, 0)
      }
      if result.isFull { return }
      if matched ? result.mode == .semi : result.mode.isOuter { result.append(left: batch, row) }
      row += 1
      started = false
    }
    pending = false
  }

  /// The free ends for the present row; where both ends are known, one of them if they are connected.
  private func lookUp(_ batch: Batch, _ search: ClosureSearch) throws -> [TermID] {
    let from = subject.map { batch.columns[$0][row] } ?? pattern.subject.fixed
    let to = object.map { batch.columns[$0][row] } ?? pattern.object.fixed
    switch (from, to) {
    case (let from?, let to?): return try search.connects(from, to) ? [to] : []
    case (let from?, nil): return try search.ends(of: from, forward: true)
    case (nil, let to?): return try search.ends(of: to, forward: false)
    case (nil, nil): return []
    }
  }
}
