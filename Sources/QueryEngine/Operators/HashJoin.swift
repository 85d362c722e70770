import TripleStore

/// Joins by a hash table over the right input; the left streams through it and keeps its order.
///
/// Shared variables that are bound in every row are the key; the others are compared row by row. Without a key every pair is
/// tried, which is a cross product.
///
/// - Complexity: O(left + right + output) with a key.
final class HashJoin: Operator {
  private let left: any Operator
  private let right: any Operator
  private let layout: JoinLayout
  private let result: JoinOutput
  private let condition: JoinCondition?
  private let context: QueryContext
  /// MINUS removes a left row only for a match that shares a bound variable (SPARQL 1.1 §18.5).
  private let needsSharedBinding: Bool
  private var table: RowTable?
  private var index = RowHash(keys: [])
  private var row = 0
  private var candidate: Int32 = -1
  private var matched = false
  private var started = false
  private var pending: Batch?

  var output: Batch { result.batch }

  func skip(to id: TermID) { left.skip(to: id) }

  init(
    left: any Operator, right: any Operator, layout: JoinLayout, mode: JoinMode,
    condition: JoinCondition? = nil, needsSharedBinding: Bool = false, context: QueryContext
  ) {
    self.left = left
    self.right = right
    self.layout = layout
    self.condition = condition
    self.needsSharedBinding = needsSharedBinding
    self.context = context
    result = JoinOutput(layout, leftWidth: left.output.columns.count, mode: mode)
  }

  func next() throws -> Bool {
    output.count = 0
    if table == nil {
      let built = try RowTable.collecting(right, context: context)
      index = RowHash(keys: layout.rightKeys, expected: layout.rightKeys.isEmpty ? 0 : built.count)
      if !layout.rightKeys.isEmpty {
        try context.charge(built.count * 12)
        index.extend(over: built)
      }
      table = built
      if built.count == 0, result.mode == .inner || result.mode == .semi { return false }
    }
    while !result.isFull {
      if pending == nil {
        try context.checkpoint()
        guard try left.next() else { break }
        pending = left.output
        row = 0
        started = false
      }
      try probe()
    }
    return output.count > 0
  }

  /// Works through the left batch until it is used up or the output is full.
  private func probe() throws {
    guard let batch = pending, let table else { return }
    let columns = table.columns
    while row < batch.count {
      if !started {
        candidate = firstCandidate(batch, table)
        matched = false
        started = true
      }
      while candidate >= 0 {
        if result.isFull { return }
        let other = Int(candidate)
        candidate =
          layout.rightKeys.isEmpty ? (other + 1 < table.count ? candidate + 1 : -1) : index.next[other]
        guard keysEqual(batch, columns, other), result.isCompatible(batch, row, columns, other),
          try accepts(batch, columns, other)
        else { continue }
        matched = true
        if result.mode.keepsRight {
          result.append(left: batch, row, right: columns, other)
        } else {
          candidate = -1
        }
      }
      if result.isFull { return }
      if matched ? result.mode == .semi : result.mode == .left || result.mode == .anti {
        result.append(left: batch, row)
      }
      row += 1
      started = false
    }
    pending = nil
  }

  @inline(__always)
  private func firstCandidate(_ batch: Batch, _ table: RowTable) -> Int32 {
    if layout.rightKeys.isEmpty { return table.count > 0 ? 0 : -1 }
    return index.first(RowHash.hash(batch.columns, layout.leftKeys, row))
  }

  @inline(__always)
  private func keysEqual(_ batch: Batch, _ columns: [UnsafeMutablePointer<TermID>], _ other: Int) -> Bool {
    for position in layout.leftKeys.indices
    where batch.columns[layout.leftKeys[position]][row] != columns[layout.rightKeys[position]][other] {
      return false
    }
    return true
  }

  @inline(__always)
  private func accepts(_ batch: Batch, _ columns: [UnsafeMutablePointer<TermID>], _ other: Int) throws -> Bool
  {
    if needsSharedBinding, layout.leftKeys.isEmpty,
      !layout.loose.contains(where: { batch.columns[$0][row].isBound && columns[$1][other].isBound })
    {
      return false
    }
    guard let condition else { return true }
    return try condition.test(batch, row, columns, other)
  }
}
