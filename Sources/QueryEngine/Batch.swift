import Glibc
import TripleStore

/// Up to `capacity` rows of an intermediate result, a column of ids for each variable of the operator that made it.
///
/// A column whose variable is unbound in a row holds `TermID.none` there. An operator fills the same batch again and again, so
/// its column pointers never change and another batch may alias them (`Project`); the rows are valid until that operator's
/// next step.
public final class Batch {
  /// Rows a batch holds at most: enough to make a virtual call per batch free, few enough to stay in the first-level caches.
  public static let capacity = 1024
  /// Memory of a column.
  static let columnBytes = capacity * MemoryLayout<TermID>.stride

  public let columns: [UnsafeMutablePointer<TermID>]
  /// Rows in use.
  public var count = 0
  private let owned: [UnsafeMutablePointer<TermID>]

  /// A batch of `width` columns of its own, every cell unbound.
  public init(columns width: Int) {
    columns = (0..<width).map { _ in Batch.makeColumn() }
    owned = columns
  }

  /// A batch that shows columns of `source`; a nil index gives an unbound column.
  init(of source: Batch, columns indexes: [Int?]) {
    var made: [UnsafeMutablePointer<TermID>] = []
    columns = indexes.map { index in
      if let index { return source.columns[index] }
      made.append(Batch.makeColumn())
      return made[made.count - 1]
    }
    owned = made
  }

  deinit { for column in owned { free(column) } }

  /// Unbound is 0, so memory fresh from the system is a column that need not be written.
  private static func makeColumn() -> UnsafeMutablePointer<TermID> {
    guard let column = calloc(capacity, MemoryLayout<TermID>.stride) else {
      fatalError("no memory for a column")
    }
    return column.bindMemory(to: TermID.self, capacity: capacity)
  }
}
