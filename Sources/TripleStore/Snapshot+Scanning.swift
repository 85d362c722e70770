import RDF

extension Snapshot {
  /// The triples whose first columns are `prefix` (0…3 ids), in the order's order.
  ///
  /// One named graph is read from the index that graphs lead, for orders other than `spo` after sorting it once if it is a
  /// small part of the store; other selections pass over the rows of graphs that are not selected.
  ///
  /// - Parameter copies: blocks are copied from the file, so that a pass over the whole store leaves nothing mapped.
  public func scan(
    _ order: IndexOrder, prefix: [TermID] = [], graph: GraphSelection = .union, copies: Bool = false
  ) -> IndexScan {
    func scan(_ filter: GraphFilter) -> IndexScan {
      IndexScan(newCursor(order.stored, copies: copies), prefix: prefix, filter: filter)
    }
    switch graph {
    case .union: return scan(.merge)
    case .graph(let graph) where graph.isBound && order == .spo:
      return IndexScan(newCursor(.gspo, copies: copies), prefix: prefix, filter: .all, leadingGraph: graph)
    case .graph(let graph):
      if graph.isBound, let sorted = sortedGraph(graph, order) {
        return IndexScan(BlockCursor(sorted, nil), prefix: prefix, filter: .all)
      }
      return scan(.one(graph.rawValue))
    case .merged(let graphs): return scan(.any(graphs.map(\.rawValue).sorted()))
    case .eachNamed: return scan(.named)
    }
  }

  /// A named graph in another order than `spo`, kept for the next scan; nil where it is too large to sort it for a scan.
  private func sortedGraph(_ graph: TermID, _ order: IndexOrder) -> BlockDirectory? {
    if let known = sortedGraphs[graph]?[order] { return known }
    let count = rowCount(.gspo, [graph])
    guard count <= Snapshot.largestSortedGraph, count * 4 <= quadCount || count <= 1024 else { return nil }
    var rows: [Row] = []
    rows.reserveCapacity(count)
    let scan = scan(.spo, graph: .graph(graph))
    withUnsafeTemporaryAllocation(of: TermID.self, capacity: 3 * 1024) { buffer in
      guard let columns = buffer.baseAddress else { return }
      while case let found = scan.next(
        columns, columns + 1024, columns + 2048, graph: nil, capacity: 1024), found > 0
      {
        for row in 0..<found {
          rows.append(
            order.stored.row(
              Row(
                columns[row].rawValue, columns[1024 + row].rawValue, columns[2048 + row].rawValue,
                graph.rawValue)))
        }
      }
    }
    RowSort.sort(&rows)
    let made = BlockDirectory(rows, keyColumns: order.stored.keyColumns)
    if sortedGraphs.count >= Snapshot.mostSortedGraphs { sortedGraphs.removeAll() }
    sortedGraphs[graph, default: [:]][order] = made
    return made
  }

  private static let largestSortedGraph = 1 << 16
  private static let mostSortedGraphs = 256
}
