/// The block files of a store: four orders of all quads, one of the quads in named graphs, one of term hashes.
enum StoredIndex: Int, CaseIterable {
  case spo, pso, pos, osp, gspo, hash

  var name: String {
    switch self {
    case .spo: "spo"
    case .pso: "pso"
    case .pos: "pos"
    case .osp: "osp"
    case .gspo: "gspo"
    case .hash: "hash"
    }
  }

  /// Columns that tell rows apart for block borders: rows equal in them are never parted, so that a triple that stands
  /// in several graphs lies in one block.
  var keyColumns: Int {
    switch self {
    case .spo, .pso, .pos, .osp: 3
    case .gspo: 4
    case .hash: 2
    }
  }

  /// The quad `(subject, predicate, object, graph)` in this index's column order.
  @inline(__always)
  func row(_ quad: Row) -> Row {
    switch self {
    case .spo, .hash: quad
    case .pso: Row(quad.b, quad.a, quad.c, quad.d)
    case .pos: Row(quad.b, quad.c, quad.a, quad.d)
    case .osp: Row(quad.c, quad.a, quad.b, quad.d)
    case .gspo: Row(quad.d, quad.a, quad.b, quad.c)
    }
  }

  /// The inverse of `row`.
  @inline(__always)
  func quad(_ row: Row) -> Row {
    switch self {
    case .spo, .hash: row
    case .pso: Row(row.b, row.a, row.c, row.d)
    case .pos: Row(row.c, row.a, row.b, row.d)
    case .osp: Row(row.b, row.c, row.a, row.d)
    case .gspo: Row(row.b, row.c, row.d, row.a)
    }
  }
}
