import Diagnostics
import TripleStore

/// Groups rows by key columns and counts the solutions that they stand for, in the order of first appearance.
///
/// A row stands for the product of its weights, one solution where it has none. Without keys all rows are one group, which
/// exists even where there is no row.
final class CountGroup: Operator {
  let output: Batch
  private let source: any Operator
  private let keys: [Int?]
  private let weights: [Int]
  private let context: QueryContext
  private let groups: RowSet
  private let unbound: UnsafeMutablePointer<TermID>
  private let numbers = UnsafeMutablePointer<Int32>.allocate(capacity: Batch.capacity)
  private let products = UnsafeMutablePointer<Int>.allocate(capacity: Batch.capacity)
  private var sums: [Int] = []
  private var position = 0
  private var done = false

  /// - Parameters:
  ///   - keys: source columns; nil = a variable that the source never binds.
  ///   - weights: source columns of integers.
  ///   - copies: output columns behind the keys, each with the count.
  init(_ source: any Operator, keys: [Int?], weights: [Int], copies: Int, context: QueryContext) {
    self.source = source
    self.keys = keys
    self.weights = weights
    self.context = context
    output = Batch(columns: keys.count + copies)
    groups = RowSet(width: keys.count, context: context)
    unbound = .allocate(capacity: Batch.capacity)
    unbound.initialize(repeating: .none, count: Batch.capacity)
  }

  deinit {
    unbound.deallocate()
    numbers.deallocate()
    products.deallocate()
  }

  func next() throws -> Bool {
    if !done {
      done = true
      if keys.isEmpty { sums = [0] }
      while try source.next() {
        try context.checkpoint()
        try add(source.output)
      }
    }
    let count = min(Batch.capacity, sums.count - position)
    guard count > 0 else { return false }
    for index in keys.indices {
      output.columns[index].update(from: groups.table.columns[index] + position, count: count)
    }
    for index in keys.count..<output.columns.count {
      for row in 0..<count {
        guard let id = TermID(integer: sums[position + row]) else { throw CountGroup.tooMany }
        output.columns[index][row] = id
      }
    }
    output.count = count
    position += count
    return true
  }

  private func add(_ batch: Batch) throws {
    try multiply(batch)
    var overflows = false
    if keys.isEmpty {
      for row in 0..<batch.count {
        let (sum, overflow) = sums[0].addingReportingOverflow(products[row])
        sums[0] = sum
        overflows = overflows || overflow
      }
    } else {
      let columns = keys.map { key in key.map { batch.columns[$0] } ?? unbound }
      try groups.number(batch.count, rowsOf: columns, into: numbers)
      if sums.count < groups.count {
        try context.charge((groups.count - sums.count) * 8)
        sums.append(contentsOf: repeatElement(0, count: groups.count - sums.count))
      }
      sums.withUnsafeMutableBufferPointer { sums in
        for row in 0..<batch.count {
          let (sum, overflow) = sums[Int(numbers[row])].addingReportingOverflow(products[row])
          sums[Int(numbers[row])] = sum
          overflows = overflows || overflow
        }
      }
    }
    if overflows { throw CountGroup.tooMany }
  }

  /// The number of solutions that each row stands for.
  private func multiply(_ batch: Batch) throws {
    products.update(repeating: 1, count: batch.count)
    for weight in weights {
      let column = batch.columns[weight]
      for row in 0..<batch.count {
        let (product, overflow) = products[row].multipliedReportingOverflow(by: column[row].integer ?? 0)
        if overflow { throw CountGroup.tooMany }
        products[row] = product
      }
    }
  }

  private static var tooMany: Diagnostic {
    .error("a COUNT has more solutions than can be counted", hint: "join fewer patterns with each other")
  }
}
