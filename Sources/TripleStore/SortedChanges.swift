import Workers

/// What a transaction adds and removes in the order of each index, in `QuadSort.sequence`: sorted one index ahead on a thread
/// of its own where there is much, otherwise as it is asked for.
final class SortedChanges {
  struct Change: Sendable {
    let index: StoredIndex
    let added: RowBuffer
    let removed: RowBuffer
  }

  /// Rows from which a thread is worth its while.
  private static let many = 1 << 15

  private let ahead: OrderedWorkers<StoredIndex, Change>?
  private let sorter: Sorter
  private var left = QuadSort.sequence[...]

  init(added: borrowing RowList, removed: borrowing RowList) {
    let sorter = Sorter(added, removed)
    self.sorter = sorter
    ahead =
      added.count + removed.count < SortedChanges.many
      ? nil : OrderedWorkers(QuadSort.sequence, jobs: 1, window: 1) { sorter.change($0) }
  }

  /// The change of the next index; nil after the last.
  func next() -> Change? {
    if let ahead { return ahead.next() }
    return left.popFirst().map(sorter.change)
  }

  /// Used by one thread at a time.
  private final class Sorter: @unchecked Sendable {
    private var added: QuadSort
    private var removed: QuadSort

    init(_ added: borrowing RowList, _ removed: borrowing RowList) {
      self.added = QuadSort(added)
      self.removed = QuadSort(removed)
    }

    func change(_ index: StoredIndex) -> Change {
      Change(index: index, added: added.rows(index), removed: removed.rows(index))
    }
  }
}
