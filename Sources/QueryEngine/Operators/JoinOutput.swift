import TripleStore

/// Collects the rows of a join and applies its condition: the part that all join operators share.
final class JoinOutput {
  let batch: Batch
  let mode: JoinMode
  private let layout: JoinLayout
  private let leftWidth: Int

  init(_ layout: JoinLayout, leftWidth: Int, mode: JoinMode) {
    self.layout = layout
    self.leftWidth = leftWidth
    self.mode = mode
    batch = Batch(columns: layout.variables.count)
  }

  var isFull: Bool { batch.count == Batch.capacity }

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
