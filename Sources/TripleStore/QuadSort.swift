/// The same quads in the order of one index after another.
///
/// Every order is reached from one before it by a stable distribution over a single column: subjects within predicates
/// are in order once the whole is sorted by subject.
struct QuadSort {
  /// Quads as (subject, predicate, object, graph), in the order of `order`.
  private var quads: [Row]

  /// The orders in the sequence that needs the fewest passes.
  static let sequence: [StoredIndex] = [.spo, .pso, .gspo, .osp, .pos]

  init(_ quads: [Row]) { self.quads = quads }

  /// The rows of `index`; to be asked for in the order of `sequence`, each once.
  mutating func rows(_ index: StoredIndex) -> [Row] {
    if quads.count < RowSort.threshold {
      var rows = quads.compactMap { index == .gspo && $0.d == 0 ? nil : index.row($0) }
      rows.sort()
      return rows
    }
    switch index {
    case .spo: RowSort.sort(&quads)
    case .osp: RowSort.distribute(&quads, by: [2])
    case .pos: RowSort.distribute(&quads, by: [1])
    case .pso: return distributed(by: 1, .pso)
    case .gspo: return distributed(by: 3, .gspo)
    case .hash: break
    }
    return quads.map(index.row)
  }

  /// Rows of an order that no later one is made from.
  private func distributed(by column: Int, _ index: StoredIndex) -> [Row] {
    var rows = index == .gspo ? quads.filter { $0.d != 0 } : quads
    RowSort.distribute(&rows, by: [column])
    for place in rows.indices { rows[place] = index.row(rows[place]) }
    return rows
  }
}
