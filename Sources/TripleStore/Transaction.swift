import CLMDB
import RDF

/// Changes to a store that show all at once when they are committed, or never.
///
/// Made by `TripleStore.write`. Quads are gathered in memory and written in sorted order at the end, or when a snapshot is
/// asked for.
public final class Transaction {
  /// Quads gathered before they are written to the indexes.
  private static let limit = 1 << 24

  let environment: Environment
  let transaction: OpaquePointer
  private(set) var base: Snapshot
  let terms: TermWriter
  /// Quads as (subject, predicate, object, graph); what is added stands even if it is among the removed.
  private var added = RowList()
  private var removed = RowList()
  /// Graphs of the quads in `added`.
  private var addedGraphs: Set<UInt64> = []
  private var latestAddedGraph: UInt64?
  /// Indexes with other rows than when the transaction began.
  private var changed: Set<StoredIndex> = []
  private var triples: Int
  private var quads: Int
  private var namedQuads: Int

  init(_ environment: Environment, _ transaction: OpaquePointer) throws {
    self.environment = environment
    self.transaction = transaction
    base = try Snapshot(environment, writing: transaction)
    terms = try TermWriter(environment, transaction, base)
    triples = base.counts.triples
    quads = base.counts.quads
    namedQuads = base.counts.namedQuads
  }

  /// From here blank-node labels are a new scope: the same label as before is another node.
  public func beginSource() { terms.beginSource() }

  /// The id of a term, which gets one if it is new; a blank node's label is read in the current scope.
  public func intern(_ term: TermBytes) throws -> TermID { try terms.intern(term) }

  /// The id of a term, which gets one if it is new; a blank node's label is read in the current scope.
  public func intern(_ term: Term) throws -> TermID { try term.withBytes(terms.intern) }

  /// A blank node that is in no triple yet.
  public func newBlank() -> TermID { terms.newBlank() }

  /// Adds a quad by ids that `intern`, `newBlank` or a snapshot of the store gave; `.none` as graph is the unnamed one.
  public func insert(_ subject: TermID, _ predicate: TermID, _ object: TermID, graph: TermID = .none) throws {
    added.append(Row(subject.rawValue, predicate.rawValue, object.rawValue, graph.rawValue))
    if latestAddedGraph != graph.rawValue {
      addedGraphs.insert(graph.rawValue)
      latestAddedGraph = graph.rawValue
    }
    if added.count >= Transaction.limit { try flush() }
  }

  /// Removes a quad by ids; one that is not there is no error.
  public func remove(_ subject: TermID, _ predicate: TermID, _ object: TermID, graph: TermID = .none) throws {
    if addedGraphs.contains(graph.rawValue) { try flush() }
    removed.append(Row(subject.rawValue, predicate.rawValue, object.rawValue, graph.rawValue))
  }

  /// Removes all quads of a graph.
  public func removeGraph(_ graph: Term) throws {
    let id = try intern(graph)
    try removeGraph(id)
  }

  /// Removes all quads of a graph; `.none` is the unnamed one.
  public func removeGraph(_ graph: TermID) throws {
    if addedGraphs.contains(graph.rawValue) { try flush() }
    let scan = base.scan(.spo, graph: .graph(graph))
    let columns = (0..<3).map { _ in UnsafeMutablePointer<TermID>.allocate(capacity: 1024) }
    defer { for column in columns { column.deallocate() } }
    while case let count = scan.next(columns[0], columns[1], columns[2], graph: nil, capacity: 1024),
      count > 0
    {
      for row in 0..<count {
        removed.append(
          Row(columns[0][row].rawValue, columns[1][row].rawValue, columns[2][row].rawValue, graph.rawValue))
      }
    }
  }

  /// Empties the store: triples, terms and records.
  public func removeEverything() throws {
    added = RowList()
    removed = RowList()
    addedGraphs.removeAll()
    latestAddedGraph = nil
    for name in Database.Name.allCases { try environment.database(name, transaction).removeAll() }
    triples = 0
    quads = 0
    namedQuads = 0
    base = try Snapshot(environment, writing: transaction)
    try terms.restart(base)
  }

  /// The state as it would be committed now, for reading between changes. Valid until the next change.
  public func snapshot() throws -> Snapshot {
    try flush()
    return base
  }

  /// Writes what is gathered to the blocks.
  ///
  /// - Throws: also where damage was met: nothing that was read wrongly is written again as if it were sound.
  func flush() throws {
    try base.throwIfDamaged()
    let hasQuads = !added.isEmpty || !removed.isEmpty
    // Sorting goes on while terms and the indexes before are written.
    let sorted = SortedChanges(added: added, removed: removed)
    added = RowList()
    removed = RowList()
    let hasTerms = try terms.flush()
    if hasTerms { changed.insert(.hash) }
    if hasQuads {
      while let change = sorted.next() { try apply(change.index, change.added, change.removed) }
      addedGraphs.removeAll()
      latestAddedGraph = nil
    }
    var counts = base.counts
    counts.terms = terms.counts
    counts.triples = triples
    counts.quads = quads
    counts.namedQuads = namedQuads
    counts.languages = terms.languageCount
    counts.datatypes = terms.datatypeCount
    try counts.write(environment.database(.meta, transaction))
    if hasTerms || hasQuads || terms.counts != base.counts.terms {
      base = try Snapshot(environment, writing: transaction)
      terms.refresh(base)
    }
  }

  /// Writes what is left, and the directories of the indexes that have changed; nothing may follow but the commit.
  func finish() throws {
    try flush()
    let directories = environment.database(.directories, transaction)
    for index in changed {
      let directory = try environment.directory(index, transaction, base.counts, isShared: false)
      try DirectoryForm.withKey(index) { key in
        if directory.count > 0 {
          try directories.put(key, directory.stored)
        } else {
          try directories.remove(key)
        }
      }
    }
  }

  private func apply(_ index: StoredIndex, _ adding: RowBuffer, _ removing: RowBuffer) throws {
    let writer = IndexWriter(index: index, database: environment.database(.index(index), transaction))
    let effect = try adding.withRows { adding in
      try removing.withRows { try writer.apply(added: adding, removed: $0) }
    }
    changed.insert(index)
    switch index {
    case .spo:
      quads += effect.rows
      triples += effect.distinct
    case .gspo: namedQuads += effect.rows
    default: break
    }
  }
}

extension Transaction: QuadSink {
  /// Adds a quad; one that is already there is no error.
  public func add(
    subject: TermBytes, predicate: TermBytes, object: TermBytes, graph: TermBytes?
  ) throws {
    try add(subject: subject, predicate: predicate, object: object, graph: graph, otherwise: .none)
  }

  /// Adds a quad; where it names no graph it goes to the graph `otherwise`.
  public func add(
    subject: TermBytes, predicate: TermBytes, object: TermBytes, graph: TermBytes?, otherwise: TermID
  ) throws {
    try insert(
      terms.subject(subject), terms.intern(predicate), terms.intern(object),
      graph: graph.map(terms.graph) ?? otherwise)
  }

  /// Adds triples to a graph, nil = the unnamed one.
  public func add(_ triples: some Sequence<Triple>, graph: Term? = nil) throws {
    let graphID = try graph.map(intern) ?? .none
    for triple in triples {
      try insert(
        triple.subject.withBytes(terms.subject), intern(.iri(triple.predicate)), intern(triple.object),
        graph: graphID)
    }
  }
}
