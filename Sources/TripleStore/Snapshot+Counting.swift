import RDF

extension Snapshot {
  /// The number of distinct triples whose first columns are `prefix` (of `.eachNamed`: of quads).
  ///
  /// - Complexity: O(log) and at most two blocks for the union, and for one named graph in the order `spo`;
  ///   O(matching rows) for other selections of graphs.
  public func count(
    _ order: IndexOrder, _ prefix: [TermID], graph: GraphSelection = .union
  ) -> Int {
    if case .union = graph {
      let cursor = cursor(order.stored)
      let key = Row(prefix)
      let (start, end) = cursor.range(of: key, columns: prefix.count)
      return cursor.runs(from: start, to: end, columns: 3)
    }
    if case .graph(let graph) = graph, graph.isBound, order == .spo || prefix.isEmpty {
      return rowCount(.gspo, [graph] + prefix)
    }
    let scan = scan(order, prefix: prefix, graph: graph)
    var total = 0
    while true {
      let found = scan.next(nil, nil, nil, graph: nil, capacity: 4096)
      if found == 0 { return total }
      total += found
    }
  }

  /// Rows of an index that begin with `prefix`.
  func rowCount(_ index: StoredIndex, _ prefix: [TermID]) -> Int {
    let cursor = cursor(index)
    let key = Row(prefix)
    let (start, end) = cursor.range(of: key, columns: prefix.count)
    return cursor.rows(before: end) - cursor.rows(before: start)
  }

  /// The exact number of distinct values of the column after `prefix` (0…2 ids), over all graphs.
  ///
  ///     snapshot.distinctCount(.pso, [recalls])   // subjects that recall something
  ///
  /// - Complexity: O(log) and at most two blocks.
  public func distinctCount(_ order: IndexOrder, _ prefix: [TermID]) -> Int {
    let width = prefix.count + 1
    let cursor = cursor(order.stored)
    let key = Row(prefix)
    let (start, end) = cursor.range(of: key, columns: prefix.count)
    guard start < end else { return 0 }
    return cursor.runs(from: start, to: end, columns: width)
  }

  /// Whether the triple stands in the selected graphs.
  public func contains(
    _ subject: TermID, _ predicate: TermID, _ object: TermID, graph: GraphSelection = .union
  ) -> Bool {
    let cursor = cursor(.spo)
    func holds(_ graph: TermID?) -> Bool {
      let key = Row(subject.rawValue, predicate.rawValue, object.rawValue, graph?.rawValue ?? 0)
      let columns = graph == nil ? 3 : 4
      let (start, end) = cursor.range(of: key, columns: columns)
      return start < end
    }
    switch graph {
    case .union: return holds(nil)
    case .graph(let graph): return holds(graph)
    case .merged(let graphs): return graphs.contains(where: holds)
    case .eachNamed:
      let key = Row(subject.rawValue, predicate.rawValue, object.rawValue)
      return cursor.position(of: key, columns: 4, after: true)
        < cursor.position(of: key, columns: 3, after: true)
    }
  }
}

extension Row {
  /// The row that begins with `prefix`; 0 behind it.
  init(_ prefix: [TermID]) {
    self.init(0)
    if prefix.count > 0 { a = prefix[0].rawValue }
    if prefix.count > 1 { b = prefix[1].rawValue }
    if prefix.count > 2 { c = prefix[2].rawValue }
    if prefix.count > 3 { d = prefix[3].rawValue }
  }
}
