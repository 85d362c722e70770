import RDF
import TripleStore

extension LocalGraph {
  /// Every statement of the store in an order that depends on nothing but the terms, in memory that does not grow with it.
  public func statements(byGraph: Bool, options: QueryOptions = QueryOptions()) throws -> StatementStream {
    let snapshot = try snapshot()
    let context = context(snapshot, options, isUnion: !byGraph)
    return StatementStream(count: byGraph ? snapshot.quadCount : snapshot.tripleCount) { body in
      let scan = StatementScan(snapshot)
      guard byGraph else {
        return try LocalGraph.read(scan, .union, context) { try body($0, $1, $2, nil) }
      }
      try LocalGraph.read(scan, .graph(.none), context) { try body($0, $1, $2, nil) }
      for graph in scan.graphs() {
        let name = snapshot.term(graph)
        try LocalGraph.read(scan, .graph(graph), context) { subject, predicate, object in
          try name.withBytes { try body(subject, predicate, object, $0) }
        }
      }
    }
  }

  /// What limits a pass over all statements.
  func context(_ snapshot: Snapshot, _ options: QueryOptions, isUnion: Bool) -> QueryContext {
    QueryContext(
      snapshot: snapshot, base: Stemma.documents, dataset: Dataset(nil, snapshot: snapshot, union: isUnion),
      stepGraphs: StepGraphCache(), statistics: Statistics(), options: options)
  }

  private static func read(
    _ scan: StatementScan, _ graph: GraphSelection, _ context: QueryContext, _ body: StatementScan.Body
  ) throws {
    var rows = 0
    try scan.forEach(in: graph) { subject, predicate, object in
      if rows % Batch.capacity == 0 { try context.checkpoint() }
      rows += 1
      try body(subject, predicate, object)
    }
    try context.snapshot.throwIfDamaged()
  }
}
