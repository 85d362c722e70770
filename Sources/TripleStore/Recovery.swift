import Diagnostics
import RDF

/// What was saved from a damaged store into a new one, and what was not.
public struct Recovery {
  /// Quads that the new store holds.
  public internal(set) var quads = 0
  /// Named graphs of which something was lost, sorted; none of their quads is in the new store.
  public internal(set) var lost: [String] = []
  /// Quads of the unnamed graph that could not be read.
  public internal(set) var lostUnnamed = 0
}

extension TripleStore {
  /// Copies what is sound to a new store in the folder `path`, graph by graph: a graph of which anything is lost is left out
  /// whole, and so are the records for which `isKept` is false.
  ///
  /// Each quad stands in four or five indexes, and any sound block that holds it is enough; a term stands in one place only.
  ///
  /// - Parameters:
  ///   - digests: `Snapshot.digest` of each graph as it was when it was written; a graph with another is lost
  ///     where quads are missing; where none is, somebody has updated it.
  ///   - isKept: asked for every record, with the graphs that are lost.
  /// - Throws: where so much is damaged that it is unknown what the store held, or where the new one cannot be written.
  public func recover(
    to path: String, digests: [String: UInt64], keeping isKept: (String, [UInt8], Set<String>) -> Bool
  ) throws -> Recovery {
    let snapshot = try snapshot()
    let quads = snapshot.readableQuads()
    let terms = snapshot.readableTerms()
    var lost: Set<UInt64> = []
    var found: [UInt64: UInt64] = [:]
    for quad in quads {
      let isWhole = terms.holds(quad.a) && terms.holds(quad.b) && terms.holds(quad.c)
      if !isWhole || !terms.holds(quad.d) { lost.insert(quad.d) }
      found[quad.d, default: 0] &+= quad.digest
    }
    // A graph whose own name is lost cannot be named here: whoever expects it does not find its digest.
    var digestsByName: [String: UInt64] = [:]
    for (graph, digest) in found where graph != 0 && terms.holds(graph) {
      digestsByName[terms.text(graph)] = digest
      if quads.count < snapshot.counts.quads, let expected = digests[terms.text(graph)], expected != digest {
        lost.insert(graph)
      }
    }
    let lostNames = Set(lost.filter { $0 != 0 && terms.holds($0) }.map(terms.text))
      .union(digests.keys.filter { digestsByName[$0] == nil })

    var recovery = Recovery()
    recovery.lost = lostNames.sorted()
    let unnamed = snapshot.counts.quads - snapshot.counts.namedQuads
    try TripleStore.open(path, .create).write { transaction in
      for quad in quads where quad.d == 0 || !lost.contains(quad.d) {
        guard quad.d != 0 || (terms.holds(quad.a) && terms.holds(quad.b) && terms.holds(quad.c)) else {
          continue
        }
        try transaction.insert(
          terms.copy(quad.a, to: transaction), terms.copy(quad.b, to: transaction),
          terms.copy(quad.c, to: transaction),
          graph: quad.d == 0 ? .none : terms.copy(quad.d, to: transaction))
        recovery.quads += 1
        if quad.d == 0 { recovery.lostUnnamed -= 1 }
      }
      for (key, value) in try snapshot.records() where isKept(key, value, lostNames) {
        try transaction.setRecord(key, value)
      }
    }
    recovery.lostUnnamed += unnamed
    return recovery
  }
}

extension Snapshot {
  /// A number for what a named graph holds: the same for the same triples in this store, whatever the order they came in.
  ///
  /// - Complexity: O(triples of the graph).
  public func digest(ofGraph graph: Term) -> UInt64 {
    let id = id(of: graph)
    var digest: UInt64 = 0
    let scan = scan(.spo, graph: .graph(id))
    withUnsafeTemporaryAllocation(of: TermID.self, capacity: 3 * 1024) { columns in
      guard let start = columns.baseAddress else { return }
      while case let count = scan.next(start, start + 1024, start + 2048, graph: nil, capacity: 1024),
        count > 0
      {
        for row in 0..<count {
          digest &+=
            Row(
              start[row].rawValue, start[1024 + row].rawValue, start[2048 + row].rawValue, id.rawValue
            ).digest
        }
      }
    }
    return digest
  }

  /// Every quad that stands in a sound block of any index, sorted, each once.
  fileprivate func readableQuads() -> [Row] {
    var quads: [Row] = []
    for index in [StoredIndex.spo, .pso, .pos, .osp, .gspo] {
      var rows: [Row] = []
      // A damaged page ends the walk; the other indexes have their own.
      try? environment.database(.index(index), transaction).forEach { key, value in
        guard let key = BlockKey(key, columns: index.keyColumns) else { return }
        Block(value, key: key)?.decode(into: &rows)
      }
      quads += rows.map(index.quad)
      if index == .spo, quads.count == counts.quads { return quads }
    }
    RowSort.sort(&quads)
    var last: Row?
    quads.removeAll { row in
      defer { last = row }
      return row == last
    }
    return quads
  }

  fileprivate func readableTerms() -> ReadableTerms { ReadableTerms(self) }
}

/// The terms of a damaged store that can still be read.
private struct ReadableTerms {
  private let snapshot: Snapshot

  init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  /// Whether the id is inline, a blank node, the unnamed graph, or in a sound run of terms.
  func holds(_ raw: UInt64) -> Bool {
    let id = TermID(rawValue: raw)
    return raw == 0 || id.isInline || id.kind == .blank || snapshot.terms.isReadable(id)
  }

  func text(_ raw: UInt64) -> String {
    String(decoding: snapshot.lexical(TermID(rawValue: raw)), as: UTF8.self)
  }

  func copy(_ raw: UInt64, to transaction: Transaction) throws -> TermID {
    let id = TermID(rawValue: raw)
    return id.isInline ? id : try snapshot.withTerm(id, transaction.intern)
  }
}

extension Row {
  /// The quad's part of its graph's digest.
  fileprivate var digest: UInt64 { withUnsafeBytes(of: self) { ByteHash.hash($0) } }
}
