import TripleStore

/// How many matches a triple pattern has for each value of one variable, in that variable's order; without one, how many in
/// all.
///
/// Where values have many matches each it jumps from value to value and takes the counts from the index, otherwise it reads
/// the one column.
///
/// - Complexity: O(values × log blocks) jumping, O(matches) reading.
final class RunCount: Operator {
  /// The value, if there is a variable, and the count as an integer.
  let output: Batch
  private let order: IndexOrder
  private let prefix: [TermID]
  private let hasKey: Bool
  private let jumps: Bool
  private let selection: GraphSelection
  private let scan: IndexScan
  private let context: QueryContext
  /// Values read and not counted yet.
  private let values = UnsafeMutablePointer<TermID>.allocate(capacity: Batch.capacity)
  private var position = 0
  private var valueCount = 0
  /// The value being counted, `none` = none yet.
  private var present = TermID.none
  private var count = 0
  private var done = false

  /// - Parameters:
  ///   - order: its first places are the pattern's constants, the next is the variable's.
  ///   - jumps: true where values have many matches each; only over the union of all graphs.
  init(_ pattern: IDPattern, order: IndexOrder, hasKey: Bool, jumps: Bool, context: QueryContext) {
    self.order = order
    self.hasKey = hasKey
    self.jumps = jumps
    self.context = context
    prefix = order.places.compactMap { pattern.slots[$0].fixed }
    selection = context.selection(for: pattern.graph)
    scan = context.snapshot.scan(order, prefix: prefix, graph: selection)
    output = Batch(columns: hasKey ? 2 : 1)
  }

  deinit { values.deallocate() }

  func next() throws -> Bool {
    output.count = 0
    if !hasKey { return countAll() }
    while !done, output.count < Batch.capacity {
      try context.checkpoint()
      if jumps { jump() } else { read() }
    }
    return output.count > 0
  }

  func skip(to id: TermID) {
    if hasKey { scan.seek(id) }
    while position < valueCount, values[position] < id { position += 1 }
    if present < id { present = .none }
  }

  private func countAll() -> Bool {
    if done { return false }
    done = true
    output.columns[0][0] = RunCount.id(context.snapshot.count(order, prefix, graph: selection))
    output.count = 1
    return true
  }

  private func jump() {
    guard fetch(1) > 0 else {
      done = true
      return
    }
    append(values[0], context.snapshot.count(order, prefix + [values[0]], graph: selection))
    scan.seek(TermID(rawValue: values[0].rawValue + 1))
  }

  private func read() {
    if position == valueCount {
      valueCount = fetch(Batch.capacity)
      position = 0
      if valueCount == 0 {
        done = true
        if present.isBound { append(present, count) }
        return
      }
    }
    while position < valueCount {
      let value = values[position]
      if value != present {
        if present.isBound { append(present, count) }
        present = value
        count = 0
      }
      var end = position &+ 1
      while end < valueCount, values[end] == value { end &+= 1 }
      count &+= end &- position
      position = end
      // One row is kept free for what is still being counted.
      if output.count == Batch.capacity { return }
    }
  }

  private func fetch(_ capacity: Int) -> Int {
    switch prefix.count {
    case 0: scan.next(values, nil, nil, graph: nil, capacity: capacity)
    case 1: scan.next(nil, values, nil, graph: nil, capacity: capacity)
    default: scan.next(nil, nil, values, graph: nil, capacity: capacity)
    }
  }

  private func append(_ value: TermID, _ count: Int) {
    output.columns[0][output.count] = value
    output.columns[1][output.count] = RunCount.id(count)
    output.count += 1
  }

  /// A store holds far fewer triples than an id can count.
  private static func id(_ count: Int) -> TermID { TermID(integer: count) ?? .none }
}
