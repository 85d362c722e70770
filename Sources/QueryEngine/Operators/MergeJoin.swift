import TripleStore

/// Joins two inputs that are sorted on the same variable, reading each once; the output keeps the left's order.
///
/// The right rows of one key, a *run*, are read where they lie in the right batch; where that ends with the key they are
/// gathered in a table first. When one side runs ahead the other is told to skip, so that a small side makes a large index
/// scan jump from block to block. Where the right side is sorted on a second shared variable, the rows of a run that fit a
/// left row are found by binary search.
///
/// - Complexity: O(left + right + output) with one shared variable; with a second one O(left × log run) more where the right
///   is sorted on it, otherwise O(left × run).
final class MergeJoin: Operator {
  private let left: any Operator
  private let right: any Operator
  private let leftBatch: Batch
  private let rightBatch: Batch
  private let leftKeys: UnsafeMutablePointer<TermID>
  private let rightKeys: UnsafeMutablePointer<TermID>
  private let result: JoinOutput
  private let condition: JoinCondition?
  private let context: QueryContext
  /// The shared column that the rows of a run are sorted on.
  private let second: (left: UnsafeMutablePointer<TermID>, right: Int)?
  /// Further shared columns, compared row by row.
  private let rest: [(left: Int, right: Int)]
  /// True where every pair with the same keys is a match.
  private let isPlain: Bool
  /// True where besides every left row of a key goes with every right row of it.
  private let isSimple: Bool
  private let gathered: RowTable
  private var runKey = TermID.none
  private var run = 0..<0
  private var runIsGathered = false
  /// The rows of the run that are still to be paired with the present left row; nil before it is looked at.
  private var fitting: Range<Int>?
  private var leftRow = 0
  private var leftCount = 0
  private var leftAlive = false
  private var rightRow = 0
  private var rightCount = 0
  private var rightAlive = false
  private var started = false
  private var matched = false

  var output: Batch { result.batch }

  func skip(to id: TermID) { left.skip(to: id) }

  /// - Parameters:
  ///   - leftKey: the left column that both sides are sorted on, among the layout's keys.
  ///   - secondKey: a further left column among the layout's keys that is always bound on both sides and on whose partner
  ///     the right side is sorted next.
  init(
    left: any Operator, right: any Operator, layout: JoinLayout, leftKey: Int, secondKey: Int?,
    mode: JoinMode, condition: JoinCondition? = nil, context: QueryContext
  ) {
    self.left = left
    self.right = right
    self.condition = condition
    self.context = context
    leftBatch = left.output
    rightBatch = right.output
    let pairs = zip(layout.leftKeys, layout.rightKeys)
    let rightKey = pairs.first { $0.0 == leftKey }.map(\.1) ?? 0
    leftKeys = leftBatch.columns[leftKey]
    rightKeys = rightBatch.columns[rightKey]
    let columns = leftBatch.columns
    second = pairs.first { $0.0 == secondKey }.map { (left: columns[$0.0], right: $0.1) }
    rest = pairs.filter { $0.0 != leftKey && $0.0 != secondKey }.map { (left: $0.0, right: $0.1) }
    result = JoinOutput(layout, leftWidth: leftBatch.columns.count, mode: mode)
    isPlain = rest.isEmpty && condition == nil && result.isStrict
    isSimple = isPlain && second == nil && mode.keepsRight
    gathered = RowTable(width: rightBatch.columns.count, context: context)
  }

  func next() throws -> Bool {
    output.count = 0
    if !started {
      started = true
      try advanceLeft()
      try advanceRight()
    }
    while leftAlive, !result.isFull {
      let key = leftKeys[leftRow]
      if key != runKey {
        try findRun(key)
        // Nothing on the right can match any more: inner and semi joins are done.
        if !rightAlive, run.isEmpty, !result.mode.isOuter {
          leftAlive = false
          break
        }
      }
      if run.isEmpty, !result.mode.isOuter {
        try skipLeft()
      } else if isSimple, run.count == 1 {
        try emitKey(key)
      } else {
        try emit()
      }
    }
    flush()
    return output.count > 0
  }

  private func flush() { result.flush(leftBatch, runIsGathered ? gathered.columns : rightBatch.columns) }

  private func advanceLeft() throws {
    flush()
    try context.checkpoint()
    leftRow = 0
    leftAlive = try left.next()
    leftCount = leftBatch.count
  }

  private func advanceRight() throws {
    flush()
    try context.checkpoint()
    rightRow = 0
    rightAlive = try right.next()
    rightCount = rightBatch.count
  }

  /// Finds the right rows with `key`, passing over smaller ones.
  private func findRun(_ key: TermID) throws {
    if runIsGathered {
      flush()
      gathered.removeAll()
      runIsGathered = false
    }
    runKey = key
    run = 0..<0
    while rightAlive {
      if rightKeys[rightCount - 1] < key {
        right.skip(to: key)
        try advanceRight()
        continue
      }
      let start = MergeJoin.lowerBound(rightKeys, from: rightRow, to: rightCount, key)
      rightRow = endOfKey(key, from: start)
      run = start..<rightRow
      // Where the batch ends with the key there may be more of it in the next.
      if rightRow == rightCount { try gather(key) }
      return
    }
  }

  private func endOfKey(_ key: TermID, from start: Int) -> Int {
    var end = start
    while end < rightCount, rightKeys[end] == key { end &+= 1 }
    return end
  }

  /// Collects the run that the right batch ends with, and its rows in the batches behind.
  private func gather(_ key: TermID) throws {
    flush()
    try gathered.append(rightBatch, rows: run)
    runIsGathered = true
    repeat {
      try advanceRight()
      guard rightAlive else { break }
      rightRow = endOfKey(key, from: 0)
      try gathered.append(rightBatch, rows: 0..<rightRow)
    } while rightRow == rightCount
    run = 0..<gathered.count
  }

  /// Moves the left side to the first row that could match the right's present row.
  private func skipLeft() throws {
    let target = rightKeys[rightRow]
    if leftKeys[leftCount - 1] < target {
      left.skip(to: target)
      try advanceLeft()
    } else {
      leftRow = MergeJoin.lowerBound(leftKeys, from: leftRow, to: leftCount, target)
    }
  }

  /// Puts out the left rows of a key with the only right row that has it, as far as the batches go.
  private func emitKey(_ key: TermID) throws {
    let end = min(leftCount, leftRow &+ result.room)
    while leftRow < end, leftKeys[leftRow] == key {
      result.add(leftRow, run.lowerBound)
      leftRow &+= 1
    }
    if leftRow == leftCount { try advanceLeft() }
  }

  /// Puts out the present left row with the rows that fit it, as far as the output has room.
  private func emit() throws {
    var rows = fitting ?? rowsOfRun()
    if !isPlain {
      rows = try match(rows)
    } else {
      matched = matched || !rows.isEmpty
      rows = (result.mode.keepsRight ? result.add(leftRow, rows) : rows.upperBound)..<rows.upperBound
    }
    fitting = rows
    if !rows.isEmpty { return }
    if matched ? result.mode == .semi : result.mode.isOuter {
      if result.isFull { return }
      result.add(leftRow)
    }
    matched = false
    fitting = nil
    leftRow &+= 1
    if leftRow == leftCount { try advanceLeft() }
  }

  /// The rows of the run that agree with the present left row in the second key.
  private func rowsOfRun() -> Range<Int> {
    guard let second else { return run }
    let column = runIsGathered ? gathered.columns[second.right] : rightBatch.columns[second.right]
    let id = second.left[leftRow]
    let start = MergeJoin.lowerBound(column, from: run.lowerBound, to: run.upperBound, id)
    var end = start
    while end < run.upperBound, column[end] == id { end &+= 1 }
    return start..<end
  }

  /// Pairs the present left row with those of `rows` that fit it; returns what the output has no room for.
  private func match(_ rows: Range<Int>) throws -> Range<Int> {
    let columns = runIsGathered ? gathered.columns : rightBatch.columns
    var row = rows.lowerBound
    while row < rows.upperBound, !result.isFull {
      let other = row
      row += 1
      guard rest.allSatisfy({ leftBatch.columns[$0.left][leftRow] == columns[$0.right][other] }),
        result.isCompatible(leftBatch, leftRow, columns, other)
      else { continue }
      if let condition, try !condition.test(leftBatch, leftRow, columns, other) { continue }
      matched = true
      if result.mode.keepsRight {
        result.add(leftRow, other)
      } else {
        row = rows.upperBound
      }
    }
    return row..<rows.upperBound
  }

  /// The first row at or after `from` whose id is not below `key`: a gallop, then a binary search.
  @inline(__always)
  private static func lowerBound(
    _ column: UnsafeMutablePointer<TermID>, from: Int, to: Int, _ key: TermID
  ) -> Int {
    var low = from
    if low < to, column[low] >= key { return low }
    var step = 1
    while low &+ step < to, column[low &+ step] < key {
      low &+= step
      step &*= 2
    }
    var high = min(to, low &+ step &+ 1)
    while low < high {
      let middle = (low &+ high) / 2
      if column[middle] < key { low = middle &+ 1 } else { high = middle }
    }
    return low
  }
}

extension JoinMode {
  /// True where a left row without a match is put out.
  var isOuter: Bool { self == .left || self == .anti }
}
