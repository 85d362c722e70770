/// `&&` (SPARQL 1.1 §17.2: an error on one side gives way to false on the other).
final class AndNode: TestNode {
  private let left: ExpressionNode
  private let right: ExpressionNode

  init(_ left: ExpressionNode, _ right: ExpressionNode) {
    self.left = left
    self.right = right
    super.init(left.pool)
  }

  override func truth(_ batch: Batch, _ row: Int) throws -> Bool? {
    let first = try left.truth(batch, row)
    if first == false { return false }
    let second = try right.truth(batch, row)
    return second == false ? false : first == nil ? nil : second
  }

  override func filter(_ batch: Batch, _ rows: UnsafeMutablePointer<Int32>, _ count: Int, wanted: Bool) throws
    -> Int
  {
    guard wanted else { return try EitherSide.filter(left, right, batch, rows, count, wanted: false) }
    return try right.filter(
      batch, rows, try left.filter(batch, rows, count, wanted: true), wanted: true)
  }
}

/// `||` (SPARQL 1.1 §17.2: an error on one side gives way to true on the other).
final class OrNode: TestNode {
  private let left: ExpressionNode
  private let right: ExpressionNode

  init(_ left: ExpressionNode, _ right: ExpressionNode) {
    self.left = left
    self.right = right
    super.init(left.pool)
  }

  override func truth(_ batch: Batch, _ row: Int) throws -> Bool? {
    let first = try left.truth(batch, row)
    if first == true { return true }
    let second = try right.truth(batch, row)
    return second == true ? true : first == nil ? nil : second
  }

  override func filter(_ batch: Batch, _ rows: UnsafeMutablePointer<Int32>, _ count: Int, wanted: Bool) throws
    -> Int
  {
    if wanted { return try EitherSide.filter(left, right, batch, rows, count, wanted: true) }
    return try right.filter(
      batch, rows, try left.filter(batch, rows, count, wanted: false), wanted: false)
  }
}

/// `!`
final class NotNode: TestNode {
  private let operand: ExpressionNode

  init(_ operand: ExpressionNode) {
    self.operand = operand
    super.init(operand.pool)
  }

  override func truth(_ batch: Batch, _ row: Int) throws -> Bool? {
    try operand.truth(batch, row).map { !$0 }
  }

  override func filter(_ batch: Batch, _ rows: UnsafeMutablePointer<Int32>, _ count: Int, wanted: Bool) throws
    -> Int
  {
    try operand.filter(batch, rows, count, wanted: !wanted)
  }
}

private enum EitherSide {
  /// The rows for which the left or the right truth is `wanted`, in order: the right is asked only where the left says no.
  static func filter(
    _ left: ExpressionNode, _ right: ExpressionNode, _ batch: Batch, _ rows: UnsafeMutablePointer<Int32>,
    _ count: Int, wanted: Bool
  ) throws -> Int {
    try withUnsafeTemporaryAllocation(of: Int32.self, capacity: max(1, count * 2)) { scratch in
      let first = scratch.baseAddress.unsafelyUnwrapped
      let second = first + count
      first.update(from: rows, count: count)
      let passed = try left.filter(batch, first, count, wanted: wanted)
      var rest = 0
      var next = 0
      for index in 0..<count {
        if next < passed, first[next] == rows[index] {
          next += 1
        } else {
          second[rest] = rows[index]
          rest += 1
        }
      }
      rest = try right.filter(batch, second, rest, wanted: wanted)
      var (i, j, kept) = (0, 0, 0)
      while i < passed || j < rest {
        if j == rest || i < passed && first[i] < second[j] {
          rows[kept] = first[i]
          i += 1
        } else {
          rows[kept] = second[j]
          j += 1
        }
        kept += 1
      }
      return kept
    }
  }
}
