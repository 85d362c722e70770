import QuerySyntax
import TripleStore

/// Collects the rows of a join: the part that all join operators share.
///
/// A join whose inputs stay put for a while notes pairs of rows and has them copied together, a column at a time (`add`, then
/// `flush`); one that meets its right rows a few at a time copies each at once (`append`).
final class JoinOutput {
  let batch: Batch
  let mode: JoinMode
  /// True where a pair with equal keys needs no further look: no shared column may be unbound.
  let isStrict: Bool
  private let layout: JoinLayout
  private let leftWidth: Int
  private let leftRows = UnsafeMutablePointer<Int32>.allocate(capacity: Batch.capacity)
  /// -1 = the left row stands alone.
  private let rightRows = UnsafeMutablePointer<Int32>.allocate(capacity: Batch.capacity)
  /// Pairs that are noted and not copied yet.
  private var waiting = 0

  init(_ layout: JoinLayout, leftWidth: Int, mode: JoinMode) {
    self.layout = layout
    self.leftWidth = leftWidth
    self.mode = mode
    isStrict = layout.loose.isEmpty
    batch = Batch(columns: layout.variables.count)
  }

  deinit {
    leftRows.deallocate()
    rightRows.deallocate()
  }

  /// Rows that still go into the batch.
  var room: Int { Batch.capacity &- batch.count &- waiting }

  var isFull: Bool { room == 0 }

  /// True if shared columns that may be unbound do not contradict each other.
  @inline(__always)
  func isCompatible(
    _ left: Batch, _ row: Int, _ right: [UnsafeMutablePointer<TermID>], _ other: Int
  ) -> Bool {
    for (a, b) in layout.loose {
      let x = left.columns[a][row]
      let y = right[b][other]
      if x != y, x.isBound, y.isBound { return false }
    }
    return true
  }
}

// MARK: - Pairs

extension JoinOutput {
  /// Notes a left row joined with a right row. There must be room.
  @inline(__always)
  func add(_ left: Int, _ right: Int) {
    leftRows[waiting] = Int32(truncatingIfNeeded: left)
    rightRows[waiting] = Int32(truncatingIfNeeded: right)
    waiting &+= 1
  }

  /// Notes a left row joined with each of the right rows, as many as there is room for, and gives the first that had none.
  @inline(__always)
  func add(_ left: Int, _ rights: Range<Int>) -> Int {
    let end = min(rights.upperBound, rights.lowerBound &+ room)
    var right = rights.lowerBound
    while right < end {
      add(left, right)
      right &+= 1
    }
    return right
  }

  /// Notes a left row alone; the right's columns are unbound. There must be room.
  @inline(__always)
  func add(_ left: Int) { add(left, -1) }

  /// Copies what is noted. To be called before the rows of either side change, and before the batch is handed on.
  func flush(_ left: Batch, _ right: [UnsafeMutablePointer<TermID>]) {
    if waiting == 0 { return }
    let start = batch.count
    for index in 0..<leftWidth {
      let source = left.columns[index]
      let output = batch.columns[index] + start
      for pair in 0..<waiting { output[pair] = source[Int(leftRows[pair])] }
    }
    for (index, target) in layout.added {
      let source = right[index]
      let output = batch.columns[target] + start
      if mode == .inner {
        for pair in 0..<waiting { output[pair] = source[Int(rightRows[pair])] }
      } else {
        for pair in 0..<waiting {
          output[pair] = rightRows[pair] < 0 ? .none : source[Int(rightRows[pair])]
        }
      }
    }
    for (target, index) in layout.loose {
      let output = batch.columns[target] + start
      for pair in 0..<waiting where !output[pair].isBound && rightRows[pair] >= 0 {
        output[pair] = right[index][Int(rightRows[pair])]
      }
    }
    batch.count = start + waiting
    waiting = 0
  }
}

// MARK: - Single rows

extension JoinOutput {
  /// Appends a left row alone; the right's columns are unbound.
  @inline(__always)
  func append(left: Batch, _ row: Int) {
    let count = batch.count
    for index in 0..<leftWidth { batch.columns[index][count] = left.columns[index][row] }
    for (_, output) in layout.added { batch.columns[output][count] = .none }
    batch.count = count + 1
  }

  /// Appends a left row joined with a right row.
  @inline(__always)
  func append(
    left: Batch, _ row: Int, right: [UnsafeMutablePointer<TermID>], _ other: Int
  ) {
    let count = batch.count
    for index in 0..<leftWidth { batch.columns[index][count] = left.columns[index][row] }
    for (source, output) in layout.added { batch.columns[output][count] = right[source][other] }
    for (target, source) in layout.loose where !batch.columns[target][count].isBound {
      batch.columns[target][count] = right[source][other]
    }
    batch.count = count + 1
  }
}
