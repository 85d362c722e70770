import QuerySyntax
import TripleStore

/// One aggregate for all groups of a GROUP BY at once (SPARQL 1.1 §18.5.1).
///
///     let sum = try AggregateColumn(aggregate, slot: { columns[$0] }, pool: pool) { try operators.exists($0) }
///     try sum.add(batch, groups: groupOfRow, groupCount: 12)
///     let total = sum.result(group: 3)
public final class AggregateColumn {
  private let aggregate: Aggregate
  /// nil for `COUNT(*)`.
  private let argument: CompiledExpression?
  private let state: AggregateState
  private let seen: SeenTerms?
  private let ids = UnsafeMutablePointer<TermID>.allocate(capacity: Batch.capacity)
  private let groupsOfNew = UnsafeMutablePointer<Int32>.allocate(capacity: Batch.capacity)
  /// Columns of the group's rows, for `COUNT(DISTINCT *)`.
  private let rowColumns: [Int]
  private var seenRows: Set<[TermID]> = []

  /// - Parameters:
  ///   - slot: the column of a variable; nil for one that is never bound.
  ///   - columns: the columns that make up a solution, for `COUNT(DISTINCT *)`.
  ///   - exists: makes the test for the pattern of an EXISTS in the argument.
  public init(
    _ aggregate: Aggregate, slot: @escaping (Variable) -> Int?, columns: [Int] = [], pool: TermPool,
    exists: @escaping (Algebra) throws -> ExistsTest
  ) throws {
    self.aggregate = aggregate
    argument = try aggregate.argument.map {
      try CompiledExpression($0, slot: slot, pool: pool, exists: exists)
    }
    rowColumns = columns
    let isDistinct = aggregate.distinct && argument != nil
    // DISTINCT changes no extreme and no sample; to count, the terms need not be told apart one by one.
    seen =
      switch aggregate.function {
      case .sum, .avg, .groupConcat: isDistinct ? SeenTerms() : nil
      case .count, .min, .max, .sample: nil
      }
    state =
      switch aggregate.function {
      case .count: isDistinct ? DistinctCountState() : CountState()
      case .sum: SumState(pool, isAverage: false)
      case .avg: SumState(pool, isAverage: true)
      case .min: ExtremeState(pool, wantsLargest: false)
      case .max: ExtremeState(pool, wantsLargest: true)
      case .sample: SampleState(pool)
      case .groupConcat: ConcatState(pool, separator: aggregate.separator ?? " ")
      }
  }

  deinit {
    ids.deallocate()
    groupsOfNew.deallocate()
  }

  /// Takes the rows of a batch; `groups` holds the number of each row's group, below `groupCount`.
  public func add(_ batch: Batch, groups: UnsafePointer<Int32>, groupCount: Int) throws {
    state.reserve(groupCount)
    guard let argument else {
      addRows(batch, groups)
      return
    }
    try argument.ids(batch, into: ids)
    if let seen {
      // An error makes SUM and AVG an error, whether or not other values are distinct.
      for row in 0..<batch.count where !ids[row].isBound { state.add(.none, group: Int(groups[row])) }
      state.add(ids, groupsOfNew, seen.keepNew(ids, groups, batch.count, groupsOfNew: groupsOfNew))
    } else {
      state.add(ids, groups, batch.count)
    }
  }

  private func addRows(_ batch: Batch, _ groups: UnsafePointer<Int32>) {
    guard aggregate.distinct else {
      state.addRows(groups, batch.count)
      return
    }
    for row in 0..<batch.count {
      let group = TermID(rawValue: UInt64(groups[row]))
      if seenRows.insert([group] + rowColumns.map { batch.columns[$0][row] }).inserted {
        withUnsafePointer(to: groups[row]) { state.addRows($0, 1) }
      }
    }
  }

  /// Memory it holds, about.
  var bytes: Int { state.bytes + (seen?.bytes ?? 0) + seenRows.count * (48 + 8 * rowColumns.count) }

  /// The value for a group, also for one that no row has reached; `.none` where it is an error.
  public func result(group: Int) -> TermID {
    state.reserve(group + 1)
    return state.result(group: group)
  }
}
