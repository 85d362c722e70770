/// The same quads in the order of one index after another.
///
/// Every order is reached from one before it by a stable distribution over a single column: subjects within predicates
/// are in order once the whole is sorted by subject.
struct QuadSort {
  /// Quads as (subject, predicate, object, graph), in the order from which the next is reached.
  private var quads: RowBuffer
  private let pool: RowPool

  /// The orders in the sequence that needs the fewest passes.
  static let sequence: [StoredIndex] = [.spo, .pso, .gspo, .osp, .pos]

  init(_ list: borrowing RowList) {
    pool = RowPool(count: list.count)
    quads = pool.buffer()
    quads.withMutableRows { list.copy(to: $0) }
  }

  /// The rows of `index`; to be asked for in the order of `sequence`, each once.
  mutating func rows(_ index: StoredIndex) -> RowBuffer {
    if index == .gspo, quads.withRows({ $0.allSatisfy { $0.d == 0 } }) { return RowBuffer(count: 0) }
    if quads.count < RowSort.threshold {
      return quads.withRows { quads in
        RowBuffer(quads.lazy.filter { index != .gspo || $0.d != 0 }.map(index.row).sorted())
      }
    }
    switch index {
    case .hash: preconditionFailure("no quads stand in the index of hashes")
    case .spo:
      let spare = pool.buffer()
      quads.withMutableRows { quads in spare.withMutableRows { RowSort.sort(quads, spare: $0) } }
      return quads
    case .osp:
      quads = distributed(by: 2) { $0 }
      let rows = pool.buffer()
      quads.withRows { quads in rows.withMutableRows { _ = $0.initialize(from: quads.lazy.map(index.row)) } }
      return rows
    case .pso, .pos: return distributed(by: 1, index.row)
    case .gspo:
      let rows = distributed(by: 3, index.row)
      return rows.withRows { all in
        // What stands in no named graph comes first.
        let unnamed = all.partition(from: 0) { $0.a == 0 }
        return unnamed == 0 ? rows : RowBuffer(all[unnamed...])
      }
    }
  }

  private func distributed(by column: Int, _ form: (Row) -> Row) -> RowBuffer {
    let (sorted, spare) = (pool.buffer(), pool.buffer())
    quads.withRows { quads in
      sorted.withMutableRows { sorted in
        spare.withMutableRows { RowSort.distribute(quads, by: column, into: sorted, spare: $0, form) }
      }
    }
    return sorted
  }
}
