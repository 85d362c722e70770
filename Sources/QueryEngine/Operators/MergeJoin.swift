import TripleStore

/// Joins two inputs that are sorted on the same variable, reading each once; the output keeps the left's order.
///
/// The right rows of one key are kept while left rows with that key pass. When one side runs ahead the other is told
/// to skip, so that a small side makes a large index scan jump from block to block.
final class MergeJoin: Operator {
  private let left: any Operator
  private let right: any Operator
  private let layout: JoinLayout
  private let result: JoinOutput
  private let condition: JoinCondition?
  private let context: QueryContext
  private let leftKey: Int
  private let rightKey: Int
  /// Further shared columns, compared within a group.
  private let rest: [(left: Int, right: Int)]
  private let group: RowTable
  private var groupKey = TermID.none
  private var groupRow = 0
  private var leftRow = 0
  private var rightRow = 0
  private var leftAlive = false
  private var rightAlive = false
  private var started = false
  private var matched = false

  var output: Batch { result.batch }

  func skip(to id: TermID) { left.skip(to: id) }

  /// - Parameters:
  ///   - leftKey: the left column that both sides are sorted on, among the layout's keys.
  init(
    left: any Operator, right: any Operator, layout: JoinLayout, leftKey: Int, mode: JoinMode,
    condition: JoinCondition? = nil, context: QueryContext
  ) {
    self.left = left
    self.right = right
    self.layout = layout
    self.condition = condition
    self.context = context
    self.leftKey = leftKey
    let pairs = zip(layout.leftKeys, layout.rightKeys)
    rightKey = pairs.first { $0.0 == leftKey }.map(\.1) ?? 0
    rest = pairs.filter { $0.0 != leftKey }.map { (left: $0.0, right: $0.1) }
    result = JoinOutput(layout, leftWidth: left.output.columns.count, mode: mode)
    group = RowTable(width: right.output.columns.count, context: context)
  }

  func next() throws -> Bool {
    output.count = 0
    if !started {
      started = true
      leftAlive = try left.next()
      rightAlive = try right.next()
    }
    while leftAlive, !result.isFull {
      let key = left.output.columns[leftKey][leftRow]
      if key != groupKey {
        try gather(key)
        // Nothing on the right can match any more: inner and semi joins are done.
        if !rightAlive, group.count == 0, result.mode == .inner || result.mode == .semi { break }
      }
      if group.count == 0, !result.mode.isOuter {
        try skipLeft()
        continue
      }
      try emit()
    }
    return output.count > 0
  }

  /// Collects the right rows with `key`, passing over smaller ones.
  private func gather(_ key: TermID) throws {
    group.removeAll()
    groupKey = key
    groupRow = 0
    while rightAlive {
      let column = right.output.columns[rightKey]
      let count = right.output.count
      if column[count - 1] < key {
        right.skip(to: key)
        rightRow = 0
        try context.checkpoint()
        rightAlive = try right.next()
        continue
      }
      rightRow = lowerBound(column, from: rightRow, to: count, key)
      while rightRow < count, column[rightRow] == key {
        try group.append(row: rightRow, columns: right.output.columns)
        rightRow += 1
      }
      if rightRow < count { return }
      rightRow = 0
      rightAlive = try right.next()
    }
  }

  /// Moves the left side to the first row that could match the right's present row.
  private func skipLeft() throws {
    guard rightAlive else {
      leftAlive = false
      return
    }
    let target = right.output.columns[rightKey][rightRow]
    let column = left.output.columns[leftKey]
    if column[left.output.count - 1] < target {
      left.skip(to: target)
      leftRow = 0
      try context.checkpoint()
      leftAlive = try left.next()
    } else {
      leftRow = lowerBound(column, from: leftRow, to: left.output.count, target)
    }
  }

  /// Puts out the present left row with its group, as far as the output has room.
  private func emit() throws {
    let batch = left.output
    let columns = group.columns
    while groupRow < group.count {
      if result.isFull { return }
      let other = groupRow
      groupRow += 1
      guard matches(batch, columns, other), result.isCompatible(batch, leftRow, columns, other) else {
        continue
      }
      if let condition, try !condition.test(batch, leftRow, columns, other) { continue }
      matched = true
      if !result.mode.keepsRight { break }
      result.append(left: batch, leftRow, right: columns, other)
    }
    if matched ? result.mode == .semi : result.mode.isOuter {
      if result.isFull { return }
      result.append(left: batch, leftRow)
    }
    matched = false
    groupRow = 0
    leftRow += 1
    if leftRow == batch.count {
      leftRow = 0
      try context.checkpoint()
      leftAlive = try left.next()
    }
  }

  @inline(__always)
  private func matches(_ batch: Batch, _ columns: [UnsafeMutablePointer<TermID>], _ other: Int) -> Bool {
    for (a, b) in rest where batch.columns[a][leftRow] != columns[b][other] { return false }
    return true
  }

  /// The first row at or after `from` whose id is not below `key`: a gallop, then a binary search.
  @inline(__always)
  private func lowerBound(
    _ column: UnsafeMutablePointer<TermID>, from: Int, to: Int, _ key: TermID
  ) -> Int {
    var low = from
    var step = 1
    while low + step < to, column[low + step] < key {
      low += step
      step *= 2
    }
    var high = min(to, low + step + 1)
    while low < high {
      let middle = (low + high) / 2
      if column[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension JoinMode {
  /// True where a left row without a match is put out.
  var isOuter: Bool { self == .left || self == .anti }
}
