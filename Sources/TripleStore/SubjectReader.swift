import RDF

/// Reads all statements of given subjects; several readers of one moment may work at once, each on a thread of its own.
///
///     let reader = SubjectReader(scan, snapshot)
///     try reader.read(subjects[...], of: .union, into: sink)
public final class SubjectReader {
  private static let capacity = 1024

  private let snapshot: Snapshot
  private let terms: TermWindow
  private let predicates: PredicateOrder
  private var scan: (graph: GraphSelection, rows: IndexScan)?
  private let columns = UnsafeMutablePointer<TermID>.allocate(capacity: 2 * SubjectReader.capacity)
  private var rows: [(rank: Int32, object: TermID)] = []
  private var subject: [UInt8] = []
  private var objects = ObjectOrder()

  /// - Parameter snapshot: of the same moment as the scan's; the reader's own where others read at the same time.
  public convenience init(_ scan: StatementScan, _ snapshot: Snapshot) {
    self.init(scan, snapshot, slots: 64)
  }

  /// - Parameter slots: chunks of IRIs that are kept plain.
  init(_ scan: StatementScan, _ snapshot: Snapshot, slots: Int) {
    self.snapshot = snapshot
    terms = TermWindow(snapshot, slots: slots)
    predicates = scan.predicates
  }

  deinit { columns.deallocate() }

  /// Hands the statements of `subjects` in `graph` to `sink` and gives their number.
  @discardableResult
  public func read(
    _ subjects: ArraySlice<TermID>, of graph: GraphSelection, into sink: some SubjectSink
  ) throws -> Int {
    let scan = scan(of: graph)
    var count = 0
    for subject in subjects {
      read(subject, scan)
      count += rows.count
      if !rows.isEmpty { try emit(subject, to: sink) }
    }
    return count
  }

  private func scan(of graph: GraphSelection) -> IndexScan {
    if let scan, scan.graph == graph { return scan.rows }
    let rows = snapshot.scan(.spo, graph: graph, copies: true)
    scan = (graph, rows)
    return rows
  }

  /// The rows of a subject in the order of their predicates.
  private func read(_ subject: TermID, _ scan: IndexScan) {
    rows.removeAll(keepingCapacity: true)
    scan.reset(subject)
    let (ids, values) = (columns, columns + SubjectReader.capacity)
    var isOrdered = true
    var latest = (id: TermID.none, rank: Int32(-1))
    while case let count = scan.next(nil, ids, values, graph: nil, capacity: SubjectReader.capacity),
      count > 0
    {
      for row in 0..<count {
        if ids[row] != latest.id {
          let rank = predicates.rank(ids[row])
          isOrdered = isOrdered && rank > latest.rank
          latest = (ids[row], rank)
        }
        rows.append((latest.rank, values[row]))
      }
    }
    if !isOrdered { rows.sort { $0.rank < $1.rank } }
  }

  private func emit(_ id: TermID, to sink: some SubjectSink) throws {
    terms.withTerm(id) { term in
      subject.removeAll(keepingCapacity: true)
      subject.append(contentsOf: term.lexical)
    }
    let kind = id.kind == .blank ? TermBytes.Kind.blank : .iri
    try subject.withUnsafeBufferPointer { lexical in
      try sink.begin(TermBytes(kind: kind, lexical: lexical, number: snapshot.number(of: id)))
      var from = 0
      while from < rows.count {
        let rank = rows[from].rank
        var end = from + 1
        while end < rows.count, rows[end].rank == rank { end += 1 }
        let predicate = predicates.term(rank)
        if end == from + 1 {
          try terms.withTerm(rows[from].object) { try sink.add(predicate, $0) }
        } else {
          try objects.forEach(rows[from..<end].lazy.map(\.object), terms) { try sink.add(predicate, $0) }
        }
        from = end
      }
      try sink.end()
    }
  }
}
