import TripleStore

/// Up to `capacity` rows of an intermediate result, a column of ids for each variable slot of the operator that made it.
///
/// A slot the operator does not bind holds `TermID.none` in every row. The memory belongs to the operator; a batch is valid
/// until that operator's next one.
public final class Batch {
  /// Rows a batch holds at most: enough to make a virtual call per batch free, few enough to stay in the first-level cache.
  public static let capacity = 1024

  public let columns: [UnsafeMutablePointer<TermID>]
  /// Rows in use.
  public var count = 0

  public init(columns width: Int) {
    columns = (0..<width).map { _ in
      let column = UnsafeMutablePointer<TermID>.allocate(capacity: Batch.capacity)
      column.initialize(repeating: .none, count: Batch.capacity)
      return column
    }
  }

  deinit { for column in columns { column.deallocate() } }
}
