import QuerySyntax
import TripleStore

/// Groups rows by key columns and computes aggregates for each group (SPARQL 1.1 §18.5.1), in the order of first appearance.
///
/// Without keys all rows are one group, which exists even where there is no row.
final class Group: Operator {
  let output: Batch
  private let source: any Operator
  private let keys: [Int?]
  private let aggregates: [AggregateColumn]
  private let context: QueryContext
  private let groups: RowSet
  private let unbound: UnsafeMutablePointer<TermID>
  private let numbers = UnsafeMutablePointer<Int32>.allocate(capacity: Batch.capacity)
  /// Memory of the aggregates that the query has been charged with.
  private var charged = 0
  private var position = 0
  private var done = false

  /// - Parameter keys: source columns; nil = a variable that the source never binds.
  init(_ source: any Operator, keys: [Int?], aggregates: [AggregateColumn], context: QueryContext) {
    self.source = source
    self.keys = keys
    self.aggregates = aggregates
    self.context = context
    output = Batch(columns: keys.count + aggregates.count)
    groups = RowSet(width: keys.count, context: context)
    unbound = .allocate(capacity: Batch.capacity)
    unbound.initialize(repeating: .none, count: Batch.capacity)
  }

  deinit {
    context.release(charged)
    numbers.deallocate()
    unbound.deallocate()
  }

  private var groupCount: Int { keys.isEmpty ? 1 : groups.count }

  func next() throws -> Bool {
    if !done {
      done = true
      while try source.next() {
        try context.checkpoint()
        try number()
        for aggregate in aggregates {
          try aggregate.add(source.output, groups: numbers, groupCount: groupCount)
        }
        let bytes = aggregates.reduce(0) { $0 + $1.bytes }
        try context.charge(bytes - charged)
        charged = bytes
      }
    }
    let count = min(Batch.capacity, groupCount - position)
    guard count > 0 else { return false }
    for index in keys.indices {
      output.columns[index].update(from: groups.table.columns[index] + position, count: count)
    }
    for (index, aggregate) in aggregates.enumerated() {
      let column = output.columns[keys.count + index]
      for row in 0..<count { column[row] = aggregate.result(group: position + row) }
    }
    output.count = count
    position += count
    return true
  }

  /// Writes the group number of each row.
  private func number() throws {
    let batch = source.output
    if keys.isEmpty {
      numbers.update(repeating: 0, count: batch.count)
    } else {
      let columns = keys.map { key in key.map { batch.columns[$0] } ?? unbound }
      try groups.number(batch.count, rowsOf: columns, into: numbers)
    }
  }
}
