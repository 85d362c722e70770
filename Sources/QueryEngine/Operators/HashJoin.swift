import QuerySyntax
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
  private let leftBatch: Batch
  private let layout: JoinLayout
  private let result: JoinOutput
  private let condition: JoinCondition?
  private let context: QueryContext
  /// MINUS removes a left row only for a match that shares a bound variable (SPARQL 1.1 §18.5).
  private let needsSharedBinding: Bool
  /// True where every pair with the same keys is a match.
  private let isPlain: Bool
  private var built: (table: RowTable, index: RowHash?)?
  /// The first right row to be tried for each row of the left batch, -1 = none.
  private let first = UnsafeMutablePointer<Int32>.allocate(capacity: Batch.capacity)
  private var row = 0
  private var count = 0
  /// The next right row to be tried for the present left row.
  private var candidate: Int32 = -1
  private var matched = false
  private var alive = true

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
    leftBatch = left.output
    result = JoinOutput(layout, leftWidth: leftBatch.columns.count, mode: mode)
    isPlain = condition == nil && !needsSharedBinding && result.isStrict
  }

  deinit { first.deallocate() }

  func next() throws -> Bool {
    output.count = 0
    let (table, index) = try built ?? build()
    if table.count == 0, !result.mode.isOuter { return false }
    while alive, !result.isFull {
      if row == count {
        result.flush(leftBatch, table.columns)
        try advance(table, index)
      } else if isPlain, let index, layout.leftKeys.count == 1 {
        probe(table, index)
      } else {
        try probeEach(table, index)
      }
    }
    result.flush(leftBatch, table.columns)
    return output.count > 0
  }

  private func build() throws -> (RowTable, RowHash?) {
    let table = try RowTable.collecting(right, context: context)
    var index: RowHash?
    if !layout.rightKeys.isEmpty {
      try context.charge(RowHash.bytes(table.count))
      index = RowHash(table, keys: layout.rightKeys)
    }
    built = (table, index)
    return (table, index)
  }

  private func advance(_ table: RowTable, _ index: RowHash?) throws {
    try context.checkpoint()
    alive = try left.next()
    guard alive else { return }
    row = 0
    count = leftBatch.count
    if let index {
      index.first(for: leftBatch, keys: layout.leftKeys, into: first)
    } else {
      first.update(repeating: table.count > 0 ? 0 : -1, count: count)
    }
    candidate = first[0]
    matched = false
  }

  /// Works through the left batch until it is used up or the output is full: one key, and equal keys are a match.
  private func probe(_ table: RowTable, _ index: RowHash) {
    let leftKeys = leftBatch.columns[layout.leftKeys[0]]
    let rightKeys = table.columns[layout.rightKeys[0]]
    let next = index.next
    let result = result
    let keepsRight = result.mode.keepsRight
    while row < count {
      let key = leftKeys[row]
      while candidate >= 0 {
        let other = Int(candidate)
        if rightKeys[other] == key {
          if result.isFull { return }
          matched = true
          if !keepsRight { break }
          result.add(row, other)
        }
        candidate = next[other]
      }
      if !finishRow() { return }
    }
  }

  /// The same where several keys or a condition must be looked at, or where there is no key.
  private func probeEach(_ table: RowTable, _ index: RowHash?) throws {
    let columns = table.columns
    while row < count {
      while candidate >= 0 {
        if result.isFull { return }
        let other = Int(candidate)
        candidate = index.map { $0.next[other] } ?? (other + 1 < table.count ? candidate + 1 : -1)
        guard keysEqual(columns, other), result.isCompatible(leftBatch, row, columns, other),
          try accepts(columns, other)
        else { continue }
        matched = true
        if !result.mode.keepsRight { break }
        result.add(row, other)
      }
      if !finishRow() { return }
    }
  }

  /// Ends the present left row, which stands alone where it must; false where the output has no room for it.
  @inline(__always)
  private func finishRow() -> Bool {
    if matched ? result.mode == .semi : result.mode.isOuter {
      if result.isFull { return false }
      result.add(row)
    }
    row &+= 1
    matched = false
    if row < count { candidate = first[row] }
    return true
  }

  @inline(__always)
  private func keysEqual(_ columns: [UnsafeMutablePointer<TermID>], _ other: Int) -> Bool {
    for position in layout.leftKeys.indices
    where leftBatch.columns[layout.leftKeys[position]][row] != columns[layout.rightKeys[position]][other] {
      return false
    }
    return true
  }

  @inline(__always)
  private func accepts(_ columns: [UnsafeMutablePointer<TermID>], _ other: Int) throws -> Bool {
    if needsSharedBinding, layout.leftKeys.isEmpty,
      !layout.loose.contains(where: { leftBatch.columns[$0][row].isBound && columns[$1][other].isBound })
    {
      return false
    }
    guard let condition else { return true }
    return try condition.test(leftBatch, row, columns, other)
  }
}
