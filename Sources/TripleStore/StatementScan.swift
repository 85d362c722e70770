import RDF

/// All statements of a graph in an order that depends on nothing but their terms, in memory that does not grow with the store.
///
///     try StatementScan(snapshot).forEach(in: .union) { subject, predicate, object in … }
///
/// Blank nodes come first, by their number in the store, then IRIs by their bytes; of one subject `rdf:type` first, then by
/// predicate and object as `SubjectGroup` sorts them. One subject at a time is held.
public final class StatementScan {
  public typealias Body = (TermBytes, TermBytes, TermBytes) throws -> Void

  private let snapshot: Snapshot
  private let terms: TermWindow
  private let predicates: PredicateOrder
  private let pages: MappedPages
  private let run: Int
  private let columns = UnsafeMutablePointer<TermID>.allocate(capacity: 2 * 1024)
  private var rows: [(rank: Int32, object: TermID)] = []
  private var subject: [UInt8] = []
  private var objects = ObjectOrder()

  public convenience init(_ snapshot: Snapshot) throws { try self.init(snapshot, run: 1 << 18, slots: 64) }

  /// - Parameters:
  ///   - run: subjects that are sorted at a time.
  ///   - slots: chunks of IRIs that are kept plain.
  init(_ snapshot: Snapshot, run: Int, slots: Int) throws {
    self.snapshot = snapshot
    self.run = run
    terms = TermWindow(snapshot, slots: slots)
    predicates = PredicateOrder(snapshot)
    pages = try MappedPages(snapshot, [.spo, .gspo])
  }

  deinit { columns.deallocate() }

  /// Calls `body` with each statement of `graph` once. The bytes are valid during the call.
  public func forEach(in graph: GraphSelection, _ body: Body) throws {
    let scan = snapshot.scan(.spo, graph: graph)
    try forEachBlankSubject(of: snapshot.scan(.spo, graph: graph)) { try emit($0, scan, body) }
    let order = SubjectOrder(snapshot.scan(.spo, graph: graph), terms, pages, run: run)
    while case let run = order.next(), !run.isEmpty {
      for subject in run { try emit(subject, scan, body) }
    }
  }

  /// The named graphs that hold a statement, in the order of their text: blank nodes first.
  ///
  /// - Complexity: O(graphs × log), in memory too.
  public func graphs() -> [TermID] {
    let named = snapshot.graphs.map { id in (id: id, text: terms.withTerm(id) { Array($0.lexical) }) }
    return named.sorted { left, right in
      if left.id.kind != right.id.kind { return left.id.kind == .blank }
      if left.id.kind == .blank { return left.id < right.id }
      return left.text.lexicographicallyPrecedes(right.text)
    }.map(\.id)
  }

  private func forEachBlankSubject(of scan: IndexScan, _ body: (TermID) throws -> Void) throws {
    scan.seek(TermID(.blank, payload: 0))
    var subject = TermID.none
    while scan.next(&subject, nil, nil, graph: nil, capacity: 1) == 1 {
      guard subject.kind == .blank else { return }
      try body(subject)
      scan.seek(TermID(rawValue: subject.rawValue + 1))
    }
  }

  private func emit(_ id: TermID, _ scan: IndexScan, _ body: Body) throws {
    read(id, scan)
    terms.withTerm(id) { term in
      subject.removeAll(keepingCapacity: true)
      subject.append(contentsOf: term.lexical)
    }
    try subject.withUnsafeBufferPointer { lexical in
      let subject = TermBytes(kind: id.kind == .blank ? .blank : .iri, lexical: lexical)
      var from = 0
      while from < rows.count {
        let rank = rows[from].rank
        var end = from + 1
        while end < rows.count, rows[end].rank == rank { end += 1 }
        try predicates.withTerm(rank) { predicate in
          if end == from + 1 {
            try terms.withTerm(rows[from].object) { try body(subject, predicate, $0) }
          } else {
            try objects.forEach(rows[from..<end].lazy.map(\.object), terms) {
              try body(subject, predicate, $0)
            }
          }
        }
        from = end
      }
    }
    pages.didRead(rows: rows.count)
  }

  /// The rows of a subject in the order of their predicates.
  private func read(_ subject: TermID, _ scan: IndexScan) {
    rows.removeAll(keepingCapacity: true)
    scan.reset(subject)
    let (ids, values) = (columns, columns + 1024)
    var isOrdered = true
    var latest = (id: TermID.none, rank: Int32(-1))
    while case let count = scan.next(nil, ids, values, graph: nil, capacity: 1024), count > 0 {
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
}
