import RDF

/// All statements of a graph in an order that depends on nothing but their terms, in memory that hardly grows with the store:
/// by a byte for each IRI.
///
///     try StatementScan(snapshot).forEach(in: .union) { subject, predicate, object in … }
///
/// Blank nodes come first, by their number in the store, then IRIs by their bytes; of one subject `rdf:type` first, then by
/// predicate and object as `SubjectGroup` sorts them. One subject at a time is held, and the ids of some 130,000.
public final class StatementScan {
  public typealias Body = (TermBytes, TermBytes, TermBytes) throws -> Void

  private let snapshot: Snapshot
  private let terms: TermWindow
  private let run: Int
  private let slots: Int
  let predicates: PredicateOrder

  public convenience init(_ snapshot: Snapshot) { self.init(snapshot, run: 1 << 17, slots: 64) }

  /// - Parameters:
  ///   - run: subjects that are sorted at a time, more or less.
  ///   - slots: chunks of IRIs that are kept plain.
  init(_ snapshot: Snapshot, run: Int, slots: Int) {
    self.snapshot = snapshot
    self.run = run
    self.slots = slots
    terms = TermWindow(snapshot, slots: slots)
    predicates = PredicateOrder(snapshot)
  }

  /// Calls `body` with each statement of `graph` once. The bytes are valid during the call.
  public func forEach(in graph: GraphSelection, _ body: Body) throws {
    let reader = SubjectReader(self, snapshot, slots: slots)
    let subjects = subjects(of: graph)
    try withoutActuallyEscaping(body) { body in
      let sink = StatementCalls(body)
      while case let run = subjects.next(), !run.isEmpty {
        try reader.read(run[...], of: graph, into: sink)
      }
    }
  }

  /// The subjects of `graph` in order; `SubjectReader` reads their statements.
  public func subjects(of graph: GraphSelection) -> SubjectRuns {
    SubjectRuns(
      blanks: snapshot.scan(.spo, graph: graph, copies: true),
      iris: SubjectOrder(snapshot.scan(.spo, graph: graph, copies: true), terms, run: run), run: run)
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
}

/// Hands statements to a closure.
private final class StatementCalls: SubjectSink {
  private let body: StatementScan.Body
  private var subject = TermBytes(kind: .iri, lexical: UnsafeBufferPointer(start: nil, count: 0))

  init(_ body: @escaping StatementScan.Body) { self.body = body }

  func begin(_ subject: TermBytes) { self.subject = subject }

  func add(_ predicate: TermBytes, _ object: TermBytes) throws { try body(subject, predicate, object) }

  func end() {}
}
