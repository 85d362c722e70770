import RDF

extension Snapshot {
  /// The triples whose first columns are `prefix` (0…3 ids), in the order's order.
  public func scan(
    _ order: IndexOrder, prefix: [TermID] = [], graph: GraphSelection = .union
  ) -> IndexScan {
    func scan(_ filter: GraphFilter) -> IndexScan {
      IndexScan(BlockCursor(directory(order.stored)), prefix: prefix, filter: filter)
    }
    switch graph {
    case .union: return scan(.merge)
    case .graph(let graph) where graph.isBound && order == .spo:
      return IndexScan(BlockCursor(directory(.gspo)), prefix: prefix, filter: .all, leadingGraph: graph)
    case .graph(let graph): return scan(.one(graph.rawValue))
    case .merged(let graphs): return scan(.any(graphs.map(\.rawValue).sorted()))
    case .eachNamed: return scan(.named)
    }
  }
}
